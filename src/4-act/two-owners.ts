import type { Mutation, Query } from '@tanstack/react-query'
import { warnOnce } from '../problem/warn.ts'
import { withAttempts } from '../problem/problem.ts'
import type { Memory } from './call-record.ts'
import type { Judged, Runtime } from './runtime.ts'
import { verdictOf } from './verdict.ts'

/** Attempts of the call that is being made, or was made last, that have failed. */
export function failuresOf({ state }: Query | Mutation): number {
  return 'failureCount' in state ? state.failureCount : state.fetchFailureCount
}

/**
 * R0: what was sent more often than a hook called was sent again by somebody further in. Where one hook passes on what
 * another got, that one's calls count.
 */
export function tellOfTwoOwners({ runtime, recordOf }: Memory, thrown: unknown, of: Query | Mutation): void {
  const problem = runtime.problemOf(thrown)
  const isSilent = problem.kind === 'network' && problem.attempts === undefined
  const sent = isSilent ? runtime.traffic.failedSince(recordOf(of).sending)?.sent : problem.attempts
  if ((sent ?? 0) > (verdictOf(problem)?.attempt ?? failuresOf(of)))
    warnOnce(
      runtime.said,
      'two layers retry: a hook, and what it calls (ky, axios-retry, or client.fetch with retry: true). A hook of the ' +
        'library then leaves it to what it calls, a plain one multiplies. Switch one of them off, best the inner one.',
    )
}

/** R0: what somebody further in has sent again without saying so, as ky does when a connection breaks, is handed over. */
export function countSent(
  runtime: Runtime,
  thrown: unknown,
  { judged, sent = 1 }: { readonly judged: Judged; readonly sent?: number | undefined },
): Judged {
  const { kind, attempts } = judged.problem
  if (sent < 2 || kind !== 'network' || attempts !== undefined || runtime.gates.knows(judged.problem)) return judged
  const problem = withAttempts(judged.problem, sent)
  runtime.learn(thrown, problem)
  return { ...judged, problem, decision: { do: 'hand-over', because: 'attempts' } }
}
