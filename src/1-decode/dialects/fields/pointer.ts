import type { FieldProblem } from '../../../problem/parts.ts'
import { own, ownText, type JsonObject } from '../../own.ts'
import { parsePath } from '../../path.ts'

/**
 * RFC 9457: `{ pointer: '#/age', detail: '…' }`; without a pointer it is about the form as a whole. What many backends
 * write instead: `{ field: 'age', message: '…' }`.
 */
export function fromPointer(item: JsonObject): FieldProblem | undefined {
  const place = own(item, 'pointer') || own(item, 'field') || own(item, 'param') || own(item, 'path')
  const message = ownText(item, 'detail') ?? (place ? ownText(item, 'message') : undefined)
  if (message === undefined && ownText(item, 'pointer') === undefined) return undefined
  const path = Array.isArray(place) ? place.map(String) : parsePath(typeof place === 'string' ? place : '')
  return { path, rule: ownText(item, 'code'), message }
}
