import type { FieldProblem } from '../../../problem/parts.ts'
import { isObject } from '../../own.ts'
import { parsePath } from '../../path.ts'

/** ASP.NET and Laravel: `{ 'items[0].qty': ['…', '…'], '': ['…'] }`. */
export function fromDictionary(member: unknown, limit: number): readonly FieldProblem[] {
  const fields: FieldProblem[] = []
  if (!isObject(member)) return fields
  for (const [name, said] of Object.entries(member)) {
    const messages: readonly unknown[] = Array.isArray(said) ? said : [said]
    for (const message of messages) {
      if (fields.length === limit) return fields
      if (typeof message === 'string') fields.push({ path: parsePath(name), message })
    }
  }
  return fields
}
