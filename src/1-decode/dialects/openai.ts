import type { FieldProblem } from '../../problem/parts.ts'
import type { Reading } from '../../problem/reading.ts'
import { isObject, own, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { codeIn, rest, textIn } from './shape.ts'

/** OpenAI and who speaks like it: `{ error: { message, type, param, code } }`, all four there, perhaps as null. */
export function openAi(body: unknown): Reading | undefined {
  const error = own(body, 'error')
  const isIts = isObject(error) && ['message', 'type', 'param', 'code'].every((name) => Object.hasOwn(error, name))
  return isIts && textIn(error, 'message') !== undefined ? readTypedError(error) : undefined
}

/** An error with a `code`, else a `type`, and the `param` that it is about. */
export function readTypedError(error: JsonObject): Reading {
  return {
    code: codeIn(error, 'code', 'type'),
    detail: textIn(error, 'message'),
    fields: fieldOf(error),
    data: rest(error, 'code', 'message', 'param'),
  }
}

function fieldOf(error: JsonObject): readonly FieldProblem[] | undefined {
  const param = textIn(error, 'param')
  return param === undefined ? undefined : [{ path: parsePath(param), message: textIn(error, 'message') }]
}
