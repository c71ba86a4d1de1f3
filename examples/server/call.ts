import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBytes, Refusal, type Reply } from './http.ts'
import type { DemoState, User } from './state.ts'

/** One request on its way through the server. */
export interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly state: DemoState
}

/** Answers, refuses by throwing, or writes to the response itself and returns nothing. */
export type Handler = (call: Call) => Reply | undefined | Promise<Reply | undefined>

/** Method and path template → handler. `{name}` in a template becomes a param. */
export type Routes = Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, Handler>>

/** The user whose access token came with the request. */
export function userOf(call: Call): User {
  const token = /^Bearer (\S+)$/.exec(call.request.headers.authorization ?? '')?.[1]
  const grant = token === undefined ? undefined : call.state.access.get(token)
  if (!grant || grant.expiresAt <= Date.now()) throw new Refusal('AUTH_UNAUTHORIZED')
  const user = call.state.users.get(grant.userId)
  if (!user) throw new Refusal('AUTH_USER_NOT_FOUND')
  return user
}

/** The body as an object; anything else does not validate. */
export async function readJson(call: Call): Promise<Readonly<Record<string, unknown>>> {
  const text = Buffer.from(await readBytes(call.request)).toString('utf8')
  const value: unknown = text === '' ? {} : parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Refusal('REQUEST_VALIDATION_ERROR', { fields: [] })
}

/** The file of a multipart form, by the name of its field. */
export async function readFile(call: Call, field: string): Promise<File> {
  const bytes = await readBytes(call.request)
  const type = call.request.headers['content-type'] ?? ''
  const form = await new Response(bytes as BodyInit, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  const file = form?.get(field)
  if (file instanceof File) return file
  throw new Refusal('REQUEST_VALIDATION_ERROR', {
    fields: [{ name: field, detail: 'Field required', rule: 'missing' }],
  })
}

/** Answers a repeated request with the same idempotency key as the first time, without doing it again. */
export async function once(call: Call, work: () => Promise<Answer> | Answer): Promise<Answer> {
  const key = call.request.headers['idempotency-key']
  if (typeof key !== 'string') return work()
  const name = `${userOf(call).id} ${call.url.pathname} ${key}`
  const before = call.state.replies.get(name)
  if (before) return before
  const answer = await work()
  call.state.replies.set(name, answer)
  return answer
}

/** What `once` keeps of an answer. */
export interface Answer {
  readonly status: number
  readonly value: unknown
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
