import type { AuthChallenge, RateLimit } from '../../problem/parts.ts'
import { resolveLink } from '../url.ts'
import { parseChallenges } from './challenges.ts'
import { toDelay } from './delay.ts'
import { httpDate } from './http-date.ts'
import { readLimits } from './rate-limit.ts'
import { requestIdOf } from './request-id.ts'
import { retryAfterOf } from './retry-after.ts'

/** What the headers of an answer say besides its body. */
export interface Hints {
  readonly retryAfter: number | undefined
  readonly shouldRetry: boolean | undefined
  readonly rateLimit: RateLimit | undefined
  readonly challenges: readonly AuthChallenge[]
  readonly location: string | undefined
  readonly requestId: string | undefined
}

/** Reads the headers in one pass. `inBody` is what the body says about the same, where the headers are silent. */
export function readHints(
  answer: { readonly status: number; readonly headers: Headers; readonly url?: string | undefined },
  inBody: { readonly requestId?: unknown; readonly retryAfter?: unknown } = {},
): Hints {
  const fields = toFields(answer.headers)
  const now = serverTime(fields)
  const { rateLimit, wait } = readLimits(fields, now)
  const location = answer.status === 202 ? fields.get('location') : undefined
  return {
    retryAfter: retryAfterOf(fields, wait ?? toDelay(inBody.retryAfter), now),
    shouldRetry: shouldRetry(fields.get('x-should-retry') ?? fields.get('stripe-should-retry')),
    rateLimit,
    challenges: parseChallenges(fields.get('www-authenticate')),
    location: location === undefined ? undefined : resolveLink(location, answer.url),
    requestId: requestIdOf(fields, inBody.requestId),
  }
}

function toFields(headers: Iterable<readonly [unknown, unknown]>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  try {
    for (const [name, value] of headers)
      if (typeof name === 'string' && typeof value === 'string') fields.set(name.toLowerCase(), value)
  } catch {
    // a stand-in for Headers that cannot be listed
  }
  return fields
}

/** Deadlines are by the server's clock, which `Date` tells where it may be read. */
function serverTime(fields: ReadonlyMap<string, string>): number {
  const now = Date.now()
  const date = httpDate(fields.get('date') ?? '', now)
  const age = Number(fields.get('age') ?? 0)
  return date === undefined ? now : date + (age > 0 ? age * 1000 : 0)
}

function shouldRetry(value: string | undefined): boolean | undefined {
  const word = value?.trim().toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : undefined
}
