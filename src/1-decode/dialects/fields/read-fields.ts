import type { FieldProblem } from '../../../problem/parts.ts'
import { maxFields } from '../../fields.ts'
import { isObject, own, type JsonObject } from '../../own.ts'
import { fromDictionary } from './dictionary.ts'
import { fromLocation } from './location.ts'
import { fromPointer } from './pointer.ts'

/** Field problems under `errors` or `detail`, and which of the two held them. */
export function readFields(
  body: JsonObject,
): { readonly fields: readonly FieldProblem[]; readonly from: string } | undefined {
  for (const from of ['errors', 'detail']) {
    const member = own(body, from)
    const fields = Array.isArray(member)
      ? fromList(member.slice(0, maxFields))
      : fromDictionary(from === 'errors' ? member : undefined, maxFields)
    if (fields.length > 0) return { fields, from }
  }
  return undefined
}

/** Each shape of an item has its file; the first that knows it reads it. */
function fromList(list: readonly unknown[]): readonly FieldProblem[] {
  const fields: FieldProblem[] = []
  for (const item of list) {
    const field = isObject(item) ? (fromLocation(item) ?? fromPointer(item)) : undefined
    if (field !== undefined) fields.push(field)
  }
  return fields
}
