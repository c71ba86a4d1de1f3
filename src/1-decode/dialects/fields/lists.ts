import type { FieldProblem } from '../../../problem/parts.ts'
import { own, type JsonObject } from '../../own.ts'
import { parsePath } from '../../path.ts'
import { collect, sentences, textIn } from '../shape.ts'
import { fromNested } from './nested.ts'

// Lists, or objects by the name of the field.
const either = ['errors', 'fieldErrors', 'field_errors', 'validationErrors', 'validation_errors', 'fields']
// Lists only: `details` may hold any object.
const lists = ['violations', 'invalid-params', 'invalid_params', 'invalidParams', 'issues', 'details', 'extra']
const places = ['path', 'propertyPath', 'field', 'property', 'param', 'pointer', 'loc', 'target', 'attr', 'key', 'name']
// No field of a form stands there.
const elsewhere = ['query', 'params', 'path', 'headers', 'header', 'cookies', 'cookie']

/** Field problems, and under which name they stood in the body. */
export interface FoundFields {
  readonly fields: readonly FieldProblem[]
  readonly from: string
}

/** Field problems as frameworks without a standard list them. */
export function readLists(body: unknown): FoundFields | undefined {
  for (const from of [...either, ...lists]) {
    const member = own(body, from)
    const fields = Array.isArray(member) ? fromList(member) : either.includes(from) ? fromNested(member) : undefined
    if (fields !== undefined && fields.length > 0) return { fields, from }
  }
  return undefined
}

function fromList(list: readonly unknown[]): readonly FieldProblem[] {
  return [...sentences(list), ...collect(list, fromItem)]
}

/** One item: where, what and why under whatever name (express-validator, zod, Hibernate, Azure). */
export function fromItem(item: JsonObject): FieldProblem | undefined {
  const message = textIn(item, 'message', 'msg', 'detail', 'defaultMessage', 'description', 'reason', 'error', 'title')
  const rule = textIn(item, 'code', 'rule', 'keyword', 'constraint')
  if (message === undefined && rule === undefined) return undefined
  const outside = elsewhere.includes(textIn(item, 'location', 'in', 'source') ?? '')
  return { path: outside ? [] : pathIn(item), rule, message }
}

function pathIn(item: JsonObject): readonly string[] {
  for (const name of places) {
    const place = own(item, name)
    // An exception that was sent as it is has a name too.
    if (typeof place === 'string' && !place.endsWith('Error')) return parsePath(place)
    if (Array.isArray(place)) return place.filter((step) => /^(?:string|number)$/.test(typeof step)).map(String)
  }
  return []
}
