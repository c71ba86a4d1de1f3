import { requestIdIn, rest, textIn } from '../../1-decode/dialects/shape.ts'
import { isObject, own, type JsonObject } from '../../1-decode/own.ts'
import { parsePath } from '../../1-decode/path.ts'
import type { Reading } from '../../problem/reading.ts'

/**
 * Qoder: `{ type: 'error', error: { type, message, param?, feature?, available_from? } }`, of the older page and of the
 * newer one. `param` becomes a field problem; `feature` and `available_from` stay in the data.
 */
export function qoderError(body: unknown): Reading | undefined {
  const error = own(body, 'error')
  if (!isObject(error)) return undefined
  const type = textIn(error, 'type')
  const message = textIn(error, 'message')
  const param = textIn(error, 'param')
  return {
    type,
    detail: message,
    fields: param === undefined ? undefined : [{ path: parsePath(param), message }],
    requestId: requestIdIn(body),
    variant: variantOf(type, message ?? '', error),
    data: { ...rest(body, 'type', 'error'), ...rest(error, 'type', 'message', 'param') },
  }
}

// One error type, several causes: sentences are no protocol, so they pick words and nothing else.
function variantOf(type: string | undefined, message: string, error: JsonObject): string | undefined {
  if (type === 'conflict_error') return causeOfConflict(message, error)
  if (type !== 'feature_not_available') return undefined
  if (textIn(error, 'feature') === undefined || textIn(error, 'available_from') === undefined) return 'unnamed'
  if (/outdated|deprecated|expired|superseded|no longer|过期|过时/i.test(message)) return 'outdated'
  return /missing|requires?\b|without|缺少|需要/i.test(message) ? 'missing' : undefined
}

function causeOfConflict(message: string, error: JsonObject): string | undefined {
  if (/idempotency|幂等/i.test(message)) return 'sameKey'
  if (/terminated|终止/i.test(message)) return 'ended'
  const isTaken = /already exists|duplicate|in use|taken|重复|同名|已存在/i.test(message)
  return isTaken || textIn(error, 'param') !== undefined ? 'duplicate' : undefined
}
