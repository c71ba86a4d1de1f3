import type { Reply } from '../http.ts'

/** One answer that a backend gives when something is wrong, as it goes over the wire. */
export interface WireCase {
  /** What the contract calls it. */
  readonly code: string
  readonly status: number
  readonly body: unknown
  /** Which of several causes of one code it is. */
  readonly variant?: string
  /** The fields that it names. */
  readonly names?: readonly string[]
  /** Seconds of `Retry-After`. */
  readonly retryAfter?: number
  readonly rateLimit?: RateLimitFacts
  /** The document describes it and prints no body: this one is made after its sentence. */
  readonly made?: true
}

/** What `X-RateLimit-*` says. */
export interface RateLimitFacts {
  readonly limit: number
  readonly remaining: number
  /** Seconds until the window begins anew. */
  readonly resetIn: number
}

/** Case → answer. The name begins with the code. */
export type WireCases = Readonly<Record<string, WireCase>>

/** The case as an answer, byte for byte. */
export function replyOf({ status, body, retryAfter, rateLimit }: WireCase, now = Date.now()): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      // Who waited in vain for a request closes the connection (RFC 9110, 15.5.9).
      ...(status === 408 ? { connection: 'close' } : {}),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...(rateLimit === undefined ? {} : rateLimitHeaders(rateLimit, now)),
    },
    body: JSON.stringify(body),
  }
}

/** The three headers of a rate limit; the reset is a Unix time in seconds. */
export function rateLimitHeaders(
  { limit, remaining, resetIn }: RateLimitFacts,
  now = Date.now(),
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.ceil(now / 1000) + resetIn),
  }
}

/** Says of a case that its body is made after a sentence of the document, which prints none. */
export function made<T extends WireCase>(wireCase: T): T & { readonly made: true } {
  return { ...wireCase, made: true }
}
