import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import type { Failed, Source } from '../problem/source.ts'

/** The source of a failure that came from no hook: nobody can send it again but the app. */
export function callSource(problem: Problem): Source {
  const { request, cause } = problem
  return {
    kind: 'call',
    key: `call ${request === undefined ? wordsOf(cause) : `${request.method} ${request.url}`}`,
    started: 0,
    refreshed: false,
    variables: undefined,
    retry: () => Promise.resolve(),
    canRetry: () => false,
    willThrow: () => false,
    failedWith: () => true,
    hasData: () => false,
    observed: () => true,
  }
}

interface Judged {
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
}

/** A failure that came from no hook, seen just now. */
export function callFailed({ next }: { readonly next: () => number }, { problem, remedy }: Judged): Failed {
  return { thrown: problem, problem, remedy, source: callSource(problem), seen: next() }
}

/** What to hand on of a thrown value: a primitive has no identity of its own, so its problem stands for it. */
export function identifiable(thrown: unknown, problem: Problem): unknown {
  return typeof thrown === 'object' && thrown !== null ? thrown : problem
}

// Two bugs that know of no request are two: only what they say tells them apart.
function wordsOf(cause: unknown): string {
  try {
    if (cause instanceof Error) return `${cause.name}: ${cause.message}`.slice(0, 200)
    return typeof cause === 'string' ? cause.slice(0, 200) : typeof cause
  } catch {
    return '' // a Proxy may throw on any read
  }
}
