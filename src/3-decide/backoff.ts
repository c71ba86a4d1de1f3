import { kitRule } from '../2-classify/classify.ts'
import type { RetryRule } from '../problem/remedy.ts'

/** The longest wait a timer can hold: one millisecond more and `setTimeout` fires at once. */
export const longestDelay = 2 ** 31 - 1

/** A rule without what cannot be counted or waited for; the usual numbers stand in. */
export function soundRule(rule: Partial<RetryRule>): RetryRule {
  const sound = (member: keyof RetryRule): number => {
    const stated = rule[member]
    return stated !== undefined && stated >= 0 && stated < Infinity ? stated : kitRule[member]
  }
  return {
    retries: sound('retries'),
    first: sound('first'),
    factor: sound('factor'),
    max: sound('max'),
    jitter: sound('jitter'),
  }
}

/**
 * The wait after so many requests: exponential, with a floor, and a random part on top. Without the floor the clients
 * that failed together would mostly come back within the first moment (full jitter doubles that first peak).
 */
export function backoff(rule: Partial<RetryRule>, attempt: number, random: () => number = Math.random): number {
  const { first, factor, max, jitter } = soundRule(rule)
  const grown = first * factor ** Math.max(0, attempt - 1)
  // 0 × Infinity is NaN, for a rule that starts at nothing and has failed a thousand times.
  const floor = Number.isNaN(grown) ? 0 : Math.min(grown, max)
  return asDelay(floor + dice(random) * jitter * floor)
}

/** What the server asked for is a floor, and up to as much again comes on top: who was turned away together returns apart. */
export function afterServer(retryAfter: number, random: () => number = Math.random): number {
  return asDelay(retryAfter + dice(random) * retryAfter)
}

function asDelay(milliseconds: number): number {
  return Math.round(Math.min(Math.max(milliseconds, 0), longestDelay))
}

function dice(random: () => number): number {
  const thrown = random()
  return thrown >= 0 && thrown <= 1 ? thrown : 0.5
}
