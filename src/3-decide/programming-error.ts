import type { Problem } from '../problem/problem.ts'

const names = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'EvalError', 'URIError']

/** Was it a mistake in the program? Sending the request again would only make it again. */
export function isProgrammingError(problem: Problem): boolean {
  if (problem.kind !== 'unknown') return false
  try {
    const { cause } = problem
    return typeof cause === 'object' && cause !== null && names.includes((cause as { readonly name: string }).name)
  } catch {
    return false
  }
}
