import type { Contract } from '../problem/contract.ts'
import type { ProblemKind } from '../problem/parts.ts'
import type { Problem } from '../problem/problem.ts'
import type { FallbackCode } from '../problem/problem-data.ts'
import { httpProblem, makeProblem, readAnswer } from './http-problem.ts'
import type { Clue } from './thrown/clue.ts'
import { chainOf, examine, problemIn } from './thrown/examine.ts'

/** The code of a problem that has no answer to take one from. */
export const fallbackCodes: Readonly<Record<Exclude<ProblemKind, 'http'>, FallbackCode>> = {
  network: 'NETWORK',
  timeout: 'TIMEOUT',
  aborted: 'ABORTED',
  unreadable: 'UNREADABLE',
  stream: 'STREAM_TRUNCATED',
  unknown: 'UNKNOWN',
}

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
  const { answer, request, attempts } = clue
  const about = { contract, request, cause, attempts }
  // A client may know better than the status that this is a failure: GraphQL's come with 200.
  const failed = answer !== undefined && (answer.status >= 400 || clue.kind === 'http')
  const reading = answer && readAnswer(answer, contract, failed ? undefined : (contract?.successDialects ?? []))
  if (failed || (answer !== undefined && reading !== undefined)) return httpProblem(answer, about, reading)
  const kind = clue.kind === undefined || clue.kind === 'http' ? 'unknown' : clue.kind
  return makeProblem({ kind, code: fallbackCodes[kind] }, { ...about, answer })
}
