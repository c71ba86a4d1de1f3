import type { Decision } from '../3-decide/decide-retry.ts'
import { isProblem, type Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'

/** What was found out about one problem. */
export interface Verdict {
  readonly remedy: ResolvedRemedy
  readonly decision: Decision
  /** Which attempt of its call this was. */
  readonly attempt: number
}

// Kept on the problem, because TanStack asks `retry` and `retryDelay` with nothing else in hand.
const key = Symbol.for('react-remedy.verdict')

/** Keeps the verdict beside its problem; a later one replaces it. */
export function keepVerdict(problem: Problem, verdict: Verdict): void {
  Object.defineProperty(problem, key, { value: verdict, configurable: true })
}

/** The verdict on what was thrown; `undefined` when it has not been judged. */
export function verdictOf(thrown: unknown): Verdict | undefined {
  return isProblem(thrown) ? (thrown as unknown as { [key]?: Verdict })[key] : undefined
}
