import { readHints } from '../1-decode/headers/hints.ts'
import { takeProblem } from '../1-decode/read-problem.ts'
import { matches } from '../2-classify/match.ts'
import type { Contract } from '../problem/contract.ts'
import { isProblem, Problem, withAttempts } from '../problem/problem.ts'
import { callSource } from './call-source.ts'
import { headersTimeout, longestTimer } from './limits.ts'
import { refreshFor } from './refresh.ts'
import { judge, type Runtime } from './runtime.ts'

/** How `client.fetch` sends. */
export interface FetchOptions {
  /** `true`: it owns the retries, so that nobody further out should. Inside the hooks TanStack owns them. @default false */
  readonly retry?: boolean | undefined
  /** From the start of one attempt to the headers of its response, in milliseconds. @default 30000 */
  readonly timeout?: number | undefined
}

/** As the platform's `fetch`, but what is no success throws a `Problem`; an abort is rethrown untouched. */
export type RemedyFetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/** Makes the `fetch` of one contract: credentials where the contract matches, one replay after a refresh. */
export function createFetch(runtime: Runtime, contract: Contract, options: FetchOptions = {}): RemedyFetch {
  return async (input, init) => {
    const life = new AbortController()
    const call: Call = {
      request: new Request(input, init),
      sent: init?.body,
      abort: init?.signal ?? (input instanceof Request ? input.signal : undefined),
      life: life.signal,
      // The request that refreshes must not wait for the refresh.
      ofRefresh: runtime.session?.isRefreshing(init?.signal) === true,
    }
    runtime.inFlight.add(life)
    try {
      return await send(runtime, contract, { ...options, call })
    } finally {
      runtime.inFlight.delete(life)
    }
  }
}

interface Call {
  readonly request: Request
  readonly sent: unknown
  /** The caller's own signal: the one of `request` may be gone while the body is still being read. */
  readonly abort: AbortSignal | undefined
  /** Aborted when the user ends. */
  readonly life: AbortSignal
  readonly ofRefresh: boolean
}

interface Sending extends FetchOptions {
  readonly call: Call
}

async function send(runtime: Runtime, contract: Contract, { call, retry, timeout }: Sending): Promise<Response> {
  for (let attempt = 1, spent = 0, refreshed = call.ofRefresh; ; attempt++) {
    const generation = attempt === 1 ? runtime.session?.getState().generation : undefined
    try {
      return await sendOnce(runtime, contract, { call, timeout })
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown
      const { decision, remedy } = await judge(runtime, thrown, { call: { contract }, attempt, spent, refreshed })
      if (decision.do === 'refresh') {
        runtime.refreshed.add(thrown)
        // A refused refresh ends the user, and with it everything else in the air: this call has its answer.
        const after = await unlessAborted(refreshFor(runtime, { problem: thrown, remedy }, generation), [call.abort])
        if (!after.again) throw after.instead ?? thrown
        refreshed = after.refreshed
        continue
      }
      if (refreshed) runtime.refreshed.add(thrown)
      if (retry !== true) throw thrown
      if (decision.do !== 'retry') throw withAttempts(thrown, attempt)
      await sleep(decision.delay, anyOf([call.abort, call.life]))
      spent += decision.delay
    }
  }
}

async function sendOnce(
  runtime: Runtime,
  contract: Contract,
  { call, timeout = headersTimeout }: Sending,
): Promise<Response> {
  const { request, sent, abort, life } = call
  const body = sent === undefined || sent === null ? {} : { body: sent }
  const asked = { method: request.method, url: request.url, ...body }
  const slow = new AbortController()
  const over = anyOf([abort, life])
  const late = new DOMException('The response did not start in time.', 'TimeoutError')
  const timer = setTimeout(() => slow.abort(late), Math.min(timeout, longestTimer))
  const { method, url } = asked
  const failed = { contract: contract.name, request: { method, url } }
  try {
    const signal = anyOf([slow.signal, over])
    const ready = isOwn(contract, url) ? authorize(runtime, request.clone()) : request.clone()
    const authorized = await unlessAborted(Promise.resolve(ready), [signal])
    const response = await globalThis.fetch(new Request(authorized, { signal })).catch((thrown: unknown) => {
      // Whatever it says, a rejection of our own fetch is a network failure, or the abort that was asked for.
      throw new Problem({ ...failed, kind: 'network', code: 'NETWORK', cause: thrown })
    })
    clearTimeout(timer)
    const problem = await readProblem(response, contract, asked)
    if (problem !== null) throw problem
    runtime.requests.set(response, asked)
    return response
  } catch (thrown) {
    if (over.aborted) throw over.reason
    if (slow.signal.aborted) throw new Problem({ ...failed, kind: 'timeout', code: 'TIMEOUT', cause: thrown })
    throw runtime.problemOf(thrown)
  } finally {
    clearTimeout(timer)
  }
}

function anyOf(signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined))
}

/** Waits for work that nothing can call off, no longer than its caller does. */
function unlessAborted<T>(work: Promise<T>, signals: readonly (AbortSignal | undefined)[]): Promise<T> {
  const signal = anyOf(signals)
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    const leave = () => signal.removeEventListener('abort', stop)
    work.then(resolve, reject).then(leave, leave)
  })
}

async function authorize(runtime: Runtime, request: Request): Promise<Request> {
  return runtime.session === undefined ? request : runtime.session.authorize(request)
}

/** S6: credentials go to URLs that the contract matches; without `match` to same-origin ones. */
export function isOwn(contract: Contract, url: string): boolean {
  if (contract.match !== undefined) return matches(contract, url)
  const here = globalThis.location?.origin
  return here !== undefined && new URL(url, here).origin === here
}

/** Waits; an abort ends the wait in the same task and is thrown as it is. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', stop)
        resolve()
      },
      Math.min(milliseconds, longestTimer),
    )
    signal.addEventListener('abort', stop, { once: true })
  })
}
