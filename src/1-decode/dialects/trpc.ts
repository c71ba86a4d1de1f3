import type { FieldProblem } from '../../problem/parts.ts'
import type { Reading } from '../../problem/reading.ts'
import { parseBody } from '../body/parse-body.ts'
import { isObject, own } from '../own.ts'
import { fromItem } from './fields/lists.ts'
import { fromNested } from './fields/nested.ts'
import { collect, numberIn, rest, sentences, textIn } from './shape.ts'

/**
 * tRPC: `{ error: { message, code: -32001, data: { code: 'UNAUTHORIZED', httpStatus: 401, path } } }`, wrapped once more
 * by superjson. Of a batch it is the first call that failed; `data.index` says which.
 */
export function trpc(body: unknown): Reading | undefined {
  if (!Array.isArray(body)) return readOne(body)
  for (const [index, item] of body.entries()) {
    const reading = readOne(item)
    if (reading !== undefined) return { ...reading, data: { ...reading.data, index } }
  }
  return undefined
}

function readOne(item: unknown): Reading | undefined {
  const error = own(item, 'error')
  const shape = own(error, 'json') ?? error
  const data = own(shape, 'data')
  const code = textIn(data, 'code')
  if (!isObject(data) || code === undefined || numberIn(shape, 'code') === undefined) return undefined
  const issues = issuesIn(textIn(shape, 'message'))
  return {
    code,
    likeStatus: numberIn(data, 'httpStatus'),
    detail: issues === undefined ? textIn(shape, 'message') : undefined,
    fields: issues ?? fromZodError(own(data, 'zodError')),
    data: rest(data, 'code', 'httpStatus', 'stack', 'zodError'),
  }
}

/** An input that zod refused: its issues are the message, as JSON. */
function issuesIn(message: string | undefined): readonly FieldProblem[] | undefined {
  const issues = message?.startsWith('[') === true ? parseBody(message) : undefined
  return Array.isArray(issues) ? collect(issues, fromItem) : undefined
}

/** `error.flatten()`, as most error formatters send it. */
function fromZodError(flat: unknown): readonly FieldProblem[] | undefined {
  return isObject(flat)
    ? [...sentences(own(flat, 'formErrors')), ...(fromNested(own(flat, 'fieldErrors')) ?? [])]
    : undefined
}
