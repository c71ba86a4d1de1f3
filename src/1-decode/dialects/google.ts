import type { FieldProblem } from '../../problem/parts.ts'
import type { Reading } from '../../problem/reading.ts'
import { isObject, own, ownText, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { collect, rest, textIn } from './shape.ts'

/**
 * Google APIs (AIP-193): `{ error: { code: 429, message, status: 'RESOURCE_EXHAUSTED', details: [{ '@type': … }] } }`,
 * the same without `error` from a gRPC gateway, and as the only item of a list from a streaming call.
 */
export function google(body: unknown): Reading | undefined {
  const whole: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body
  const error = own(whole, 'error') ?? whole
  if (!isObject(error) || typeof own(error, 'code') !== 'number' || ownText(error, 'message') === undefined)
    return undefined
  const details = own(error, 'details')
  const typed: readonly unknown[] = Array.isArray(details) ? details.filter((item) => textIn(item, '@type')) : []
  const status = textIn(error, 'status')
  const reason = legacyReason(own(error, 'errors'))
  const isIts =
    typed.length > 0 || reason !== undefined || (error !== whole && /^[A-Z]+(?:_[A-Z]+)*$/.test(status ?? ''))
  if (!isIts) return undefined
  const info = find(typed, 'ErrorInfo')
  return {
    code: textIn(info, 'reason') ?? status ?? reason,
    likeStatus: /(?:rateLimit|quota|dailyLimit)Exceeded/i.test(reason ?? '') ? 429 : undefined,
    detail: textIn(error, 'message'),
    fields: violations(find(typed, 'BadRequest')),
    retryAfter: duration(textIn(find(typed, 'RetryInfo'), 'retryDelay')),
    requestId: textIn(find(typed, 'RequestInfo'), 'requestId'),
    data: { ...rest(error, 'code', 'message', 'details', 'errors'), ...rest(info, '@type', 'reason') },
  }
}

/** What was sent before AIP-193, and is still sent beside it. Its rate limits may come with 403. */
function legacyReason(errors: unknown): string | undefined {
  const [first]: readonly unknown[] = Array.isArray(errors) ? errors : []
  return textIn(first, 'domain') === undefined ? undefined : textIn(first, 'reason')
}

function find(details: readonly unknown[], type: string): unknown {
  return details.find((item) => textIn(item, '@type')?.endsWith(`.${type}`))
}

function violations(badRequest: unknown): readonly FieldProblem[] {
  return collect(own(badRequest, 'fieldViolations') ?? own(badRequest, 'field_violations'), toField)
}

function toField(violation: JsonObject): FieldProblem {
  const localized = textIn(own(violation, 'localizedMessage'), 'message')
  return {
    path: parsePath(ownText(violation, 'field') ?? ''),
    rule: textIn(violation, 'reason'),
    message: localized ?? textIn(violation, 'description'),
  }
}

/** Durations of protobuf in JSON: `3.5s`. */
function duration(text: string | undefined): number | undefined {
  const [, seconds] = /^(\d{1,12}(?:\.\d{1,9})?)s$/.exec(text ?? '') ?? []
  return seconds === undefined ? undefined : Number(seconds) * 1000
}
