import type { Reading } from '../../problem/reading.ts'
import { isObject, own } from '../own.ts'
import { fromNested } from './fields/nested.ts'
import { sentences, textIn } from './shape.ts'

const members = ['status', 'error', 'exception', 'traces']

/** Rails: `{ errors: { title: ['…'], base: ['…'] } }`, `{ errors: ['Title …'] }`, or its own `{ status: 404, error: 'Not Found' }`. */
export function rails(body: unknown): Reading | undefined {
  if (!isObject(body)) return undefined
  const names = Object.keys(body)
  const errors = own(body, 'errors')
  if (names.length === 1 && errors !== undefined) {
    const fields = isObject(errors) ? fromNested(errors) : sentences(errors)
    return fields && fields.length > 0 ? { fields, data: {} } : undefined
  }
  const isOwn = typeof own(body, 'status') === 'number' && names.every((name) => members.includes(name))
  return isOwn && textIn(body, 'error') !== undefined ? { title: textIn(body, 'error'), data: {} } : undefined
}
