import type { FieldProblem } from '../../problem/parts.ts'
import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, own, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { codeIn, collect, rest, textIn } from './shape.ts'

/** JSON:API: `{ errors: [{ status: '422', code, title, detail, source: { pointer: '/data/attributes/name' } }] }`. */
export function jsonApi(body: unknown, { headers }: HttpContext): Reading | undefined {
  const errors = own(body, 'errors')
  if (!Array.isArray(errors)) return undefined
  const [first]: readonly unknown[] = errors
  const declared = /\bvnd\.api\+json\b/i.test(headers.get('content-type') ?? '')
  const isIts =
    isObject(first) && (isObject(own(first, 'source')) || (textIn(first, 'status') && textIn(first, 'title', 'detail')))
  if (!isObject(first) || !(declared || isIts)) return undefined
  return {
    code: codeIn(first, 'code'),
    title: textIn(first, 'title'),
    detail: textIn(first, 'detail'),
    fields: collect(errors, toField),
    data: rest(body, 'errors', 'jsonapi'),
  }
}

/** A pointer leads into the document that was sent; a parameter or a header is no field of a form. */
function toField(error: JsonObject): FieldProblem | undefined {
  const source = own(error, 'source')
  if (!isObject(source)) return undefined
  const path = parsePath(textIn(source, 'pointer') ?? '')
  const message = textIn(error, 'detail', 'title')
  return { path: withoutEnvelope(path), rule: codeIn(error, 'code'), message }
}

function withoutEnvelope(path: readonly string[]): readonly string[] {
  if (path[0] !== 'data') return path
  return path[1] === 'attributes' || path[1] === 'relationships' ? path.slice(2) : path.slice(1)
}
