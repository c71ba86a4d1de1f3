import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { CatalogueEntry } from '../problem/remedy.ts'
import type { Answer, SentRequest } from './answer.ts'
import { parseBody } from './body/parse-body.ts'
import { maxBytes, readBody } from './body/read-body.ts'
import { httpProblem, identify, makeProblem, readAnswer, type Circumstances } from './http-problem.ts'
import { own, peekText } from './own.ts'
import { answerOf, isResponse } from './thrown/response.ts'
import { toProblem } from './to-problem.ts'

/**
 * Reads the problem a response carries; `null` when it carries none. A status from 400 up is one; a success only where
 * the contract says so, and the body of any other success is not touched. Reads at most 256 KB and 10 s, from a clone:
 * the caller can still read the body. Never throws.
 *
 * @param request What was asked, which a response does not know; without it the problem has no method.
 * @example
 * ```ts
 * import { readProblem } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * const response = await fetch('/api/points')
 * const problem = await readProblem(response, divination, { method: 'GET', url: '/api/points' })
 * if (problem) throw problem
 * ```
 */
export function readProblem(response: Response, contract?: Contract, request?: SentRequest): Promise<Problem | null> {
  return read(response, { contract, request }, true)
}

/** `readProblem` for whoever throws the response away: a failure is read without the clone, which costs more than the reading. */
export function takeProblem(response: Response, contract?: Contract, request?: SentRequest): Promise<Problem | null> {
  return read(response, { contract, request }, false)
}

/** `readProblem` for a response that was thrown, or hangs on what was thrown. */
export async function read(response: Response, about: Circumstances, keep: boolean): Promise<Problem | null> {
  try {
    if (!isResponse(response)) return toProblem(response, about.contract)
    const { status } = response
    if (status === 0) return fromNoAnswer(response, about)
    const failed = status >= 400
    if (!failed && !mayCarryProblem(response, about.contract)) return null
    const head = answerOf(response)
    const { text, complete } = await readBody(response, keep || !failed)
    const body = complete ? parseBody(text) : undefined
    const answer = { ...head, url: head.url ?? about.request?.url, body, received: text || undefined }
    return failed ? httpProblem(answer, about) : fromSuccess(answer, about)
  } catch (error) {
    return toProblem(error, about.contract) // a response made by hand may do anything
  }
}

/** `Response.error()` is a network failure; an opaque response was asked for and says nothing. */
function fromNoAnswer(response: Response, about: Circumstances): Problem | null {
  return peekText(response, 'type')?.startsWith('opaque') ? null : makeProblem({ kind: 'network' }, about)
}

/** Not a stream, not a file, not too long: nobody has to wait for what cannot be a problem. */
function mayCarryProblem({ status, headers }: Response, contract: Contract | undefined): boolean {
  const type = headers.get('content-type') ?? ''
  return (
    status < 300 &&
    (contract?.successDialects !== undefined || lists(contract, status)) &&
    /\bjson\b/i.test(type) &&
    !/\b(?:seq|ndjson|stream)/i.test(type) &&
    !(Number(headers.get('content-length')) > maxBytes)
  )
}

function fromSuccess(answer: Answer, about: Circumstances): Problem | null {
  const { contract } = about
  const denied = readAnswer(answer, contract, contract?.successDialects ?? [])
  if (denied !== undefined) return httpProblem(answer, about, denied)
  if (!lists(contract, answer.status)) return null
  const reading = readAnswer(answer, contract)
  const code = identify(reading, answer.status, contract)
  return code !== undefined && hasStatus(own(contract?.catalogue, code), answer.status)
    ? httpProblem(answer, about, reading)
    : null
}

function lists(contract: Contract | undefined, status: number): boolean {
  return Object.values(contract?.catalogue ?? {}).some((entry) => hasStatus(entry, status))
}

function hasStatus(entry: CatalogueEntry | undefined, status: number): boolean {
  const listed = entry?.status
  return listed === status || (Array.isArray(listed) && listed.includes(status))
}
