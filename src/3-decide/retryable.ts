import { effectiveStatus } from '../problem/effective-status.ts'
import type { Problem } from '../problem/problem.ts'

/**
 * What a failure allows by itself. `idempotent`: when doing it twice does no harm; `key`: only under an idempotency key;
 * `once`: one more time at once, even when not idempotent, because the server says it processed nothing.
 */
export type Permission = 'idempotent' | 'key' | 'once' | 'no' | 'never'

// Statuses that speak of this moment and not of the request (RFC 9110, 15; RFC 8470, 5.2). All others: no.
const permissions: Readonly<Record<number, Permission>> = {
  408: 'idempotent',
  409: 'key',
  421: 'once',
  425: 'once',
  429: 'idempotent',
  // A server that lacks the feature, the version or the way out lacks it the next time too.
  501: 'never',
  505: 'never',
  511: 'never',
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY']
const idempotentMethods = [...safeMethods, 'PUT', 'DELETE']

/** What the status, or the lack of one, allows. */
export function permissionOf(problem: Problem): Permission {
  const { kind, retryAfter } = problem
  const status = effectiveStatus(problem)
  if (kind === 'network' || kind === 'timeout') return 'idempotent'
  if (kind === 'stream' || status === undefined) return 'no'
  if (status === 413 && retryAfter !== undefined) return 'idempotent'
  return permissions[status] ?? (status >= 500 && status <= 599 ? 'idempotent' : 'no')
}

/** Does the method change nothing on the server? An unknown method may. */
export function isSafe(method: string | undefined): boolean {
  return safeMethods.includes(method?.toUpperCase() ?? '')
}

/** Does doing it twice do no more than doing it once? An unknown method may. */
export function isIdempotent(method: string | undefined): boolean {
  return idempotentMethods.includes(method?.toUpperCase() ?? '')
}
