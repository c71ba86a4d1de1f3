/** The request behind a failure, as far as the caller knows it. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  /** What was sent, for the report alone. */
  readonly body?: unknown
}

/** What a server answered, from whatever client it comes. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Where the answer came from in the end, redirects followed. */
  readonly url?: string | undefined
  /** Parsed and harmless; `undefined` when there is none or it is no JSON. */
  readonly body?: unknown
  /** As it came, for the report alone. */
  readonly received?: unknown
}
