import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, own, type JsonObject } from '../own.ts'
import { fromNested } from './fields/nested.ts'
import { readLists, type FoundFields } from './fields/lists.ts'
import { codeIn, isToken, requestIdIn, rest, textIn, waitIn } from './shape.ts'

const codes = ['code', 'errorCode', 'error_code', 'errcode', 'errno']
const texts = [
  'message',
  'msg',
  'error_message',
  'errorMessage',
  'error_description',
  'description',
  'detail',
  'reason',
]
const titles = ['error', 'title']

/** An object of no framework's shape: what is called code, message, errors and so on in it. */
export function loose(body: unknown, _http: HttpContext): Reading | undefined {
  if (!isObject(body)) return undefined
  const found = readLists(body) ?? fromMessage(body)
  const code = codeIn(body, ...codes) ?? tokenIn(body, ...titles, 'reason', 'type', 'status') ?? onlyRule(found)
  const title = textIn(body, ...titles)
  const said = textIn(body, ...texts)
  if (code === undefined && title === undefined && said === undefined && found === undefined) return undefined
  return {
    code,
    title,
    detail: said,
    fields: found?.fields,
    retryAfter: waitIn(body),
    requestId: requestIdIn(body),
    data: rest(body, ...codes, ...texts, ...titles, found?.from ?? ''),
  }
}

function tokenIn(body: JsonObject, ...names: readonly string[]): string | undefined {
  return names.map((name) => textIn(body, name)).find(isToken)
}

/** Errors that speak of no field: then what names the first of them names the failure. */
function onlyRule(found: FoundFields | undefined): string | undefined {
  return found?.fields.every(({ path }) => path.length === 0) ? found.fields[0]?.rule : undefined
}

/** GitLab: `{ message: { title: ['is missing'] } }`. */
function fromMessage(body: JsonObject): FoundFields | undefined {
  const message = own(body, 'message')
  const fields = isObject(message) ? fromNested(message) : undefined
  return fields && { fields, from: 'message' }
}
