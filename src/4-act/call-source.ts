import type { Problem } from '../problem/problem.ts'
import type { Source } from '../problem/source.ts'

/** The source of a failure that came from no hook: nobody can send it again but the app. */
export function callSource(problem: Problem): Source {
  const { method = '', url = '' } = problem.request ?? {}
  return {
    kind: 'call',
    key: `call ${method} ${url}`,
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
