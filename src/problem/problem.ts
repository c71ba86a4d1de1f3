import { describeProblem } from './describe-problem.ts'
import { redactData, redactUrl } from './redact.ts'
import { saidBy } from './said.ts'
import type { AuthChallenge, FieldProblem, ProblemKind, RateLimit } from './parts.ts'
import type { Evidence, FallbackCode, ProblemData, ProblemInit, ProblemRequest, UnknownCode } from './problem-data.ts'

// Symbols of the global registry: two copies of the package, or two realms, must agree on what a Problem is.
const brand = Symbol.for('react-remedy.problem')
const evidenceKey = Symbol.for('react-remedy.evidence')

// What leaves the browser as it is; the rest may hold a secret.
const harmless = [
  'contract',
  'kind',
  'code',
  'status',
  'likeStatus',
  'variant',
  'requestId',
  'retryAfter',
  'shouldRetry',
  'rateLimit',
  'attempts',
  'occurredAt',
] as const

/**
 * One normalized failure, and the only error class that leaves the library. The word is RFC 9457's.
 *
 * A problem is read, never built by hand in an application: `readProblem`, `readThrown` and `toProblem` make it.
 *
 * @example
 * ```ts
 * import { hasCode, toProblem } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * const problem = toProblem(new Error('boom'), divination)
 * if (hasCode(problem, 'POINTS_INSUFFICIENT_BALANCE')) console.log(problem.status)
 * ```
 */
export class Problem<Code extends string = string> extends Error {
  override readonly name: string = 'Problem'
  /** Name of the contract that read it; `'none'` when none did. */
  declare readonly contract: string
  /** What went wrong, on which layer. */
  declare readonly kind: ProblemKind
  /** The backend's own code, or a fallback code made of the status or the kind. */
  declare readonly code: Code | FallbackCode | UnknownCode
  /** The HTTP status, never the one a body claims. `undefined` when no response came. */
  declare readonly status: number | undefined
  /** The status this failure is like, where the one of HTTP misleads (a GraphQL answer of 200): remedies and words go by it. */
  declare readonly likeStatus: number | undefined
  /** The server's words, for logs; on screen only where a remedy says `text: 'server'`. */
  declare readonly title: string | undefined
  /** The server's words, for logs; on screen only where a remedy says `text: 'server'`. */
  declare readonly detail: string | undefined
  /** The problem type of RFC 9457, resolved against the response URL. An identifier, never a link unchecked. */
  declare readonly type: string | undefined
  /** The occurrence of RFC 9457, resolved against the response URL. An identifier, never a link unchecked. */
  declare readonly instance: string | undefined
  /** What is wrong with which field; at most 100. */
  declare readonly fields: readonly FieldProblem[]
  /** Milliseconds the server asked to wait; finite, >= 0, below 2^31. */
  declare readonly retryAfter: number | undefined
  /** `x-should-retry`: the server's own word on whether the same request may be sent again. */
  declare readonly shouldRetry: boolean | undefined
  /** The rate limit the response told of, in milliseconds. */
  declare readonly rateLimit: RateLimit | undefined
  /** `WWW-Authenticate`, parsed (RFC 9110, 11.6.1). */
  declare readonly challenges: readonly AuthChallenge[]
  /** Where a 202 says its outcome will be, resolved against the response URL. */
  declare readonly location: string | undefined
  /** The server's id of this request, from whichever header it uses. */
  declare readonly requestId: string | undefined
  /** Which of the cases that share one code this is, where the body told; the words go by it, nothing else does. */
  declare readonly variant: string | undefined
  declare readonly request: ProblemRequest | undefined
  /** The rest of the body, own keys only. */
  declare readonly data: Readonly<Record<string, unknown>>
  /** Requests already sent by whoever owned the retries; `undefined` when nobody retried. */
  declare readonly attempts: number | undefined
  /** When it was read, in milliseconds since 1970. */
  declare readonly occurredAt: number

  constructor(init: ProblemInit<Code>) {
    super(describeProblem(init), init.cause === undefined ? undefined : { cause: init.cause })
    this.contract = init.contract ?? 'none'
    this.kind = init.kind
    this.code = init.code
    this.status = init.status
    this.likeStatus = init.likeStatus
    this.title = init.title
    this.detail = init.detail
    this.type = init.type
    this.instance = init.instance
    this.fields = Object.freeze([...(init.fields ?? [])])
    this.retryAfter = init.retryAfter
    this.shouldRetry = init.shouldRetry
    this.rateLimit = init.rateLimit
    this.challenges = Object.freeze([...(init.challenges ?? [])])
    this.location = init.location
    this.requestId = init.requestId
    this.variant = init.variant
    this.request = init.request
    this.data = Object.freeze({ ...init.data })
    this.attempts = init.attempts
    this.occurredAt = init.occurredAt ?? Date.now()
    Object.defineProperty(this, brand, { value: 1 })
    Object.defineProperty(this, evidenceKey, { value: init.evidence ?? {} })
  }

  /** The problem as plain data, secrets redacted; `Problem.fromJSON` is the way back. */
  toJSON(): ProblemData {
    const { location, request, challenges, data } = this
    return definedOnly({
      problem: 1,
      ...Object.fromEntries(harmless.map((name) => [name, this[name]])),
      ...saidBy(this),
      location: location && redactUrl(location),
      request: request && { method: request.method, url: redactUrl(request.url) },
      challenges: redactData(challenges),
      data: redactData(data),
    }) as unknown as ProblemData
  }

  /** The way back from `toJSON`. Data of another shape becomes an `UNKNOWN` problem; it never throws. */
  static fromJSON(data: ProblemData): Problem {
    try {
      const given: { readonly problem: unknown } = data
      if (given.problem === 1) return new Problem(data)
    } catch {
      // data of another shape
    }
    return new Problem({ kind: 'unknown', code: 'UNKNOWN', cause: data })
  }
}

/**
 * Is this value a problem, and of this contract? Asks a brand, not `instanceof`, so that two copies of the package agree.
 * Never throws, whatever the value.
 *
 * @example
 * ```ts
 * import { isProblem } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * export function codeOf(thrown: unknown): string | undefined {
 *   return isProblem(thrown, divination) ? thrown.code : undefined
 * }
 * ```
 */
export function isProblem<C extends { readonly name: string; readonly catalogue: object }>(
  value: unknown,
  contract: C,
): value is Problem<Extract<keyof C['catalogue'], string>>
export function isProblem(value: unknown): value is Problem
export function isProblem(value: unknown, contract?: { readonly name: string }): value is Problem {
  try {
    if (typeof value !== 'object' || value === null) return false
    if ((value as Record<symbol, unknown>)[brand] !== 1) return false
    return contract === undefined || (value as Problem).contract === contract.name
  } catch {
    return false // a Proxy may throw on any read
  }
}

/**
 * Does the problem carry one of these codes? Narrows the type, and a misspelt code does not compile, which `===`
 * cannot promise because a server may send a code that nobody listed.
 *
 * @example
 * ```ts
 * import { hasCode, type Problem } from 'react-remedy/core'
 *
 * function needsPoints(problem: Problem<'POINTS_INSUFFICIENT_BALANCE'> | null): boolean {
 *   return hasCode(problem, 'POINTS_INSUFFICIENT_BALANCE')
 * }
 * ```
 */
export function hasCode<Code extends string, Wanted extends Code | FallbackCode>(
  problem: Problem<Code> | null | undefined,
  ...codes: readonly Wanted[]
): problem is Problem<Code> & { readonly code: Wanted } {
  return problem != null && (codes as readonly string[]).includes(problem.code)
}

/** The bodies behind a problem. For `createReport` alone; they may hold secrets. */
export function evidenceOf(problem: Problem): Evidence {
  return ((problem as unknown as Record<symbol, unknown>)[evidenceKey] as Evidence | undefined) ?? {}
}

/** The same problem, saying how many requests were sent for it, so that nobody further out sends it again. */
export function withAttempts<Code extends string>(problem: Problem<Code>, attempts: number): Problem<Code> {
  const init: ProblemInit<Code> = problem
  return new Problem<Code>({ ...init, cause: problem.cause, evidence: evidenceOf(problem), attempts })
}

function definedOnly<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Partial<T>
}
