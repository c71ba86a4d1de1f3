import type { HttpContext, Reading } from '../../problem/reading.ts'

const tag = /^(?:\ufeff|\s)*<(?:[!?a-z])/i
const title = /<title[^>]{0,100}>([^<]{1,300})<\/title/i

/** A page of a proxy, a framework or an object store: the status decides, and no markup is handed on. */
export function markup(body: unknown, { received }: HttpContext): Reading | undefined {
  if (body !== undefined || typeof received !== 'string' || !tag.test(received.slice(0, 1000))) return undefined
  return { title: title.exec(received.slice(0, 4000))?.[1] }
}
