import type { HttpContext, Reading } from '../../problem/reading.ts'
import { fromNested } from './fields/nested.ts'

/** Django REST: `{ amount: ['…'], items: [{}, { qty: ['…'] }], non_field_errors: ['…'] }`, or a list of such. */
export function djangoRest(body: unknown, { status }: HttpContext): Reading | undefined {
  const fields = status >= 400 && status < 500 ? fromNested(body, true) : undefined
  return fields && { fields, data: {} }
}
