import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, own, ownText } from '../own.ts'
import { readLists } from './fields/lists.ts'
import { problemDetails } from './problem-details.ts'

/**
 * Problem details (RFC 9457) that say so: by their content type, or by a `type` beside a `title` or a `status`. For
 * lists in which other shapes follow; `problemDetails` takes whatever has one of their members.
 */
export function declaredProblem(body: unknown, http: HttpContext): Reading | undefined {
  if (!isObject(body) || !isDeclared(body, http)) return undefined
  const reading = problemDetails(body, http)
  if (reading === undefined || (reading.fields?.length ?? 0) > 0) return reading
  // `invalid-params` of RFC 7807, `violations` of API Platform and Zalando, and lists with names of their own.
  const found = readLists(body)
  if (found === undefined) return reading
  const { [found.from]: _read, ...data } = reading.data ?? {}
  return { ...reading, fields: found.fields, data }
}

function isDeclared(body: object, { headers }: HttpContext): boolean {
  if (/\bproblem\+json\b/i.test(headers.get('content-type') ?? '')) return true
  const named = ownText(body, 'title') !== undefined || typeof own(body, 'status') === 'number'
  return ownText(body, 'type') !== undefined && named
}
