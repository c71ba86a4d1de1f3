import type { FieldProblem } from '../../../problem/parts.ts'
import { ownText, type JsonObject } from '../../own.ts'
import { parsePath } from '../../path.ts'

/** RFC 9457: `{ pointer: '#/age', detail: '…' }`. Without a pointer it is about the form as a whole. */
export function fromPointer(item: JsonObject): FieldProblem | undefined {
  const pointer = ownText(item, 'pointer')
  const message = ownText(item, 'detail')
  if (pointer === undefined && message === undefined) return undefined
  return { path: parsePath(pointer ?? ''), rule: ownText(item, 'code'), message }
}
