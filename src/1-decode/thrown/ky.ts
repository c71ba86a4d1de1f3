import type { SentRequest } from '../answer.ts'
import { peek, peekText } from '../own.ts'
import { plain } from '../plain.ts'
import type { Clue } from './clue.ts'
import { answerOf, isResponse } from './response.ts'

/** ky, and all who hang the `Response` on their error. Since ky 2 the body is already in `data`. */
export function fromKy(thrown: unknown): Clue | undefined {
  const response = peek(thrown, 'response')
  const request = requestOf(thrown)
  if (!isResponse(response)) return request && { request } // its TimeoutError and NetworkError
  const data = peek(thrown, 'data')
  if (data === undefined) return { answer: answerOf(response), response, request }
  return { answer: { ...answerOf(response), body: plain(data), received: data }, request }
}

function requestOf(thrown: unknown): SentRequest | undefined {
  const request = peek(thrown, 'request')
  const method = peekText(request, 'method')
  const url = peekText(request, 'url')
  if (method === undefined || url === undefined) return undefined
  const options = peek(thrown, 'options')
  return { method, url, body: peek(options, 'json') ?? peek(options, 'body') }
}
