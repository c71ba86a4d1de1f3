import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, ownNumber, ownText, type JsonObject } from '../own.ts'
import { statusPhrase } from '../status-phrases.ts'
import { resolveReference } from '../url.ts'
import { readFields } from './fields/read-fields.ts'

const standard = ['type', 'title', 'status', 'detail', 'instance']
const requestIds = ['request_id', 'requestId', 'traceId', 'trace_id']

/**
 * Problem details (RFC 9457) with the members that backends add to it: `code`, and field problems as `errors` or
 * `detail`. Bodies of another content type are read when they have one of its members.
 *
 * @example
 * ```ts
 * import { defineContract, problemDetails } from 'react-remedy/core'
 *
 * export const shop = defineContract({ name: 'shop', dialects: [problemDetails], identity: 'code', catalogue: {} })
 * ```
 */
export function problemDetails(body: unknown, http: HttpContext): Reading | undefined {
  if (!isObject(body)) return undefined
  const declared = /^application\/problem\+json\b/i.test(http.headers.get('content-type') ?? '')
  const code = ownText(body, 'code')
  const found = readFields(body)
  if (!declared && code === undefined && found === undefined && !standard.some((name) => ownText(body, name)))
    return undefined
  const type = ownText(body, 'type') || (declared ? 'about:blank' : undefined)
  const instance = ownText(body, 'instance')
  const seconds = ownNumber(body, 'retry_after')
  return {
    code,
    type: type && resolveReference(type, http.url),
    title: ownText(body, 'title') ?? (declared ? statusPhrase(http.status) : undefined),
    detail: ownText(body, 'detail'),
    instance: instance && resolveReference(instance, http.url),
    status: ownNumber(body, 'status'),
    fields: found?.fields,
    retryAfter: seconds === undefined ? undefined : seconds * 1000,
    requestId: requestIds.map((name) => ownText(body, name)).find(Boolean),
    data: rest(body, http.status, [code === undefined ? '' : 'code', found?.from ?? '']),
  }
}

/** All that has no place of its own in a problem; a status only where it contradicts the one of HTTP. */
function rest(body: JsonObject, status: number, read: readonly string[]): JsonObject {
  const kept: [string, unknown][] = []
  for (const name of Object.keys(body)) {
    const member = body[name]
    if (!read.includes(name) && !hasItsPlace(name, member, status)) kept.push([name, member])
  }
  return Object.fromEntries(kept)
}

function hasItsPlace(name: string, member: unknown, status: number): boolean {
  if (name === 'status') return typeof member !== 'number' || member === status
  if (name === 'detail') return !isObject(member) // FastAPI puts any object there
  return standard.includes(name)
}
