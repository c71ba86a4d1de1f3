import { defineContract, extendContract, type Dialect } from '../../../src/core.ts'
import { divination } from '../../../src/contracts/divination/index.ts'

interface Envelope {
  readonly error?: { readonly type?: string; readonly code?: string | null; readonly message?: string }
  readonly request_id?: string
}

const envelope: Dialect = (body) => {
  const { error, request_id: requestId } = (body ?? {}) as Envelope
  if (typeof error !== 'object' || error === null) return undefined
  return { code: error.code ?? error.type, detail: error.message, requestId, data: { error } }
}

/** A backend whose streams end with a marker, and fail with a member. */
export const answers = defineContract({
  name: 'answers',
  dialects: [envelope],
  identity: 'code',
  catalogue: { overloaded_error: { status: 529, show: 'toast', offer: ['retry'] } },
  streams: { done: '[DONE]', error: 'error' },
  retry: { first: 1, jitter: 0 },
})

/** The shipped contract, with waits that a test can wait for. */
export const quick = extendContract(divination, {
  retry: { first: 1, jitter: 0 },
  change: {
    AGENT_SSE_CONNECTION_LIMIT: { retry: { retries: 1, first: 1, jitter: 0 } },
    AGENT_INVALID_LAST_EVENT_ID: { retry: { retries: 1, first: 0, jitter: 0 } },
  },
})

/** The body of a divination problem. */
export function details(code: string, status: number): string {
  return JSON.stringify({ type: 'about:blank', title: 'server words', status, code })
}
