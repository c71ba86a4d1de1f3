import { envelope } from '../../1-decode/dialects/envelope.ts'
import { loose } from '../../1-decode/dialects/loose.ts'
import { nest } from '../../1-decode/dialects/nest.ts'
import { readHints } from '../../1-decode/headers/hints.ts'
import type { Dialect, HttpContext, Reading } from '../../problem/reading.ts'
import { nestWithFieldNames } from './field-names.ts'
import { limitName, type CreatoriaPlan } from './limits.ts'

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
  const shapes: readonly Dialect[] = [fieldNames === true ? nestWithFieldNames : nest, envelope, loose]
  return (body, http) => {
    for (const shape of shapes) {
      const reading = shape(body, http)
      if (reading !== undefined) return withLimit(reading, http, plan)
    }
    return withLimit(undefined, http, plan)
  }
}

/** What decides besides the status: the two cases that a body names. */
export function creatoriaIdentity({ code, detail }: Reading, status?: number): string | undefined {
  if (code === 'RATE_LIMIT_EXCEEDED') return code
  return status === 400 && detail?.startsWith('Project context is required') === true
    ? 'PROJECT_CONTEXT_REQUIRED'
    : undefined
}

function withLimit(reading: Reading | undefined, http: HttpContext, plan?: CreatoriaPlan): Reading | undefined {
  const limit = http.status === 429 ? limitName(readHints(http).rateLimit, plan) : undefined
  if (limit === undefined) return reading
  return { ...reading, variant: limit.per, data: { ...reading?.data, plan: limit.plan, level: limit.level } }
}
