import { readHints } from '../1-decode/headers/hints.ts'
import { takeProblem } from '../1-decode/read-problem.ts'
import type { Contract } from '../problem/contract.ts'
import type { ProblemInit } from '../problem/problem-data.ts'
import { Problem } from '../problem/problem.ts'
import type { Budget } from './budget.ts'
import { anyOf, unlessAborted } from './abort.ts'
import { callFailed } from './call-source.ts'
import { isKeyed, stayHome } from './idempotency.ts'
import { longestTimer, shortestBody } from './limits.ts'
import type { Runtime } from './runtime.ts'
import { authorize, carriesMore } from './session/credentials.ts'

/** One call of `client.fetch`. */
export interface Call {
  readonly request: Request
  readonly sent: unknown
  /** The caller's own signal: the one of `request` may be gone while the body is still being read. */
  readonly abort: AbortSignal | undefined
  /** The same, or the end of the user. */
  readonly over: AbortSignal
  readonly own: 'refresh' | 'sign-in' | undefined
  /** What all its waits take of. */
  readonly budget: Budget
  /** The call of a hook that this is part of. */
  readonly hook: Runtime['calling']
}

/** One attempt of it. Times in milliseconds. */
export interface SendingOnce {
  readonly call: Call
  /** To the headers. */
  readonly timeout: number
  /** To the end of the call. */
  readonly left: number
}

/** Sends it and reads what is no success. Throws a problem, or what it was aborted with. */
export async function sendOnce(
  runtime: Runtime,
  contract: Contract,
  { call, timeout, left }: SendingOnce,
): Promise<Response> {
  const { request, sent, over } = call
  const { method, url } = request
  const asked = { method, url, ...(sent === undefined || sent === null ? {} : { body: sent }) }
  const failed = (kind: 'network' | 'timeout' | 'unreadable', more: Partial<ProblemInit>) =>
    new Problem({ kind, code: codes[kind], contract: contract.name, request: { method, url }, ...more })
  const slow = new AbortController()
  const timer = setTimeout(() => slow.abort(), Math.min(timeout, left, longestTimer))
  try {
    const signal = anyOf([slow.signal, over])
    const authorized = await unlessAborted(authorize(runtime.session, contract, request.clone()), [signal])
    const isBound = isKeyed(authorized, contract) || carriesMore(authorized, request)
    const init = isBound ? { signal, ...stayHome(authorized) } : { signal }
    const sending = globalThis.fetch(new Request(authorized, init)).catch((thrown: unknown) => {
      // Whatever it says, a rejection of our own fetch is a network failure, or the abort that was asked for.
      throw failed('network', { cause: thrown })
    })
    // Node may collect the signal that its fetch follows, and then hears of no abort.
    const response = await unlessAborted(sending, [signal])
    clearTimeout(timer)
    if (isBound && isRedirect(response)) throw failed('unreadable', {})
    const problem = await takeProblem(response, contract, asked)
    if (problem !== null) await throwOrPresent(runtime, problem)
    runtime.requests.set(response, asked)
    const late = () => failed('timeout', { status: response.status })
    limitBody(response, { left: Math.max(left, shortestBody), slow, over, late })
    if (contract.rateLimit !== undefined) runtime.cooldowns.hold(contract, readHints(response).rateLimit)
    return response
  } catch (thrown) {
    if (over.aborted) throw over.reason
    if (slow.signal.aborted) throw failed('timeout', { cause: thrown })
    throw runtime.problemOf(thrown)
  } finally {
    clearTimeout(timer)
  }
}

const codes = { network: 'NETWORK', timeout: 'TIMEOUT', unreadable: 'UNREADABLE' } as const

// A browser shows nothing of a redirect that it does not follow, a server all of it.
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}

// D6: GraphQL answers with data and errors at once; the data is the caller's, the errors are shown.
async function throwOrPresent(runtime: Runtime, problem: Problem): Promise<void> {
  const hasData = (problem.status ?? 0) < 300 && (problem.data['data'] ?? null) !== null
  if (!hasData) throw problem
  const { remedy } = await runtime.judge(problem)
  if (remedy.show === 'pending') throw problem
  runtime.act(callFailed(runtime, { problem, remedy }))
}

interface BodyLimit {
  readonly left: number
  readonly slow: AbortController
  readonly over: AbortSignal
  readonly late: () => Problem
}

const readers = ['json', 'text', 'blob', 'arrayBuffer', 'formData', 'bytes'] as const

// R8: a server may stall in the body too. Who reads the stream by himself sees to that himself.
function limitBody(response: Response, limit: BodyLimit): Response {
  const { left, slow, over, late } = limit
  for (const name of readers) {
    const read = response[name] as (() => Promise<unknown>) | undefined
    if (read === undefined) continue
    const value = async () => {
      const timer = setTimeout(() => slow.abort(late()), Math.min(left, longestTimer))
      return unlessAborted(read.call(response), [slow.signal, over]).finally(() => clearTimeout(timer))
    }
    Object.defineProperty(response, name, { value, configurable: true, writable: true })
  }
  // Those who hand a response on, such as ky, read a copy.
  const clone = response.clone.bind(response)
  const value = () => limitBody(clone(), limit)
  return Object.defineProperty(response, 'clone', { value, configurable: true, writable: true })
}
