import type { Reading } from '../../problem/reading.ts'
import { isObject } from '../own.ts'
import { rest, textIn } from './shape.ts'

const likeStatuses: Readonly<Record<string, number>> = {
  PGRST116: 404, // told with 406: one row was asked for, and there is none
  PGRST301: 401,
  PGRST302: 401,
  PGRST303: 401,
  23503: 409,
  23505: 409,
}

/** PostgREST and Supabase: `{ code: '23505', details, hint, message }`, the code its own or an SQLSTATE. */
export function postgrest(body: unknown): Reading | undefined {
  const code = textIn(body, 'code')
  const isIts = isObject(body) && Object.hasOwn(body, 'details') && Object.hasOwn(body, 'hint')
  if (!isIts || code === undefined || !/^(?:PGRST\w{1,5}|[\dA-Z]{5})$/.test(code)) return undefined
  return {
    code,
    likeStatus: Object.hasOwn(likeStatuses, code) ? likeStatuses[code] : undefined,
    detail: textIn(body, 'message'),
    data: rest(body, 'code', 'message', 'details'), // the details quote the row that was refused
  }
}
