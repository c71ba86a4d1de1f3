/** On which layer the failure happened. `http`: the server answered with a problem. */
export type ProblemKind = 'http' | 'network' | 'timeout' | 'aborted' | 'unreadable' | 'stream' | 'unknown'

/** What is wrong with one field. An empty path speaks of the form as a whole. */
export interface FieldProblem {
  /** Where the field is, one own key or index a step: `['items', '0', 'quantity']`. */
  readonly path: readonly string[]
  /** The rule that was broken, where the server names it: `required`. */
  readonly rule?: string | undefined
  /** The server's sentence, stripped of control characters, at most 500 characters. */
  readonly message?: string | undefined
}

/** What a response told about its rate limit. Durations in milliseconds. */
export interface RateLimit {
  readonly limit?: number | undefined
  readonly remaining?: number | undefined
  /** Milliseconds until the window is fresh again, counted from the response. */
  readonly resetIn?: number | undefined
  readonly window?: number | undefined
  /** All policies of `RateLimit-Policy`, where the server sends them. */
  readonly policies?: readonly RateLimitPolicy[] | undefined
}

/** One policy of a `RateLimit-Policy` field. */
export interface RateLimitPolicy {
  readonly name: string
  readonly limit?: number | undefined
  readonly remaining?: number | undefined
  readonly resetIn?: number | undefined
  readonly window?: number | undefined
}

/** One challenge of `WWW-Authenticate`; the scheme and the parameter names in lower case (RFC 9110, 11.6.1). */
export interface AuthChallenge {
  readonly scheme: string
  readonly params: Readonly<Record<string, string>>
}
