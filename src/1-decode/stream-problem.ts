import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { SentRequest } from './answer.ts'
import { parseBody } from './body/parse-body.ts'
import { readHints } from './headers/hints.ts'
import { identify, makeProblem, readAnswer } from './http-problem.ts'

/** What is known of a stream besides its frames. */
export interface StreamOrigin {
  readonly contract?: Contract | undefined
  readonly response: Pick<Response, 'status' | 'headers' | 'url'>
  readonly request?: SentRequest | undefined
}

/**
 * The problem in an error frame, read as a body is read. It has no status, because the response had succeeded, and no
 * wait but one that the frame itself names: the headers were written before anything failed.
 */
export function readFrame(data: string, { contract, response, request }: StreamOrigin): Problem {
  const answer = { status: 0, headers: new Headers(), url: response.url, body: parseBody(data), received: data }
  const reading = readAnswer(answer, contract) ?? {}
  const code = identify(reading, undefined, contract) ?? 'UNKNOWN'
  const { requestId } = readHints(response, reading)
  return makeProblem({ kind: 'stream', code, answer, reading: { ...reading, requestId } }, { contract, request })
}

/** The problem of a stream that broke off, fell silent, or is none at all. */
export function brokenStream(
  kind: 'stream' | 'timeout' | 'unreadable',
  { contract, response, request }: StreamOrigin,
  cause?: unknown,
): Problem {
  const status = kind === 'unreadable' ? response.status : 0
  const answer = { status, headers: new Headers(), url: response.url }
  const { requestId } = readHints(response)
  return makeProblem({ kind, answer, reading: { requestId } }, { contract, request, cause })
}
