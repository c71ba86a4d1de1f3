import type { ProblemInit } from '../problem/problem-data.ts'
import { isProblem, Problem } from '../problem/problem.ts'

/** A request that is not sent, because of what others were told. */
export interface Unsent {
  readonly contract: string
  readonly request: { readonly method: string; readonly url: string }
  /** Requests that its call has sent before. */
  readonly sent: number
  /** Milliseconds until it may be sent; `undefined` where nobody knows. */
  readonly left: number | undefined
}

/**
 * The problem of a request that was not sent: the one that others got, and so the same incident. That it says how often it
 * was sent keeps everybody from sending it again.
 */
export function unsent(
  known: Problem | undefined,
  { contract, request: { method, url }, sent, left }: Unsent,
): Problem {
  const request = method === '' ? undefined : { method, url }
  const init: ProblemInit = known ?? { kind: 'network', code: 'NETWORK' }
  const own = { contract, request, requestId: undefined, attempts: sent, occurredAt: undefined }
  return new Problem({ ...init, ...own, retryAfter: left, cause: known })
}

/** Is this the problem of a request that was not sent? */
export function isUnsent({ cause }: Problem): boolean {
  return isProblem(cause)
}
