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
    const request = new Request(input, init)
    // The request that refreshes must not wait for the refresh.
    const ofRefresh = runtime.session?.isRefreshing(init?.signal) === true
    for (let attempt = 1, spent = 0, refreshed = ofRefresh; ; attempt++) {
      const generation = attempt === 1 ? runtime.session?.getState().generation : undefined
      try {
        return await sendOnce(runtime, contract, {
          request,
          sent: init?.body,
          abort: init?.signal ?? (input instanceof Request ? input.signal : undefined),
          timeout: options.timeout ?? headersTimeout,
        })
      } catch (thrown) {
        if (!isProblem(thrown)) throw thrown
        const { decision, remedy } = await judge(runtime, thrown, { call: { contract }, attempt, spent, refreshed })
        if (decision.do === 'refresh') {
          runtime.refreshed.add(thrown)
          const after = await refreshFor(runtime, { problem: thrown, remedy }, generation)
          if (!after.again) throw after.instead ?? thrown
          refreshed = after.refreshed
          continue
        }
        if (refreshed) runtime.refreshed.add(thrown)
        if (options.retry !== true) throw thrown
        if (decision.do !== 'retry') throw withAttempts(thrown, attempt)
        await sleep(decision.delay, request.signal)
        spent += decision.delay
      }
    }
  }
}

interface Sending {
  readonly request: Request
  readonly sent: unknown
  /** The caller's own signal: the one of `request` may be gone while the body is still being read. */
  readonly abort: AbortSignal | undefined
  readonly timeout: number
}

async function sendOnce(
  runtime: Runtime,
  contract: Contract,
  { request, sent, abort, timeout }: Sending,
): Promise<Response> {
  const asked = {
    method: request.method,
    url: request.url,
    ...(sent === undefined || sent === null ? {} : { body: sent }),
  }
  const controller = new AbortController()
  const signal = AbortSignal.any([controller.signal, ...(abort === undefined ? [] : [abort])])
  runtime.inFlight.add(controller)
  const late = new DOMException('The response did not start in time.', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(late), timeout)
  try {
    const authorized = isOwn(contract, request.url) ? await authorize(runtime, request.clone()) : request.clone()
    const response = await globalThis.fetch(new Request(authorized, { signal }))
    const problem = await takeProblem(response, contract, asked)
    if (problem !== null) await throwOrPresent(runtime, problem)
    runtime.requests.set(response, asked)
    return response
  } catch (thrown) {
    if (isProblem(thrown)) throw thrown
    // Whatever it says, a rejection of our own fetch is a network failure, or the abort that was asked for.
    if (signal.aborted && signal.reason !== late) throw signal.reason
    const what = signal.aborted
      ? ({ kind: 'timeout', code: 'TIMEOUT' } as const)
      : ({ kind: 'network', code: 'NETWORK' } as const)
    throw new Problem({
      ...what,
      contract: contract.name,
      request: { method: asked.method, url: asked.url },
      cause: thrown,
    })
  } finally {
    clearTimeout(timer)
    runtime.inFlight.delete(controller)
  }
}

// D6: GraphQL answers with data and errors at once; the data is the caller's, the errors are shown.
async function throwOrPresent(runtime: Runtime, problem: Problem): Promise<void> {
  const hasData = (problem.status ?? 0) < 300 && (problem.data['data'] ?? null) !== null
  if (!hasData) throw problem
  const { remedy } = await judge(runtime, problem)
  if (remedy.show === 'pending') throw problem
  runtime.act({ thrown: problem, problem, remedy, source: callSource(problem), seen: runtime.next() })
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
