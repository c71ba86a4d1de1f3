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
  const attempts = attemptsOf(thrown, response.status)
  if (data === undefined) return { answer: answerOf(response), response, request, attempts }
  return { answer: { ...answerOf(response), body: plain(data), received: data }, request, attempts }
}

// It does not say how often it sent a request, but what it sends again, and how often.
function attemptsOf(thrown: unknown, status: number): number | undefined {
  const rule = peek(peek(thrown, 'options'), 'retry')
  const method = peekText(peek(thrown, 'request'), 'method')?.toLowerCase()
  const decides = lists(peek(rule, 'statusCodes'), status) || typeof peek(rule, 'shouldRetry') === 'function'
  const retries = lists(peek(rule, 'methods'), method) && decides ? Number(peek(rule, 'limit')) : 0
  return retries > 0 ? retries + 1 : undefined
}

function lists(list: unknown, member: unknown): boolean {
  return Array.isArray(list) && list.includes(member)
}

function requestOf(thrown: unknown): SentRequest | undefined {
  const request = peek(thrown, 'request')
  const method = peekText(request, 'method')
  const url = peekText(request, 'url')
  if (method === undefined || url === undefined) return undefined
  const options = peek(thrown, 'options')
  return { method, url, body: peek(options, 'json') ?? peek(options, 'body') }
}
