import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, own } from '../own.ts'
import { readTypedError } from './openai.ts'
import { textIn } from './shape.ts'

const types = ['card_error', 'idempotency_error']
const members = [
  'request_log_url',
  'decline_code',
  'doc_url',
  'advice_code',
  'payment_intent',
  'setup_intent',
  'charge',
]

/** Stripe: `{ error: { type: 'card_error', code: 'card_declined', decline_code, param, message, … } }`. */
export function stripe(body: unknown, { headers }: HttpContext): Reading | undefined {
  const error = own(body, 'error')
  const type = textIn(error, 'type')
  if (!isObject(error) || type === undefined) return undefined
  const isIts =
    types.includes(type) || headers.has('stripe-version') || members.some((name) => Object.hasOwn(error, name))
  if (!isIts) return undefined
  const reading = readTypedError(error)
  return { ...reading, likeStatus: reading.code === 'rate_limit' ? 429 : undefined }
}
