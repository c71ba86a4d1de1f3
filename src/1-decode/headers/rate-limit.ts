import type { RateLimit, RateLimitPolicy } from '../../problem/parts.ts'
import { namedLimits } from './named-limits.ts'
import { policy } from './policy.ts'
import { parseMembers, toCount, toText, type Member } from './structured-fields.ts'

/** What the rate limit fields say, and how long they make the request wait. */
export interface Limits {
  readonly rateLimit?: RateLimit | undefined
  readonly wait?: number | undefined
}

type Fields = ReadonlyMap<string, string>

/** Reads `RateLimit` and `RateLimit-Policy` in all their drafts, else the headers of the frameworks. */
export function readLimits(fields: Fields, now: number): Limits {
  if (Number(fields.get('age')) > 0) return {} // of a cached response, they speak of an earlier time
  const policies = policiesOf(fields.get('ratelimit-policy'))
  const current = currentOf(fields.get('ratelimit')) ?? namedLimits(fields, now)
  const waits = current.filter(({ remaining }) => !remaining).map(({ resetIn }) => resetIn ?? -1)
  const wait = Math.max(...waits)
  return { rateLimit: summary(policies, current), wait: wait >= 0 ? wait : undefined }
}

/** The limit that binds first; its size and window are in the policy of the same name, or of the same size. */
function summary(policies: readonly RateLimitPolicy[], current: readonly RateLimitPolicy[]): RateLimit | undefined {
  const [binding] = current.toSorted(
    (a, b) => (a.remaining ?? 0) - (b.remaining ?? 0) || (b.resetIn ?? 0) - (a.resetIn ?? 0),
  )
  if (binding === undefined && policies.length === 0) return undefined
  const policy = policies.find(({ name, limit }) => (name === '' ? limit === binding?.limit : name === binding?.name))
  const { name, ...limit } = { ...policy, ...binding }
  if (policies.length === 0) return limit
  return {
    ...limit,
    policies: policies.map((one) => ({ ...one, ...current.find((item) => name !== '' && item.name === one.name) })),
  }
}

/** `"burst";q=100;w=60`, or `100;w=60` in the older drafts. */
function policiesOf(field: string | undefined): readonly RateLimitPolicy[] {
  const policies = parseMembers(field)?.map(fromMember)
  return policies?.every(({ limit }) => limit !== undefined) ? policies : []
}

/** `"burst";r=0;t=5`, or `limit=100, remaining=0, reset=5` in draft 7. One malformed member and the field is ignored. */
function currentOf(field: string | undefined): readonly RateLimitPolicy[] | undefined {
  const members = parseMembers(field)
  if (members === undefined) return undefined
  const items = members[0]?.key === undefined ? members : [fromDictionary(members)]
  const limits = items.map(fromMember)
  const isSound = items.every(
    ({ value, params }, index) =>
      toText(value) !== undefined &&
      limits[index]?.remaining !== undefined &&
      (!params.has('t') || limits[index]?.resetIn !== undefined),
  )
  return isSound ? limits : undefined
}

function fromMember({ value, params }: Member): RateLimitPolicy {
  const name = toText(value)
  const get = (...keys: readonly string[]) => toCount(keys.map((key) => params.get(key)).find(Boolean))
  return policy(name ?? '', {
    limit: name === undefined ? toCount(value) : get('q', 'limit'),
    remaining: get('r', 'remaining'),
    resetIn: get('t', 'reset') * 1000,
    window: get('w') * 1000,
  })
}

/** The one limit that a dictionary tells, as an item would. */
function fromDictionary(members: readonly Member[]): Member {
  return { key: undefined, value: '""', params: new Map(members.map(({ key = '', value }) => [key, value])) }
}
