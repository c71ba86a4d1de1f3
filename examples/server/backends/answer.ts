import type { Call, Handler } from '../call.ts'
import { readBytes } from '../http.ts'
import { replyOf, type WireCase } from './wire-case.ts'

/** Thrown by a handler: the request ends with this failure. */
export class Failure extends Error {
  readonly wireCase: WireCase

  constructor(wireCase: WireCase) {
    super(wireCase.code)
    this.wireCase = wireCase
  }
}

/** A handler that ends every request as its backend would; `unexpected` for what nobody foresaw. */
export function answering(handler: Handler, unexpected: WireCase): Handler {
  return async (call) => {
    try {
      return await handler(call)
    } catch (thrown) {
      return replyOf(thrown instanceof Failure ? thrown.wireCase : unexpected)
    }
  }
}

/** The same for a whole table. */
export function allAnswering<R extends Readonly<Record<string, Handler>>>(routes: R, unexpected: WireCase): R {
  const entries = Object.entries(routes).map(([route, handler]) => [route, answering(handler, unexpected)])
  return Object.fromEntries(entries) as R
}

/** The body as an object, or the failure that says it is none. */
export async function bodyOf(call: Call, failure: WireCase): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(await readBytes(call.request)).toString('utf8') || '{}')
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // told below
  }
  throw new Failure(failure)
}

/** The header of that name, or nothing. */
export function header(call: Call, name: string): string {
  const value = call.request.headers[name]
  return typeof value === 'string' ? value : ''
}
