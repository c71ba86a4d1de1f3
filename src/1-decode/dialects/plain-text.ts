import type { HttpContext, Reading } from '../../problem/reading.ts'
import { plainBody } from './shape.ts'

/** A sentence, as rate limiters and gateways send it. Not the beginning of a JSON text that was cut off. */
export function plainText(body: unknown, { received }: HttpContext): Reading | undefined {
  const start = plainBody(body, received)?.slice(0, 2000).trim() ?? ''
  const text = start.replace(/^"([^"\\]*)"$/, '$1') // a sentence sent as JSON
  return text === '' || /^[[{"]|<[a-z!/]/i.test(text) ? undefined : { detail: text, data: {} }
}
