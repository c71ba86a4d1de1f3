import type { FieldProblem } from '../../problem/parts.ts'
import type { Reading } from '../../problem/reading.ts'
import { isObject, own, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { fromNested } from './fields/nested.ts'
import { codeIn, collect, rest, sentences, textIn } from './shape.ts'

const maxDepth = 32

/**
 * NestJS: `{ statusCode, message, error }`, the message a sentence, a list of them, or grouped by path (v12). Sentences
 * of a list name their field only in prose, so they stay without one; `withFieldNames` reads them where that is wanted.
 */
export function nest(body: unknown): Reading | undefined {
  const message = own(body, 'message')
  if (typeof own(body, 'statusCode') !== 'number' || message === undefined) return undefined
  return {
    code: codeIn(body, 'code', 'errorCode'),
    title: textIn(body, 'error'),
    detail: textIn(body, 'message'),
    fields: fieldsOf(message),
    data: rest(body, 'statusCode', 'message', 'error', 'code'),
  }
}

function fieldsOf(message: unknown): readonly FieldProblem[] | undefined {
  if (Array.isArray(message))
    return [...sentences(message), ...collect(message, (item) => fromConstraints(item, [], 0))]
  return isObject(message) ? fromNested(message) : undefined
}

/** What class-validator itself returns, when an exception factory hands it on: a tree with constraints at any node. */
function fromConstraints(item: JsonObject, above: readonly string[], depth: number): readonly FieldProblem[] {
  const path = [...above, ...parsePath(textIn(item, 'property') ?? '')]
  const constraints = own(item, 'constraints')
  const broken = isObject(constraints) ? Object.entries(constraints) : []
  const here = broken.map(([rule, message]) => ({
    path,
    rule,
    message: typeof message === 'string' ? message : undefined,
  }))
  if (depth === maxDepth) return here
  return [...here, ...collect(own(item, 'children'), (child) => fromConstraints(child, path, depth + 1))]
}
