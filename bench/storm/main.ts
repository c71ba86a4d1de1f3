import { kit } from './kit.ts'
import { bucket, fullJitter, tanstack } from './plain.ts'
import { loads, scenarios } from './scenarios.ts'
import { simulate } from './simulation.ts'
import type { Measured } from './measures.ts'
import { tableOf, type Row } from './table.ts'

const strategies = { 'this library': kit, 'TanStack default': tanstack, 'full jitter': fullJitter, '10 tokens': bucket }

/** Runs what the arguments leave over: `--load=A`, `--only=60 s`, `--strategy=this`, `--tabs=0.1` for a tenth of the tabs. */
export function storm(asked: Readonly<Record<string, string>>, say: (line: string) => void): string {
  const rows: Row[] = []
  const share = Number(asked['tabs'] ?? 1)
  for (const load of loads.filter(({ name }) => name.includes(asked['load'] ?? '')))
    for (const scenario of scenarios.filter(({ name }) => name.includes(asked['only'] ?? '')))
      for (const [name, strategy] of Object.entries(strategies)) {
        if (!name.includes(asked['strategy'] ?? '')) continue
        const fewer = { ...load, tabs: Math.round(load.tabs * share) }
        const measured: Measured = simulate({ load: fewer, scenario, strategy, seed: 20_260_101 })
        rows.push({ load: load.name, scenario, strategy: name, measured })
        say(rows.length === 1 ? tableOf(rows) : (tableOf(rows.slice(-1)).split('\n').at(-1) ?? ''))
      }
  return tableOf(rows)
}
