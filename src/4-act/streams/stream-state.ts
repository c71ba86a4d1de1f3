import type { Problem } from '../../problem/problem.ts'
import type { ServerSentEvent } from '../../problem/stream.ts'

/** What a stream is doing. `closed`: it is over, by its end, by `close()`, or to make room for another one. */
export type StreamStatus = 'idle' | 'connecting' | 'open' | 'closed' | 'error'

/** A stream as a screen shows it. */
export interface StreamState {
  readonly status: StreamStatus
  /** What came so far, kept over an error and over connections that go on where the last one stopped. */
  readonly events: readonly ServerSentEvent[]
  /** Why it stopped, while its status is `error`. */
  readonly problem: Problem | null
}
