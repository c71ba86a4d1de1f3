import type { FieldProblem } from '../../problem/parts.ts'
import type { Reading } from '../../problem/reading.ts'
import { isObject, own, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { fromNested } from './fields/nested.ts'
import { codeIn, collect, numberIn, rest, sentences, textIn } from './shape.ts'

// Whatever status a GraphQL answer comes with, its code says what went wrong (Apollo, graphql-java, Hasura, Shopify).
const likeStatuses: ReadonlyMap<string, number> = new Map([
  ['UNAUTHENTICATED', 401],
  ['UNAUTHORIZED', 401],
  ['invalid-jwt', 401],
  ['FORBIDDEN', 403],
  ['PERMISSION_DENIED', 403],
  ['ACCESS_DENIED', 403],
  ['access-denied', 403],
  ['NOT_FOUND', 404],
  ['CONFLICT', 409],
  ['BAD_USER_INPUT', 400],
  ['BAD_REQUEST', 400],
  ['GRAPHQL_PARSE_FAILED', 400],
  ['GRAPHQL_VALIDATION_FAILED', 400],
  ['validation-failed', 400],
  ['TOO_MANY_REQUESTS', 429],
  ['RATE_LIMITED', 429],
  ['THROTTLED', 429],
  ['INTERNAL_SERVER_ERROR', 500],
  ['INTERNAL', 500],
  ['unexpected', 500],
  ['SERVICE_UNAVAILABLE', 503],
  ['UNAVAILABLE', 503],
])
const members = ['errors', 'data', 'extensions', 'hasNext', 'incremental', 'pending', 'completed']
const ofError = ['message', 'locations', 'path', 'extensions', 'data', 'errorType', 'errorInfo']

/** GraphQL: `{ data, errors: [{ message, path, extensions: { code } }] }`, with any status; the first error decides. */
export function graphQl(body: unknown): Reading | undefined {
  const errors = own(body, 'errors')
  if (!isObject(body) || !Array.isArray(errors) || errors.length === 0) return undefined
  if (!Object.keys(body).every((name) => members.includes(name)) || !errors.every(isError)) return undefined
  const [first]: readonly unknown[] = errors
  const extensions = own(first, 'extensions')
  const code = codeIn(extensions, 'code', 'errorType', 'classification', 'type') ?? codeIn(first, 'errorType')
  const told = numberIn(own(extensions, 'http'), 'status') ?? numberIn(extensions, 'status', 'statusCode')
  return {
    code,
    likeStatus: told ?? likeStatuses.get(code ?? ''),
    detail: textIn(first, 'message'),
    fields: collect(errors, toFields),
    data: { ...rest(body, 'errors'), path: own(first, 'path') },
  }
}

// Others list errors with a message as well, but not only with what the specification has (and AppSync adds).
function isError(error: unknown): boolean {
  const path = own(error, 'path')
  const isIts = isObject(error) && Object.keys(error).every((name) => ofError.includes(name))
  return isIts && textIn(error, 'message') !== undefined && (path === undefined || path === null || Array.isArray(path))
}

/** Field problems stand in the extensions, under names of the framework. */
function toFields(error: JsonObject): readonly FieldProblem[] {
  const extensions = own(error, 'extensions')
  const validation = fromNested(own(extensions, 'validation')) // Lighthouse
  if (validation !== undefined) return validation.map((field) => ({ ...field, path: withoutInput(field.path) }))
  const original = own(own(extensions, 'originalError'), 'message') // Nest
  if (Array.isArray(original)) return sentences(original)
  const name = textIn(extensions, 'field', 'argumentName')
  return name === undefined ? [] : [{ path: withoutInput(parsePath(name)), message: textIn(error, 'message') }]
}

// The argument that holds the form is no step of its fields.
function withoutInput(path: readonly string[]): readonly string[] {
  return path[0] === 'input' ? path.slice(1) : path
}
