import type { FieldProblem } from './parts.ts'

/** What one dialect found in one body. Members that the body does not have stay away. */
export interface Reading {
  readonly code?: string | undefined
  readonly type?: string | undefined
  readonly title?: string | undefined
  readonly detail?: string | undefined
  readonly instance?: string | undefined
  /** The status the body claims: diagnostic, the HTTP status decides. */
  readonly status?: number | undefined
  /** The status that this failure is like, where the one of HTTP misleads: GraphQL answers 200, AWS throttles with 400. */
  readonly likeStatus?: number | undefined
  readonly fields?: readonly FieldProblem[] | undefined
  /** Milliseconds, where the body says how long to wait. */
  readonly retryAfter?: number | undefined
  readonly requestId?: string | undefined
  /** Which of the cases that share one code this is, where the body tells. It picks the words and decides nothing else. */
  readonly variant?: string | undefined
  /** The rest of the body, own keys only. */
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

/** What a dialect may know of the response besides the body. */
export interface HttpContext {
  readonly status: number
  readonly headers: Headers
  readonly url?: string | undefined
  /** The body as it came, for what is no JSON. */
  readonly received?: unknown
}

/**
 * Reads one body shape; `undefined` when the body is not of that shape. A plain function: it throws nothing, keeps
 * nothing and touches nothing but its arguments.
 */
export type Dialect = (body: unknown, http: HttpContext) => Reading | undefined

/**
 * What decides which problem this is: the `code` member, the `type`, the status alone, or a function of your own
 * that answers with a code or with `undefined` (then the fallbacks decide).
 */
export type Identity = 'code' | 'type' | 'status' | ((reading: Reading, status?: number) => string | undefined)
