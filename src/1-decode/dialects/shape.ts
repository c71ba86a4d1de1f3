import type { FieldProblem } from '../../problem/parts.ts'
import { isObject, own, ownText, type JsonObject } from '../own.ts'
import { maxFields } from '../fields.ts'

/** The first of these members that is a text and says something. */
export function textIn(object: unknown, ...names: readonly string[]): string | undefined {
  return names.map((name) => ownText(object, name)).find(Boolean)
}

/** The first of these members that can be a code: a text or a number, but no HTTP status said once more. */
export function codeIn(object: unknown, ...names: readonly string[]): string | undefined {
  return names.map((name) => toCode(own(object, name))).find(Boolean)
}

/** The first of these members that is a number. */
export function numberIn(object: unknown, ...names: readonly string[]): number | undefined {
  return names.map((name) => own(object, name)).find((member) => typeof member === 'number')
}

/** What is left of a body when these members have found their place. */
export function rest(body: unknown, ...read: readonly string[]): JsonObject {
  return isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => !read.includes(name))) : {}
}

/** What each item of a list says about a field; at most `maxFields`. */
export function collect(
  list: unknown,
  read: (item: JsonObject) => FieldProblem | readonly FieldProblem[] | undefined,
): readonly FieldProblem[] {
  if (!Array.isArray(list)) return []
  return list.slice(0, maxFields).flatMap((item: unknown) => (isObject(item) ? (read(item) ?? []) : []))
}

/** Sentences that name no field: they speak of the form as a whole. */
export function sentences(list: unknown): readonly FieldProblem[] {
  if (!Array.isArray(list)) return []
  const texts = list.filter((item) => typeof item === 'string').slice(0, maxFields)
  return texts.map((message) => ({ path: [], message }))
}

/** `retry_after`, in seconds wherever it is used. */
export function waitIn(object: unknown): number | undefined {
  const seconds = numberIn(object, 'retry_after', 'retryAfter')
  return seconds === undefined ? undefined : seconds * 1000
}

/** The id of the request, under the names that bodies use. */
export function requestIdIn(object: unknown): string | undefined {
  return textIn(
    object,
    'request_id',
    'requestId',
    'RequestId',
    'traceId',
    'trace_id',
    'correlationId',
    'correlation_id',
  )
}

/** The text of a body that is no JSON; some clients take it for the body. */
export function plainBody(body: unknown, received: unknown): string | undefined {
  const text = body === undefined ? received : body
  return typeof text === 'string' ? text : undefined
}

/** Does this text look like a code and not like words? `not_found`, `NotFound.User`, `too-many`, but not `Not Found`. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^(?:[A-Za-z]\w*(?:[_.:]\w+)+|[a-z\d]+(?:-[a-z\d]+)+)$/.test(text.slice(0, 100))
}

function toCode(member: unknown): string | undefined {
  const text = Number.isSafeInteger(member) ? String(member) : member
  return typeof text === 'string' && !/^(?:0|[1-5]\d\d)?$/.test(text) ? text : undefined
}
