import type { HttpContext, Reading } from '../../problem/reading.ts'
import { own } from '../own.ts'
import { problemDetails } from './problem-details.ts'
import { codeIn, rest, textIn, waitIn } from './shape.ts'

/** Cloudflare: the 1xxx errors of its edge as problem details, and `{ success: false, errors: [{ code: 1003 }] }` of its API. */
export function cloudflare(body: unknown, http: HttpContext): Reading | undefined {
  const ray = textIn(body, 'ray_id')
  const edgeCode = codeIn(body, 'error_code')
  if (ray !== undefined && edgeCode !== undefined)
    return { ...problemDetails(body, http), code: edgeCode, retryAfter: waitIn(body), requestId: ray }
  const errors = own(body, 'errors')
  const [first]: readonly unknown[] = Array.isArray(errors) ? errors : []
  if (own(body, 'success') !== false || typeof own(first, 'code') !== 'number') return undefined
  return { code: codeIn(first, 'code'), detail: textIn(first, 'message'), data: rest(body, 'success', 'errors') }
}
