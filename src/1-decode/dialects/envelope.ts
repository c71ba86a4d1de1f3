import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, own } from '../own.ts'
import { parsePath } from '../path.ts'
import { readLists } from './fields/lists.ts'
import { loose } from './loose.ts'
import { codeIn, requestIdIn, textIn } from './shape.ts'

/** `{ error: { … } }` of nobody in particular: Azure, Strapi, Meta, Spotify, and most that were written by hand. */
export function envelope(body: unknown, http: HttpContext): Reading | undefined {
  const error = own(body, 'error')
  const reading = isObject(error) ? loose(error, http) : undefined
  if (reading === undefined) return undefined
  const place = textIn(error, 'param', 'target', 'field')
  const ownField = place === undefined ? undefined : [{ path: parsePath(place), message: reading.detail }]
  return {
    ...reading,
    code: reading.code ?? codeIn(error, 'type') ?? nameOf(error),
    fields: reading.fields ?? readLists(own(error, 'details'))?.fields ?? ownField,
    requestId: reading.requestId ?? requestIdIn(body),
  }
}

/** `ValidationError`; `Error` alone says nothing. */
function nameOf(error: unknown): string | undefined {
  const name = textIn(error, 'name')
  return name !== undefined && /^\w{6,100}$/.test(name) ? name : undefined
}
