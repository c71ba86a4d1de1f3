import type { RateLimitPolicy } from '../../problem/parts.ts'
import { toNumber } from './delay.ts'
import { httpDate } from './http-date.ts'
import { policy } from './policy.ts'

// `RateLimit-Reset` (draft 6), `X-RateLimit-Reset`, `X-Rate-Limit-Reset`, `x-ratelimit-reset-requests` (OpenAI),
// `X-RateLimit-Reset-After` (Discord), `anthropic-ratelimit-requests-reset`.
const header =
  /^(?<family>(?:x-|anthropic-)?)rate-?limit-(?:(?<before>[\w-]+)-)??(?<what>limit|remaining|reset-after|retry-after|reset)(?:-(?<after>[\w-]+))?$/

type Numbers = Record<'limit' | 'remaining' | 'resetIn', number>

/** The limits told in a header per number; the standard's names hide those of the frameworks. */
export function namedLimits(fields: ReadonlyMap<string, string>, now: number): readonly RateLimitPolicy[] {
  const families = new Map<string, Map<string, Numbers>>()
  for (const [field, value] of fields) {
    const parts = field.length < 100 && field.includes('rate') ? header.exec(field)?.groups : undefined
    if (parts === undefined) continue
    const limits = entry(families, parts['family'] ?? '', () => new Map<string, Numbers>())
    const limit = entry(limits, parts['before'] ?? parts['after'] ?? '', () => ({
      limit: NaN,
      remaining: NaN,
      resetIn: NaN,
    }))
    read(limit, parts['what'] ?? '', value, now)
  }
  const limits = families.get('') ?? families.get('x-') ?? families.get('anthropic-')
  return [...(limits ?? [])].map(([name, numbers]) => policy(name, { ...numbers }))
}

function read(limit: Numbers, what: string, value: string, now: number): void {
  if (what === 'limit') limit.limit = toNumber(value.split(/[,;]/, 1)[0])
  else if (what === 'remaining') limit.remaining = toNumber(value)
  // Said to be a duration, it beats one that has to be guessed.
  else if (what !== 'reset') limit.resetIn = toNumber(value) * 1000
  else if (Number.isNaN(limit.resetIn)) limit.resetIn = untilReset(value, now)
}

const epochBegins = Date.UTC(2024, 0) // a smaller number of seconds is a duration
const goDuration = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?$/
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** A reset is told as a duration, as a time since 1970, as a Go duration or as a date; milliseconds or `NaN`. */
function untilReset(value: string, now: number): number {
  const number = toNumber(value)
  if (number >= 1e12) return number - now
  if (number >= 0) return number * 1000 >= epochBegins ? number * 1000 - now : number * 1000
  const [matched, h = 0, m = 0, s = 0, ms = 0] = goDuration.exec(value) ?? []
  if (matched) return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms)
  return (timestamp.test(value) ? new Date(value).getTime() : (httpDate(value, now) ?? NaN)) - now
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
