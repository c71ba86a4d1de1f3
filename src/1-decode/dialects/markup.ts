import type { HttpContext, Reading } from '../../problem/reading.ts'
import { plainBody } from './shape.ts'

/** A page of a proxy, a framework or an object store: the status decides, and nothing of it is handed on. */
export function markup(body: unknown, { received }: HttpContext): Reading | undefined {
  return /^\s*<[!?a-z]/i.test(plainBody(body, received)?.slice(0, 1000) ?? '') ? { data: {} } : undefined
}
