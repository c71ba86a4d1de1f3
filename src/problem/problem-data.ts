import type { AuthChallenge, FieldProblem, ProblemKind, RateLimit } from './parts.ts'

/** The code of a problem that carries no code of its own: its status or its kind says what it is. */
export type FallbackCode =
  | `HTTP_${number}`
  | 'NETWORK'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'UNREADABLE'
  | 'STREAM_TRUNCATED'
  | 'UNKNOWN'

/** A backend may send a code that no contract names; `hasCode` checks spelling, `===` cannot. */
export type UnknownCode = string & {}

/** The request that failed. The URL is the one that was asked for, secrets in its query included. */
export interface ProblemRequest {
  readonly method: string
  readonly url: string
}

/** What a problem is made from; `decode` fills it in. Everything but `kind` and `code` may be left out. */
export interface ProblemInit<Code extends string = string> {
  readonly kind: ProblemKind
  readonly code: Code | FallbackCode | UnknownCode
  readonly contract?: string | undefined
  readonly status?: number | undefined
  readonly likeStatus?: number | undefined
  readonly title?: string | undefined
  readonly detail?: string | undefined
  readonly type?: string | undefined
  readonly instance?: string | undefined
  readonly fields?: readonly FieldProblem[] | undefined
  readonly retryAfter?: number | undefined
  readonly shouldRetry?: boolean | undefined
  readonly rateLimit?: RateLimit | undefined
  readonly challenges?: readonly AuthChallenge[] | undefined
  readonly location?: string | undefined
  readonly requestId?: string | undefined
  readonly variant?: string | undefined
  readonly request?: ProblemRequest | undefined
  readonly data?: Readonly<Record<string, unknown>> | undefined
  readonly attempts?: number | undefined
  readonly occurredAt?: number | undefined
  readonly cause?: unknown
  /** Kept out of sight for `createReport` alone. */
  readonly evidence?: Evidence | undefined
}

/** The bodies that went over the wire, as text or as the value that was sent. Never enumerable, never in `toJSON`. */
export interface Evidence {
  readonly received?: unknown
  readonly sent?: unknown
}

/** A problem as plain data: redacted, survives `JSON` and `structuredClone`. */
export interface ProblemData {
  readonly problem: 1
  readonly contract: string
  readonly kind: ProblemKind
  readonly code: string
  readonly status?: number
  readonly likeStatus?: number
  readonly title?: string
  readonly detail?: string
  readonly type?: string
  readonly instance?: string
  readonly fields: readonly FieldProblem[]
  readonly retryAfter?: number
  readonly shouldRetry?: boolean
  readonly rateLimit?: RateLimit
  readonly challenges: readonly AuthChallenge[]
  readonly location?: string
  readonly requestId?: string
  readonly variant?: string
  readonly request?: ProblemRequest
  readonly data: Readonly<Record<string, unknown>>
  readonly attempts?: number
  readonly occurredAt: number
}
