import { toDelay, toNumber } from './delay.ts'
import { httpDate } from './http-date.ts'

/** A `Retry-After` in milliseconds; `undefined` when it is malformed. Repeated headers: the longest of them. */
export function parseRetryAfter(value: string, now: number): number | undefined {
  const text = value.trim()
  const date = httpDate(text, now)
  if (date !== undefined) return toDelay(date - now)
  return toDelay(Math.max(...text.split(',').map(toNumber)) * 1000)
}

/**
 * How long the headers ask to wait, the first that speaks. A malformed `Retry-After` hides all below it, a malformed
 * `retry-after-ms` does not. `limit` is what the rate limit fields add up to.
 */
export function retryAfterOf(
  fields: ReadonlyMap<string, string>,
  limit: number | undefined,
  now: number,
): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const delay = toDelay(toNumber(fields.get(name)))
    if (delay !== undefined) return delay
  }
  const standard = fields.get('retry-after')
  if (standard !== undefined) return parseRetryAfter(standard, now)
  return longestNamed(fields, now) ?? limit
}

/** Several limits of one server each send their own: `Retry-After-short`, `Retry-After-long`. */
function longestNamed(fields: ReadonlyMap<string, string>, now: number): number | undefined {
  let longest: number | undefined
  for (const [name, value] of fields) {
    if (!name.startsWith('retry-after-') || name === 'retry-after-ms') continue
    const delay = parseRetryAfter(value, now)
    if (delay !== undefined) longest = Math.max(longest ?? 0, delay)
  }
  return longest
}
