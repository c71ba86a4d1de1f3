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
      ? member.slice(0, maxFields).flatMap(fromItem)
      : fromDictionary(from === 'errors' ? member : undefined, maxFields)
    if (fields.length > 0) return { fields, from }
  }
  return undefined
}

/** Each shape of an item has its file; the first that knows it reads it. */
function fromItem(item: unknown): FieldProblem | readonly FieldProblem[] {
  return (isObject(item) && (fromLocation(item) ?? fromPointer(item))) || []
}
