import type { ServerSentEvent } from '../../problem/stream.ts'
import type { CallOptions } from '../runtime.ts'
import type { Connect } from './connect.ts'

/** What one stream is and how it is read. */
export interface StreamCall extends CallOptions {
  readonly connect: Connect
  readonly onEvent?: ((event: ServerSentEvent) => void) | undefined
  readonly silence?: number | undefined
  readonly timeout?: number | undefined
}
