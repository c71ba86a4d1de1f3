import type { Routes } from '../call.ts'
import { json, type Reply } from '../http.ts'

/** Backends without a contract: each fails in the manner of something that is widely met. */
export const elsewhereRoutes: Routes = {
  'POST /elsewhere/{shape}': (call) => {
    const { shape = '' } = call.params
    return Object.hasOwn(replies, shape) ? (replies[shape] ?? unknown) : unknown
  },
}

const unknown: Reply = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not here' }

const replies: Readonly<Record<string, Reply>> = {
  stripe: json(402, {
    error: { type: 'card_error', code: 'card_declined', message: 'Your card was declined.', param: 'number' },
  }),
  google: json(429, {
    error: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message: 'Quota exceeded.',
      details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '20s' }],
    },
  }),
  rails: json(422, { errors: { title: ["can't be blank"] } }),
  spring: json(500, {
    timestamp: '2026-03-01T09:00:00.000+00:00',
    status: 500,
    error: 'Internal Server Error',
    path: '/orders',
  }),
  fastapi: json(422, { detail: [{ type: 'missing', loc: ['body', 'item'], msg: 'Field required', input: {} }] }),
  aws: json(400, { __type: 'com.amazonaws.dynamodb#ThrottlingException', message: 'Rate exceeded' }),
  github: json(
    403,
    { message: 'API rate limit exceeded', documentation_url: 'https://docs.example.com/rate-limits' },
    { 'x-ratelimit-remaining': '0', 'retry-after': '15' },
  ),
  html: {
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><h1>503 Service Unavailable</h1><hr>nginx',
  },
}
