import type { Measured } from './measures.ts'
import type { Scenario } from './scenarios.ts'

/** One line of the table. */
export interface Row {
  readonly load: string
  readonly scenario: Scenario
  readonly strategy: string
  readonly measured: Measured
}

const heads = [
  'load',
  'scenario',
  'strategy',
  'sent per made',
  'peak during',
  'peak after',
  'recovered',
  'errors',
  'errors per made',
  'shown',
  'healthy failed',
  'healthy waited',
  'mean wait',
]

/** The runs as a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  return [heads, heads.map(() => '---'), ...rows.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function cellsOf({ load, scenario, strategy, measured }: Row): readonly string[] {
  const healthy = (share: number): string => (scenario.badRoute ? percent(share) : '–')
  return [
    load,
    scenario.name,
    strategy,
    measured.sent.toFixed(2),
    measured.peakDuring.toFixed(2),
    measured.peakAfter.toFixed(2),
    scenario.badRoute ? '–' : Number.isFinite(measured.recovered) ? `${measured.recovered} s` : 'never',
    thousands(measured.errors),
    percent(measured.errorShare),
    thousands(measured.shown),
    healthy(measured.healthyFailed),
    healthy(measured.healthyWaited),
    Number.isFinite(measured.wait) ? `${measured.wait.toFixed(1)} s` : '–',
  ]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

function thousands(count: number): string {
  return count < 10_000 ? `${count}` : `${Math.round(count / 1000)}k`
}
