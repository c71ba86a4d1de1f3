import type { FieldProblem } from '../../../problem/parts.ts'
import { isObject, own, type JsonObject } from '../../own.ts'
import { fromDictionary } from './dictionary.ts'
import { fromLocation } from './location.ts'
import { fromPointer } from './pointer.ts'

export const maxFields = 100

// Each knows one shape of an item; the first that answers reads it.
const shapes: readonly ((item: JsonObject) => FieldProblem | undefined)[] = [fromLocation, fromPointer]

/** Field problems under `errors` or `detail`, and which of the two held them; at most 100. */
export function readFields(
  body: JsonObject,
): { readonly fields: readonly FieldProblem[]; readonly from: string } | undefined {
  for (const from of ['errors', 'detail']) {
    const member = own(body, from)
    const fields = Array.isArray(member) ? fromList(member) : from === 'errors' ? fromDictionary(member, maxFields) : []
    if (fields.length > 0) return { fields, from }
  }
  return undefined
}

function fromList(items: readonly unknown[]): readonly FieldProblem[] {
  const fields: FieldProblem[] = []
  for (const item of items) {
    if (fields.length === maxFields) break
    const field = isObject(item) ? firstAnswer(item) : undefined
    if (field !== undefined) fields.push(field)
  }
  return fields
}

function firstAnswer(item: JsonObject): FieldProblem | undefined {
  for (const shape of shapes) {
    const field = shape(item)
    if (field !== undefined) return field
  }
  return undefined
}
