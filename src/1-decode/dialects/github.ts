import type { FieldProblem } from '../../problem/parts.ts'
import type { HttpContext, Reading } from '../../problem/reading.ts'
import { own, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { collect, rest, sentences, textIn } from './shape.ts'

// What GitHub asks of a client that hit a secondary limit and was told no time.
const secondaryWait = 60_000

/** GitHub: `{ message, documentation_url, errors: [{ resource, field, code }] }`. Its rate limits may be a 403. */
export function github(body: unknown, { status }: HttpContext): Reading | undefined {
  const message = textIn(body, 'message')
  if (message === undefined || textIn(body, 'documentation_url') === undefined) return undefined
  const errors = own(body, 'errors')
  const limited = (status === 403 || status === 429) && /\brate limit\b/i.test(message)
  return {
    detail: message,
    fields: [...sentences(errors), ...collect(errors, toField)],
    likeStatus: limited ? 429 : undefined,
    retryAfter: limited ? secondaryWait : undefined,
    data: rest(body, 'message', 'errors', 'status'),
  }
}

function toField(error: JsonObject): FieldProblem {
  return {
    path: parsePath(textIn(error, 'field') ?? ''),
    rule: textIn(error, 'code'),
    message: textIn(error, 'message'),
  }
}
