import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { Answer } from './answer.ts'
import { parseBody } from './body/parse-body.ts'
import { readBody } from './body/read-body.ts'
import { peek } from './own.ts'
import { read } from './read-problem.ts'
import { problemOf } from './to-problem.ts'
import { chainOf, examine, problemIn } from './thrown/examine.ts'

/**
 * Makes a problem of anything that was thrown, and reads what must be waited for: the body of a thrown `Response`, or
 * of one that hangs on the error (ky 1). At most 256 KB and 10 s. A problem comes back itself. Never throws.
 *
 * @example
 * ```ts
 * import { readThrown } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * try {
 *   throw new Response('{"code":"INTERNAL_ERROR"}', { status: 500 })
 * } catch (error) {
 *   const problem = await readThrown(error, divination)
 *   console.log(problem.code) // 'INTERNAL_ERROR'
 * }
 * ```
 */
export async function readThrown(thrown: unknown, contract?: Contract): Promise<Problem> {
  const chain = chainOf(thrown)
  const problem = problemIn(chain)
  if (problem !== undefined) return problem
  const clue = examine(chain)
  const about = { contract, request: clue.request, cause: thrown, attempts: clue.attempts }
  const answered = clue.response && (await read(clue.response, about, true))
  return answered ?? problemOf({ ...clue, answer: await withBlob(clue.answer) }, thrown, contract)
}

/** Whoever asks for a file gets the problem as a file too. */
async function withBlob(answer: Answer | undefined): Promise<Answer | undefined> {
  if (answer === undefined || peek(answer.received, Symbol.toStringTag) !== 'Blob') return answer
  const { text } = await readBody(new Response(answer.received as Blob), false)
  return { ...answer, body: parseBody(text), received: text }
}
