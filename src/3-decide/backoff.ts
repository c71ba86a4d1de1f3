import { kitRule } from '../2-classify/classify.ts'
import { toDelay } from '../1-decode/headers/delay.ts'
import type { RetryRule } from '../problem/remedy.ts'

export { longestDelay } from '../1-decode/headers/delay.ts'

/** A rule without what cannot be counted or waited for; the usual numbers stand in. */
export function soundRule(rule: Partial<RetryRule>): RetryRule {
  const sound: Record<keyof RetryRule, number> = { ...kitRule }
  for (const member of Object.keys(kitRule) as (keyof RetryRule)[]) {
    const stated = rule[member]
    if (stated !== undefined && stated >= 0 && stated < Infinity) sound[member] = stated
  }
  return sound
}

/**
 * The wait after so many requests: exponential, with a floor, and a random part on top. Without the floor the clients
 * that failed together would mostly come back within the first moment (full jitter doubles that first peak).
 */
export function backoff(rule: Partial<RetryRule>, attempt: number, random?: () => number): number {
  const { first, factor, max, jitter } = soundRule(rule)
  return spread(Math.min(first * factor ** Math.max(0, attempt - 1), max), jitter, random)
}

/** What the server asked for is a floor, and up to as much again comes on top: who was turned away together returns apart. */
export function afterServer(retryAfter: number, random?: () => number): number {
  return spread(retryAfter, 1, random)
}

function spread(floor: number, jitter: number, random = Math.random): number {
  const thrown = random()
  const part = thrown >= 0 && thrown <= 1 ? thrown : 0.5
  // 0 × Infinity is no delay: a rule that starts at nothing and has failed a thousand times.
  return Math.round(toDelay(floor + part * jitter * floor) ?? 0)
}
