import { effectiveStatus } from '../problem/effective-status.ts'
import type { Problem } from '../problem/problem.ts'
import type { Remedy, Rung } from '../problem/remedy.ts'

/** One step of the ladder, and the keys under which a remedy for it may stand. */
export interface Step {
  readonly rung: Rung
  readonly keys: readonly string[]
}

/** Is this a key of fallbacks (`404`, `'5xx'`, `'network'`, `'default'`) and not a code? */
export function isFallbackKey(key: string): boolean {
  return /^(?:[1-5]\d\d|[45]xx|network|timeout|unreadable|stream|default)$/.test(key)
}

/**
 * The steps a problem stands on, most specific first. A server may send `default` or `404` as its code; that is a code only
 * where the contract knows it. An abort stands on its code alone: only a remedy for `ABORTED` itself speaks of it.
 */
export function ladderOf(problem: Problem, known: boolean): readonly Step[] {
  const { kind, code } = problem
  const steps: Step[] = []
  if (known || !isFallbackKey(code)) steps.push({ rung: 'code', keys: [code] })
  if (kind === 'aborted') return steps
  const status = effectiveStatus(problem)
  if (status !== undefined) {
    steps.push({ rung: 'status', keys: [`${status}`, `HTTP_${status}`] })
    steps.push({ rung: 'class', keys: [`${Math.floor(status / 100)}xx`] })
  }
  steps.push({ rung: 'kind', keys: [kind] }, { rung: 'default', keys: ['default'] })
  return steps
}

// Severity `error` and a toast are what holds where nothing is said.
const plain: Remedy = {}
const again: Remedy = { offer: ['retry'] }
const outdated: Remedy = { severity: 'warning', offer: ['refetch'] }

/**
 * What the kit does where nobody said anything. A button stands only where it can help: what is wrong with the request
 * stays wrong when it is sent again. That of a rate limit is held back until the wait is over.
 */
export const kitFallbacks: Readonly<Record<string, Remedy>> = {
  401: { severity: 'warning', offer: ['login'] },
  408: again,
  409: outdated,
  412: outdated,
  421: again,
  423: again,
  425: again,
  428: outdated,
  429: { severity: 'warning', offer: ['retry'] },
  501: plain,
  505: plain,
  511: { offer: ['reload'] },
  '4xx': { severity: 'warning' },
  '5xx': again,
  network: again,
  timeout: again,
  stream: again,
  unreadable: again,
  default: plain,
}

/** An abort is no failure: whoever aborted knows. */
export const silence: Remedy = { severity: 'info', show: 'none', report: 'never' }
