import { peek, peekText } from '../own.ts'
import type { Answer } from '../answer.ts'
import { bodyOf } from '../body/parse-body.ts'
import type { Clue } from './clue.ts'

/** A `Response` of any realm. */
export function isResponse(value: unknown): value is Response {
  return (
    Number.isInteger(peek(value, 'status')) &&
    typeof peek(value, 'clone') === 'function' && // axios has a status and headers too
    typeof peek(peek(value, 'headers'), 'get') === 'function'
  )
}

/** `throw response`. */
export function fromResponse(thrown: unknown): Clue | undefined {
  if (!isResponse(thrown)) return undefined
  // A page gets to see nothing of it: `Response.error()`, or what crossed an origin without leave.
  return thrown.status === 0 ? { kind: 'network' } : { answer: answerOf(thrown), response: thrown }
}

/** What a response says without its body. */
export function answerOf(response: Response): { status: number; headers: Headers; url: string | undefined } {
  return { status: response.status, headers: response.headers, url: peekText(response, 'url') || undefined }
}

/** The answer behind the error of a client that has read the body, with the response if that was kept. */
export function answerBehind(response: unknown, received: unknown): Answer {
  const head = isResponse(response) ? answerOf(response) : { status: 0, headers: new Headers() }
  return { ...head, body: bodyOf(received), received }
}
