import { createParser } from 'eventsource-parser'
import type { ServerSentEvent } from '../../problem/stream.ts'
import { longestTimer } from '../limits.ts'
import { Lines } from './lines.ts'

/** No line and no event is longer, in characters. */
export const longestEvent = 256 * 1024

/** What a stream has told so far, over all its connections. */
export interface StreamMemory {
  /** The last id that an event or an empty frame left behind; empty for none. */
  lastEventId: string
  /** Milliseconds that the server asks to wait before a new connection. */
  retry: number | undefined
  /** Data has come, in this connection. */
  payload: boolean
}

/**
 * Reads the events of one connection out of its bytes and keeps the memory up to date. Throws a `RangeError` for a line
 * or an event that is too long. What is not complete when the bytes end was never sent.
 */
export function createFrames(
  memory: StreamMemory,
  onEvent: (event: ServerSentEvent) => void,
): { push(bytes: Uint8Array): void } {
  // The id that the next blank line makes the last one. The parser knows it for one event only, and not at all where
  // a frame has no data.
  let id = memory.lastEventId
  const parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ event = 'message', data }) => onEvent({ event, data, id: memory.lastEventId }),
    onRetry: (milliseconds) => void (memory.retry = Math.min(milliseconds, longestTimer)),
    onError({ type, message }) {
      if (type === 'max-buffer-size-exceeded') throw new RangeError(message)
    },
  })
  const lines = new Lines((line) => {
    if (line === '') memory.lastEventId = id
    else if (/^data(?::|$)/.test(line)) memory.payload = true
    else id = idIn(line) ?? id
    parser.feed(`${line}\n`)
  }, longestEvent)
  // Takes one byte order mark from the beginning; one character may come in several pieces.
  const decoder = new TextDecoder()
  return { push: (bytes) => lines.push(decoder.decode(bytes, { stream: true })) }
}

function idIn(line: string): string | undefined {
  const found = /^id(?:: ?(.*))?$/s.exec(line)
  const value = found?.[1] ?? ''
  return found === null || value.includes('\0') ? undefined : value
}
