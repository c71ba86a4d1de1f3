import type { FieldProblem } from '../../problem/parts.ts'
import type { Reading } from '../../problem/reading.ts'
import { own } from '../own.ts'
import { parsePath } from '../path.ts'
import { codeIn, rest, textIn } from './shape.ts'

// As Fastify words a failure of its schema: the part of the request, a JSON Pointer, what must be.
const schema = /^(body|querystring|params|headers)((?:\/[^\s/]+)*) (must .+)$/s
const own404 = /^(?:Route [A-Z]+:|Rate limit exceeded, retry in )/

/** Fastify: `{ statusCode, code: 'FST_ERR_VALIDATION', error, message: 'body/items/0 must have required property 'qty'' }`. */
export function fastify(body: unknown): Reading | undefined {
  const message = textIn(body, 'message')
  const code = codeIn(body, 'code')
  const isIts =
    typeof own(body, 'statusCode') === 'number' && textIn(body, 'error') !== undefined && message !== undefined
  if (!isIts || (code === undefined && !schema.test(message) && !own404.test(message))) return undefined
  return {
    code,
    title: textIn(body, 'error'),
    detail: message,
    fields: fieldOf(message),
    data: rest(body, 'statusCode', 'code', 'error', 'message', 'validation'),
  }
}

function fieldOf(text: string): readonly FieldProblem[] | undefined {
  const [matched, part, pointer = '', message = ''] = schema.exec(text.slice(0, 1000)) ?? []
  if (matched === undefined) return undefined
  if (part !== 'body') return [{ path: [], message: text }] // no field of a form stands there
  const [, missing] = /^must have required property '([^']+)'/.exec(message) ?? []
  return [{ path: [...parsePath(pointer), ...(missing === undefined ? [] : [missing])], message }]
}
