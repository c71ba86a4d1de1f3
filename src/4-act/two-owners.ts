import type { Mutation, Query } from '@tanstack/react-query'
import { warnOnce } from '../problem/warn.ts'
import type { Runtime } from './runtime.ts'
import { verdictOf } from './verdict.ts'

/** Attempts of the call that is being made, or was made last, that have failed. */
export function failuresOf({ state }: Query | Mutation): number {
  return 'failureCount' in state ? state.failureCount : state.fetchFailureCount
}

/**
 * R0: what was sent more often than a hook called was sent again by somebody further in. Where one hook passes on what
 * another got, that one's calls count.
 */
export function tellOfTwoOwners(runtime: Runtime, thrown: unknown, calls: number): void {
  const problem = runtime.problemOf(thrown)
  if ((problem.attempts ?? 0) > (verdictOf(problem)?.attempt ?? calls))
    warnOnce(
      runtime.said,
      'two layers retry: a hook, and what it calls (ky, axios-retry, or client.fetch with retry: true). A hook of the ' +
        'library then leaves it to what it calls, a plain one multiplies. Switch one of them off, best the inner one.',
    )
}
