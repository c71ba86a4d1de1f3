import type { RateLimitPolicy } from '../../problem/parts.ts'
import { toNumber } from './delay.ts'
import { httpDate } from './http-date.ts'
import { policy } from './policy.ts'

// `RateLimit-Reset` (draft 6), `X-RateLimit-Reset`, `X-Rate-Limit-Reset`, `x-ratelimit-reset-requests` (OpenAI),
// `X-RateLimit-Reset-After` (Discord), `anthropic-ratelimit-requests-reset`.
const header =
  /^(x-|anthropic-)?rate-?limit-(?:([\w-]+)-)??(limit|remaining|reset-after|retry-after|reset)(?:-([\w-]+))?$/

type Told = Record<string, number>

/** The limits told in a header per number; the standard's names hide those of the frameworks. */
export function namedLimits(fields: ReadonlyMap<string, string>, now: number): readonly RateLimitPolicy[] {
  const families = new Map<string, Map<string, Told>>()
  for (const [field, value] of fields) {
    const parts = field.length < 100 && field.includes('rate') ? header.exec(field) : null
    if (parts === null) continue
    const [, family = '', before, what = '', after] = parts
    const limit = entry(
      entry(families, family, () => new Map<string, Told>()),
      before ?? after ?? '',
      (): Told => ({}),
    )
    limit[what] = what === 'reset' ? untilReset(value, now) : toNumber(value.split(/[,;]/, 1)[0])
  }
  const limits = families.get('') ?? families.get('x-') ?? families.get('anthropic-') ?? []
  return [...limits].map(([name, told]) => toPolicy(name, told))
}

/** A wait that is said to be one beats a reset, whose unit has to be guessed. */
function toPolicy(name: string, told: Readonly<Told>): RateLimitPolicy {
  const wait = told['reset-after'] ?? told['retry-after']
  const resetIn = wait === undefined ? told['reset'] : wait * 1000
  return policy(name, { limit: told['limit'], remaining: told['remaining'], resetIn })
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
