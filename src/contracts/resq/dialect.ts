import { loose } from '../../1-decode/dialects/loose.ts'
import { plainText } from '../../1-decode/dialects/plain-text.ts'
import type { HttpContext, Reading } from '../../problem/reading.ts'

/**
 * ResQ: `{ error }`, or `{ error, message, details: [{ path, rule }] }`. The names of its members may change, so that
 * whatever looks like them is taken for words and marks, and nothing in a body for a code, a wait or a status.
 */
export function resqError(body: unknown, http: HttpContext): Reading | undefined {
  const reading = loose(body, http) ?? plainText(body, http)
  if (reading === undefined) return undefined
  const { title, detail, fields, data } = reading
  return {
    ...(detail === undefined ? { detail: title } : { title, detail }),
    fields,
    data,
    variant: asksForApproval(reading, http) ? 'approval' : undefined,
  }
}

function asksForApproval({ title = '', detail = '' }: Reading, { status }: HttpContext): boolean {
  return status === 403 && /\bmissions\.approve\b/.test(`${title} ${detail}`)
}
