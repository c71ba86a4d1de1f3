import type { Reading } from '../../problem/reading.ts'
import { isObject, own } from '../own.ts'
import { fromNested } from './fields/nested.ts'
import { codeIn, rest, textIn } from './shape.ts'

const debug = ['exception', 'file', 'line', 'trace']

/** Laravel: `{ message, errors: { 'users.0.email': ['…'] } }`, or `{ message, exception, file, line, trace }` in debug. */
export function laravel(body: unknown): Reading | undefined {
  const message = textIn(body, 'message')
  const errors = own(body, 'errors')
  const fields = isObject(errors) ? fromNested(errors) : undefined
  const isDebug = textIn(body, 'exception') !== undefined && Array.isArray(own(body, 'trace'))
  if (message === undefined || (fields === undefined && !isDebug)) return undefined
  return {
    code: codeIn(body, 'code'),
    detail: message,
    fields,
    data: rest(body, 'message', 'errors', 'code', ...debug),
  }
}
