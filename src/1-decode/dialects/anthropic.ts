import type { Reading } from '../../problem/reading.ts'
import { own, ownText } from '../own.ts'
import { requestIdIn, rest, textIn } from './shape.ts'

/** Anthropic: `{ type: 'error', error: { type: 'overloaded_error', message }, request_id }`. Also inside a stream. */
export function anthropic(body: unknown): Reading | undefined {
  const error = own(body, 'error')
  const code = textIn(error, 'type')
  if (ownText(body, 'type') !== 'error' || code === undefined) return undefined
  return {
    code,
    detail: textIn(error, 'message'),
    requestId: requestIdIn(body),
    data: rest(error, 'type', 'message'),
  }
}
