import type { IncomingMessage, ServerResponse } from 'node:http'
import { wireFact, type WireCode } from './wire.ts'

/** What is wrong with one member of the body, as the server's own validation says it. */
export interface WrongField {
  readonly name: string
  readonly detail: string
  /** Which rule was broken, in the words of the framework. */
  readonly rule?: string | undefined
}

/** What a problem may carry besides the facts of its code. */
export interface ProblemExtras {
  readonly fields?: readonly WrongField[] | undefined
  /** Seconds; `null` leaves the header out. */
  readonly retryAfter?: number | null | undefined
  readonly location?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Thrown by a handler: the request ends with this code. */
export class Refusal extends Error {
  readonly code: WireCode
  readonly extras: ProblemExtras

  constructor(code: WireCode, extras: ProblemExtras = {}) {
    super(code)
    this.code = code
    this.extras = extras
  }
}

/** An answer that is sent as it is. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** An answer with a JSON body. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) }
}

/** An answer with no body. */
export function empty(): Reply {
  return { status: 204, headers: {}, body: '' }
}

/** A problem document (RFC 9457, with the `code` member of this API). */
export function problem(code: WireCode, instance: string, extras: ProblemExtras = {}): Reply {
  const fact = wireFact(code)
  const retryAfter = extras.retryAfter === undefined ? fact.retryAfter : extras.retryAfter
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', ...extras.headers }
  if (retryAfter !== undefined && retryAfter !== null) headers['retry-after'] = String(retryAfter)
  if (extras.location !== undefined) headers['location'] = extras.location
  if (code === 'AUTH_UNAUTHORIZED') headers['www-authenticate'] = 'Bearer realm="six-lines", error="invalid_token"'
  const body = {
    type: `https://six-lines.example/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title: fact.title,
    status: fact.status,
    detail: fact.detail,
    instance,
    code,
    ...(extras.fields ? { errors: extras.fields.map((field) => wrongField(field, fact.fields)) } : {}),
  }
  return { status: fact.status, headers, body: JSON.stringify(body) }
}

/** A member that should be a text; anything else counts as absent. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Writes an answer; a client that has gone away is not an error. */
export function send(response: ServerResponse, reply: Reply): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(reply.status, { 'cache-control': 'no-store', ...reply.headers })
  response.end(reply.body)
}

/** The whole body of a request. More than `limit` bytes are read and dropped, so that the answer still arrives. */
export async function readBytes(request: IncomingMessage, limit = 16 * 1024 * 1024): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

// The two shapes that the wild knows: JSON Pointers of RFC 9457, and the locations of the framework underneath.
function wrongField(field: WrongField, shape: 'pointer' | 'loc' | undefined): Record<string, unknown> {
  const { name, detail, rule } = field
  if (shape === 'loc') return { loc: ['body', ...name.split('/')], msg: detail, type: rule ?? 'value_error' }
  return { pointer: `#/${name}`, detail, ...(rule === undefined ? {} : { code: rule }) }
}
