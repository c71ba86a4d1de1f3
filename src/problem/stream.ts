/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** The name that the server gave it. @default 'message' */
  readonly event: string
  readonly data: string
  /** The last id that the server named up to here; empty while it has named none. */
  readonly id: string
}

/** How the event streams of one backend end and fail. */
export interface StreamRules {
  /**
   * What ends a stream. A text: the data of a last frame that says nothing else (`[DONE]`); it is not handed on. A
   * function: `true` for the event that is the last one; it is handed on. A stream that stops without it broke off.
   * @default the end of the response, or `[DONE]` where it comes
   */
  readonly done?: string | ((event: ServerSentEvent) => boolean) | undefined
  /**
   * What is an error frame besides `event: error`. A text: the member that its JSON object then has (`'error'`). The
   * dialects read its data as they read a body.
   */
  readonly error?: string | ((event: ServerSentEvent) => boolean) | undefined
  /** Streams that may be open at once. One more closes the one that has been quiet the longest. @default no limit */
  readonly maxStreams?: number | undefined
  /** The longest silence between two bytes, in milliseconds. @default 30000 */
  readonly silence?: number | undefined
}
