import type { SentRequest } from '../answer.ts'
import { peek, peekText } from '../own.ts'
import { plain } from '../plain.ts'
import type { Clue } from './clue.ts'
import { answerOf, isResponse } from './response.ts'

/** ofetch (Nuxt): the body is in `data`; where no response came the cause says why. */
export function fromOfetch(thrown: unknown): Clue | undefined {
  if (peekText(thrown, 'name') !== 'FetchError') return undefined
  const response = peek(thrown, 'response')
  const request = requestOf(thrown)
  if (!isResponse(response)) return { request }
  const data = peek(thrown, 'data')
  return { answer: { ...answerOf(response), body: plain(data), received: data }, request }
}

function requestOf(thrown: unknown): SentRequest | undefined {
  const request = peek(thrown, 'request')
  const options = peek(thrown, 'options')
  const url = typeof request === 'string' ? request : peekText(request, 'url')
  const method = peekText(request, 'method') ?? peekText(options, 'method') ?? 'GET'
  return url === undefined ? undefined : { method, url, body: peek(options, 'body') }
}
