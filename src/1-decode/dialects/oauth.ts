import type { Reading } from '../../problem/reading.ts'
import { codeIn, isToken, rest, textIn } from './shape.ts'

/** OAuth (RFC 6749, 5.2): `{ error: 'invalid_grant', error_description }`. */
export function oauth(body: unknown): Reading | undefined {
  const code = textIn(body, 'error')
  const description = textIn(body, 'error_description')
  if (code === undefined || codeIn(body, 'code') !== undefined) return undefined
  if (description === undefined && !(isToken(code) && textIn(body, 'message') === undefined)) return undefined
  return { code, detail: description, data: rest(body, 'error', 'error_description') }
}
