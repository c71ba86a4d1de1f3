import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, own } from '../own.ts'
import { readFields } from './fields/read-fields.ts'
import { readLists } from './fields/lists.ts'
import { loose } from './loose.ts'
import { codeIn, rest, sentences, textIn, waitIn } from './shape.ts'

/** FastAPI, Litestar, Django REST and whoever else says `detail`: a sentence, a list of field problems, or an object. */
export function detail(body: unknown, http: HttpContext): Reading | undefined {
  const said = own(body, 'detail')
  if (!isObject(body) || said === undefined || said === null) return undefined
  if (isObject(said)) return { code: codeIn(body, 'code'), ...(loose(said, http) ?? { data: said }) }
  if (typeof said !== 'string' && !Array.isArray(said)) return undefined
  const found = readFields(body) ?? readLists(body)
  return {
    code: codeIn(body, 'code', 'error_code', 'errorCode'),
    title: textIn(body, 'title'),
    detail: textIn(body, 'detail'),
    fields: found?.fields ?? sentences(said),
    retryAfter: waitIn(body),
    data: rest(body, 'title', 'detail', 'code', 'status_code', found?.from ?? ''),
  }
}
