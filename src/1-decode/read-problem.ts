import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { Answer, SentRequest } from './answer.ts'
import { parseBody } from './body/parse-body.ts'
import { maxBytes, readBody } from './body/read-body.ts'
import { httpProblem, identify, makeProblem, readAnswer, type Circumstances } from './http-problem.ts'
import { peekText } from './own.ts'
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
    if (response.status >= 400) return httpProblem(await receive(response, about, keep), about)
    if (response.status === 0) return fromNoAnswer(response, about)
    return await readSuccess(response, about)
  } catch (error) {
    return toProblem(error, about.contract) // a response made by hand may do anything
  }
}

async function receive(response: Response, { request }: Circumstances, keep: boolean): Promise<Answer> {
  const head = answerOf(response)
  const { text, complete } = await readBody(response, keep)
  const body = complete ? parseBody(text) : undefined
  return { ...head, url: head.url ?? request?.url, body, received: text || undefined }
}

/** `Response.error()` is a network failure; an opaque response was asked for and says nothing. */
function fromNoAnswer(response: Response, about: Circumstances): Problem | null {
  if (peekText(response, 'type')?.startsWith('opaque')) return null
  return makeProblem({ kind: 'network', code: 'NETWORK' }, about)
}

async function readSuccess(response: Response, about: Circumstances): Promise<Problem | null> {
  const { contract } = about
  const { status } = response
  if (contract === undefined || status >= 300 || !isJson(response)) return null
  const listed = Object.values(contract.catalogue).some((entry) => hasStatus(entry, status))
  if (!listed && contract.successDialects === undefined) return null
  const answer = await receive(response, about, true)
  const success = readAnswer(answer, contract, contract.successDialects ?? [])
  if (success !== undefined) return httpProblem(answer, about, success)
  if (!listed) return null
  const reading = readAnswer(answer, contract)
  const code = identify(reading, status, contract)
  const named =
    code !== undefined && Object.hasOwn(contract.catalogue, code) && hasStatus(contract.catalogue[code], status)
  return named ? httpProblem(answer, about, reading) : null
}

function hasStatus(
  entry: { readonly status?: number | readonly number[] | undefined } | undefined,
  status: number,
): boolean {
  return typeof entry?.status === 'number' ? entry.status === status : (entry?.status?.includes(status) ?? false)
}

/** Not a stream, not a file, not too long: nobody has to wait for what cannot be a problem. */
function isJson(response: Response): boolean {
  const type = response.headers.get('content-type') ?? ''
  return (
    /\bjson\b/i.test(type) &&
    !/\b(?:seq|ndjson|stream)/i.test(type) &&
    !(Number(response.headers.get('content-length')) > maxBytes)
  )
}
