import type { SentRequest } from '../answer.ts'
import { peek, peekText } from '../own.ts'
import type { Clue } from './clue.ts'
import { answerBehind, isResponse } from './response.ts'

/** ky, ofetch (Nuxt), and all who hang the `Response` on their error. Since ky 2 the body is already in `data`. */
export function fromClientWithResponse(thrown: unknown): Clue | undefined {
  const response = peek(thrown, 'response')
  const request = requestOf(thrown)
  if (!isResponse(response)) return { request } // nobody answered
  const received = peek(thrown, 'data')
  return {
    answer: answerBehind(response, received),
    response: received === undefined ? response : undefined,
    request,
    attempts: attemptsOf(thrown, response.status),
  }
}

// ky does not say how often it sent a request, but what it sends again, and how often.
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

/** A `Request`; with ofetch perhaps its URL alone, and the rest among the options. */
function requestOf(thrown: unknown): SentRequest | undefined {
  const [request, options] = [peek(thrown, 'request'), peek(thrown, 'options')]
  const url = typeof request === 'string' ? request : peekText(request, 'url')
  const usual = peekText(thrown, 'name') === 'FetchError' ? 'GET' : undefined
  const method = peekText(request, 'method') ?? peekText(options, 'method') ?? usual
  if (method === undefined || url === undefined) return undefined
  return { method, url, body: peek(options, 'json') ?? peek(options, 'body') }
}
