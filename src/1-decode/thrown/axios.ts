import type { Answer, SentRequest } from '../answer.ts'
import { decodeText } from '../body/decode-text.ts'
import { bodyOf } from '../body/parse-body.ts'
import { toHeaders } from '../headers/to-headers.ts'
import { peek, peekText } from '../own.ts'
import type { Clue } from './clue.ts'

/** axios, by the mark it puts on its errors. */
export function fromAxios(thrown: unknown): Clue | undefined {
  if (peek(thrown, 'isAxiosError') !== true) return undefined
  const answer = answerOf(peek(thrown, 'response'))
  const config = peek(thrown, 'config')
  return { kind: kindOf(thrown, answer), answer, request: requestOf(config), attempts: attemptsOf(config) }
}

// axios-retry counts on the config of the request. What it has not sent again may be sent again by others.
function attemptsOf(config: unknown): number | undefined {
  const retries = Number(peek(peek(config, 'axios-retry'), 'retryCount'))
  return retries > 0 ? retries + 1 : undefined
}

// What axios says in the words of Node the platform knows.
function kindOf(thrown: unknown, answer: Answer | undefined): Clue['kind'] {
  const code = peekText(thrown, 'code')
  const isAbort = peek(thrown, 'message') === 'Request aborted' // by the browser; else it took too long
  if (code === 'ECONNABORTED') return isAbort ? 'aborted' : 'timeout'
  if (code === 'ERR_CANCELED') return 'aborted'
  // Redirects that were not followed and caches that were fresh have the code of an unreadable success.
  return code === 'ERR_BAD_RESPONSE' && (answer?.status ?? 0) < 300 ? 'unreadable' : undefined
}

function answerOf(response: unknown): Answer | undefined {
  const status = peek(response, 'status')
  if (!Number.isInteger(status)) return undefined
  const headers = toHeaders(peek(response, 'headers'))
  const received = peek(response, 'data')
  const bytes = bytesOf(received)
  const body = bodyOf(bytes === undefined ? received : decodeText(bytes, headers.get('content-type') ?? ''))
  return { status: Number(status), headers, url: urlOf(peek(response, 'request')), body, received }
}

/** `responseType` decides what axios makes of a body. */
function bytesOf(data: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  return peek(data, Symbol.toStringTag) === 'ArrayBuffer' ? new Uint8Array(data as ArrayBuffer) : undefined
}

/** Where the answer came from: XMLHttpRequest, Node, fetch. */
function urlOf(request: unknown): string | undefined {
  return (
    peekText(request, 'responseURL') ||
    peekText(peek(request, 'res'), 'responseUrl') ||
    peekText(request, 'url') ||
    undefined
  )
}

function requestOf(config: unknown): SentRequest | undefined {
  const url = peekText(config, 'url')
  if (url === undefined) return undefined
  return {
    method: peekText(config, 'method') ?? 'GET',
    url: join(peekText(config, 'baseURL') ?? '', url),
    body: peek(config, 'data'),
  }
}

function join(base: string, url: string): string {
  if (base === '' || /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(url)) return url
  return url === '' ? base : `${base.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`
}
