import type { Problem } from '../problem/problem.ts'
import { peekText } from './own.ts'
import { chainOf } from './thrown/examine.ts'

const names = new Set([
  'TypeError',
  'ReferenceError',
  'SyntaxError',
  'RangeError',
  'EvalError',
  'URIError',
  'InternalError',
])

/**
 * Is this problem a mistake in the program rather than a failure of the world? A TypeError of `fetch` is not: decode
 * knows those, and they are of kind `network`. No retry can help.
 */
export function isProgrammingError(problem: Problem): boolean {
  return problem.kind === 'unknown' && chainOf(problem.cause).some((link) => names.has(peekText(link, 'name') ?? ''))
}
