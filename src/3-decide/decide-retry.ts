import { isProgrammingError } from '../1-decode/programming-error.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import { afterServer, backoff, soundRule } from './backoff.ts'
import { isIdempotent, isSafe, permissionOf, type Permission } from './retryable.ts'

/** Why a failure is handed over instead of being sent again. The set is closed. */
export type HandOverReason =
  | 'aborted'
  | 'not-retryable'
  | 'not-idempotent'
  | 'attempts'
  | 'budget'
  | 'too-long'
  | 'server-veto'
  | 'programming-error'

/** What happens next. All delays in milliseconds, `until` in milliseconds since 1970. */
export type Decision =
  | { readonly do: 'retry'; readonly delay: number }
  | { readonly do: 'wait'; readonly for: 'gate' | 'cooldown'; readonly until: number }
  | { readonly do: 'refresh' }
  | { readonly do: 'hand-over'; readonly because: HandOverReason }

/** What the decision needs to know of the call. */
export interface DecideOptions {
  /** Requests already sent: 1 after the first failure. */
  readonly attempt: number
  /** Does sending it twice do no harm? An idempotency key says so. @default what the request's method says */
  readonly idempotent?: boolean | undefined
  /** Was the session refreshed for this call already? @default `attempt > 1` */
  readonly refreshed?: boolean | undefined
  /** Milliseconds this call has waited so far, for whatever reason. @default 0 */
  readonly spent?: number | undefined
  /** Milliseconds this call may wait in all, at most 60000. @default 12000 */
  readonly patience?: number | undefined
  /** From 0 to 1. @default Math.random */
  readonly random?: (() => number) | undefined
  /** Milliseconds since 1970; for the gate and the cooldown. @default Date.now() */
  readonly now?: number | undefined
}

/** How long one call may wait, for whatever reason, before it is handed over: milliseconds. */
export const defaultPatience = 12_000

const longestPatience = 60_000

/**
 * Retry, refresh the session, or hand over: one pure decision, from a closed set of reasons. It retries only what a retry
 * can help: never an abort or a programming error, never what would be done twice, and never beyond the patience.
 *
 * @example
 * ```ts
 * import { classify, decideRetry, toProblem } from 'react-remedy/core'
 *
 * const problem = toProblem(new DOMException('too slow', 'TimeoutError'))
 * const decision = decideRetry(problem, classify(problem, undefined), { attempt: 1, idempotent: true })
 * if (decision.do === 'retry') console.log(`again in ${decision.delay} ms`)
 * ```
 */
export function decideRetry(problem: Problem, remedy: ResolvedRemedy, options: DecideOptions): Decision {
  const { attempt, refreshed = attempt > 1 } = options
  if (problem.kind === 'aborted') return handOver('aborted')
  if (isProgrammingError(problem)) return handOver('programming-error')
  // Somebody further in owned the retries, and the refresh with them.
  if (problem.attempts === undefined && remedy.session === 'refresh' && !refreshed) return { do: 'refresh' }
  const refusal = refusalOf(problem, remedy, options)
  if (refusal !== undefined) return handOver(refusal)
  const delay = delayOf(problem, remedy, options)
  if (delay > patienceOf(options)) return handOver('too-long')
  return delay <= patienceLeft(options) ? { do: 'retry', delay } : handOver('budget')
}

function refusalOf(
  problem: Problem,
  remedy: ResolvedRemedy,
  { attempt, idempotent }: DecideOptions,
): HandOverReason | undefined {
  const { shouldRetry, attempts, request } = problem
  if (shouldRetry === false) return 'server-veto'
  if (attempts !== undefined) return 'attempts'
  const permission = permissionOf(problem)
  if (remedy.show === 'pending' || remedy.retry === false || permission === 'never') return 'not-retryable'
  const isStated = remedy.retry !== undefined
  if (!isStated && !isPermitted(permission, problem, idempotent)) return 'not-retryable'
  const isOnce = permission === 'once' && !isStated
  if (!isStated && !isOnce && !(idempotent ?? isIdempotent(request?.method))) return 'not-idempotent'
  const { retries } = soundRule(remedy.rule)
  return attempt <= retries && (!isOnce || attempt <= 1) ? undefined : 'attempts'
}

function isPermitted(permission: Permission, { shouldRetry, request }: Problem, idempotent?: boolean): boolean {
  const reads = isSafe(request?.method)
  // `x-should-retry: true` lifts what the status forbids, never what the method forbids.
  if (shouldRetry === true && reads) return true
  // What only reads has no key, whatever else makes it harmless.
  return permission === 'key' ? idempotent === true && !reads : permission !== 'no'
}

function delayOf(problem: Problem, remedy: ResolvedRemedy, { attempt, random }: DecideOptions): number {
  // A server that asks for no wait at all still gets our own: its clients failed together.
  if (problem.retryAfter !== undefined && problem.retryAfter > 0) return afterServer(problem.retryAfter, random)
  if (remedy.retry === undefined && permissionOf(problem) === 'once') return 0
  return backoff(remedy.rule, attempt, random)
}

/** R3: how long a call may still wait, in milliseconds. */
export function patienceLeft(call: Pick<DecideOptions, 'spent' | 'patience'>): number {
  return patienceOf(call) - (call.spent ?? 0)
}

// What it says, up to a minute.
function patienceOf({ patience = defaultPatience }: Pick<DecideOptions, 'patience'>): number {
  return patience >= 0 ? Math.min(patience, longestPatience) : defaultPatience
}

function handOver(because: HandOverReason): Decision {
  return { do: 'hand-over', because }
}
