import type { FieldProblem } from '../../problem/parts.ts'
import type { Reading } from '../../problem/reading.ts'
import { own, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { codeIn, collect, requestIdIn, rest, textIn } from './shape.ts'

/** Spring Boot's own: `{ timestamp, status, error, path, message?, errors?: [{ field, defaultMessage, code }] }`. */
export function spring(body: unknown): Reading | undefined {
  const isIts = own(body, 'timestamp') !== undefined && typeof own(body, 'status') === 'number'
  if (!isIts || textIn(body, 'error') === undefined || textIn(body, 'path') === undefined) return undefined
  return {
    code: codeIn(body, 'code', 'errorCode'),
    title: textIn(body, 'error'),
    detail: textIn(body, 'message'),
    fields: collect(own(body, 'errors'), toField),
    requestId: requestIdIn(body),
    data: rest(body, 'status', 'error', 'message', 'errors', 'trace', 'code', 'requestId'),
  }
}

function toField(error: JsonObject): FieldProblem {
  return {
    path: parsePath(textIn(error, 'field') ?? ''),
    rule: textIn(error, 'code'),
    message: textIn(error, 'defaultMessage'),
  }
}
