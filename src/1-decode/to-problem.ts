import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import { httpProblem, makeProblem, readAnswer } from './http-problem.ts'
import type { Clue } from './thrown/clue.ts'
import { chainOf, examine, problemIn } from './thrown/examine.ts'

/**
 * Makes a problem of anything that was thrown, as far as that can be known without waiting: the body of a thrown
 * `Response` stays unread (`readThrown` reads it). A problem comes back itself. Never throws.
 *
 * @example
 * ```ts
 * import { toProblem } from 'react-remedy/core'
 *
 * try {
 *   JSON.parse('<html>')
 * } catch (error) {
 *   console.log(toProblem(error).code) // 'UNREADABLE'
 * }
 * ```
 */
export function toProblem(thrown: unknown, contract?: Contract): Problem {
  const chain = chainOf(thrown)
  return problemIn(chain) ?? problemOf(examine(chain), thrown, contract)
}

/** The problem that a clue leads to. */
export function problemOf(clue: Clue, cause: unknown, contract: Contract | undefined): Problem {
  const { answer, request, attempts, kind = 'unknown' } = clue
  const about = { contract, request, cause, attempts }
  if (answer === undefined) return makeProblem({ kind }, about)
  // A client may know better than the status that this is a failure: GraphQL's come with 200.
  const failed = answer.status >= 400 || kind === 'http'
  const reading = readAnswer(answer, contract, failed ? undefined : (contract?.successDialects ?? []))
  return failed || reading !== undefined ? httpProblem(answer, about, reading) : makeProblem({ kind, answer }, about)
}
