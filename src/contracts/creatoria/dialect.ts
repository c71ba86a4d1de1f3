import { envelope } from '../../1-decode/dialects/envelope.ts'
import { loose } from '../../1-decode/dialects/loose.ts'
import { nest } from '../../1-decode/dialects/nest.ts'
import { readHints } from '../../1-decode/headers/hints.ts'
import type { Dialect, HttpContext, Reading } from '../../problem/reading.ts'
import { nestWithFieldNames } from './field-names.ts'
import { limitName, type CreatoriaPlan } from './limits.ts'

const rateLimited = 'RATE_LIMIT_EXCEEDED'

/** What an app knows, or wants, beyond the document. */
export interface CreatoriaOptions {
  /** The plan that the app is on: names a limit whose size occurs in several plans. */
  readonly plan?: CreatoriaPlan | undefined
  /** `true`: names of fields are read out of the sentences of class-validator. @default false */
  readonly fieldNames?: boolean | undefined
}

/**
 * Creatoria: Nest's `{ statusCode, message, error }`; `{ error: { code, message, retryAfter } }` of the rate limit; and
 * `{ error, sessionId }` inside a stream.
 */
export function creatoriaError({ plan, fieldNames }: CreatoriaOptions = {}): Dialect {
  const shapes: readonly Dialect[] = [fieldNames === true ? nestWithFieldNames : nest, envelope, sentence]
  return (body, http) => {
    for (const shape of shapes) {
      const reading = shape(body, http)
      if (reading !== undefined) return withLimit(likeItsCode(reading, http), http, plan)
    }
    return withLimit(undefined, http, plan)
  }
}

// A frame of a stream has one member that speaks; whoever stands before the API may send another. None is a code.
function sentence(body: unknown, http: HttpContext): Reading | undefined {
  const reading = loose(body, http)
  return reading && { ...reading, code: undefined, detail: reading.detail ?? reading.title }
}

// The named rate limit is one wherever it is told: inside a stream there is no status at all.
function likeItsCode(reading: Reading, { status }: HttpContext): Reading {
  return reading.code === rateLimited && status !== 429 ? { ...reading, likeStatus: 429 } : reading
}

/** What decides besides the status: the two cases that a body names, and a frame that has none. */
export function creatoriaIdentity({ code, detail }: Reading, status?: number): string | undefined {
  if (code === rateLimited) return code
  if (status === undefined) return 'STREAM_ERROR'
  return status === 400 && detail?.startsWith('Project context is required') === true
    ? 'PROJECT_CONTEXT_REQUIRED'
    : undefined
}

function withLimit(reading: Reading | undefined, http: HttpContext, plan?: CreatoriaPlan): Reading | undefined {
  const limit = http.status === 429 ? limitName(readHints(http).rateLimit, plan) : undefined
  if (limit === undefined) return reading
  return { ...reading, variant: limit.per, data: { ...reading?.data, plan: limit.plan, level: limit.level } }
}
