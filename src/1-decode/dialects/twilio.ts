import type { Reading } from '../../problem/reading.ts'
import { codeIn, numberIn, rest, textIn } from './shape.ts'

/** Twilio: `{ code: 20404, message, more_info, status: 404 }`. */
export function twilio(body: unknown): Reading | undefined {
  if (numberIn(body, 'code') === undefined || textIn(body, 'more_info') === undefined) return undefined
  return { code: codeIn(body, 'code'), detail: textIn(body, 'message'), data: rest(body, 'code', 'message', 'status') }
}
