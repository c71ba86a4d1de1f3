import { readHints } from '../1-decode/headers/hints.ts'
import { takeProblem } from '../1-decode/read-problem.ts'
import { patienceOf } from '../3-decide/decide-retry.ts'
import { isSafe } from '../3-decide/retryable.ts'
import { waitInstead } from '../3-decide/wait-instead.ts'
import type { Contract } from '../problem/contract.ts'
import { isProblem, Problem, withAttempts } from '../problem/problem.ts'
import { anyOf, sleep, unlessAborted } from './abort.ts'
import { callSource } from './call-source.ts'
import { isKeyed, isRepeatable, needsKey, stayHome, withKey } from './idempotency.ts'
import { headersTimeout, longestTimer } from './limits.ts'
import { askSession, asksSession, type Refused } from './refresh.ts'
import { judge, type Runtime } from './runtime.ts'
import { authorize, carriesMore, isOwn } from './session/credentials.ts'
import { waitForTurn } from './turn.ts'

/** How `client.fetch` sends. */
export interface FetchOptions {
  /** `true`: it owns the retries, so that nobody further out should. Inside the hooks TanStack owns them. @default false */
  readonly retry?: boolean | undefined
  /** From the start of one attempt to the headers of its response, in milliseconds. @default 30000 */
  readonly timeout?: number | undefined
  /** How long it may wait in all before it is handed over, in milliseconds, 60000 at most. @default the hook's, else 12000 */
  readonly patience?: number | undefined
}

/** What the platform's `fetch` takes, and a key. */
export interface RemedyInit extends RequestInit {
  /**
   * Goes out in the contract's header, to URLs of the contract only. In a mutation the contract that names its header, or
   * an `intent`, does this by itself for what is sent before the function first waits; later it has to be said here.
   */
  readonly idempotencyKey?: string | undefined
}

/** As the platform's `fetch`, but what is no success throws a `Problem`; an abort is rethrown untouched. */
export type RemedyFetch = (input: RequestInfo | URL, init?: RemedyInit) => Promise<Response>

/** Makes the `fetch` of one contract: credentials where the contract matches, one replay after a refresh. */
export function createFetch(runtime: Runtime, contract: Contract, options: FetchOptions = {}): RemedyFetch {
  return async (input, init) => {
    const life = new AbortController()
    const call: Call = {
      request: requestOf(runtime, contract, { input, init }),
      sent: init?.body,
      abort: init?.signal ?? (input instanceof Request ? input.signal : undefined),
      life: life.signal,
      // The request that refreshes must not wait for the refresh, nor that which signs in for the sign-in.
      own: runtime.session?.ownCall(init?.signal),
      hook: runtime.calling,
    }
    runtime.inFlight.add(life)
    try {
      return await send(runtime, contract, { ...options, call })
    } finally {
      runtime.inFlight.delete(life)
    }
  }
}

interface Asked {
  readonly input: RequestInfo | URL
  readonly init: RemedyInit | undefined
}

// S6: only what goes to the contract's own URLs carries a key.
function requestOf({ calling }: Runtime, contract: Contract, { input, init }: Asked): Request {
  const request = new Request(input, init)
  if (!isOwn(contract, request.url) || !needsKey(request, contract)) return request
  const gives = contract.idempotencyHeader !== undefined || calling?.intent !== undefined
  return withKey(request, contract, init?.idempotencyKey ?? (gives ? calling?.giveKey?.() : undefined))
}

interface Call {
  readonly request: Request
  readonly sent: unknown
  /** The caller's own signal: the one of `request` may be gone while the body is still being read. */
  readonly abort: AbortSignal | undefined
  /** Aborted when the user ends. */
  readonly life: AbortSignal
  readonly own: 'refresh' | 'sign-in' | undefined
  /** The call of a hook that this is part of. */
  readonly hook: Runtime['calling']
}

interface Sending extends FetchOptions {
  readonly call: Call
}

async function send(
  runtime: Runtime,
  contract: Contract,
  { call, retry, timeout, ...options }: Sending,
): Promise<Response> {
  const patience = options.patience ?? call.hook?.patience
  const over = anyOf([call.abort, call.life])
  for (let attempt = 1, spent = call.hook?.spent ?? 0, refreshed = call.own !== undefined; ; attempt++) {
    const sent = attempt - 1 + (call.hook === undefined ? 0 : call.hook.attempt - 1)
    const mayProbe = isRepeatable(call.request, contract)
    const waiting = { contract, request: call.request, mayProbe, sent, spent, patience, signal: over }
    const passed = await waitForTurn(runtime, waiting)
    if (call.hook !== undefined) call.hook.spent += passed.spent - spent
    spent = passed.spent
    const generation = attempt === 1 ? runtime.session?.getState().generation : undefined
    try {
      const response = await sendOnce(runtime, contract, { call, timeout })
      passed.answered()
      return response
    } catch (thrown) {
      if (!isProblem(thrown)) {
        passed.gone()
        throw thrown
      }
      const idempotent = isKeyed(call.request, contract) || undefined
      const known = { call: { contract }, attempt, spent, refreshed, idempotent, patience }
      const { decision, remedy } = await judge(runtime, thrown, known)
      passed.failed(thrown, remedy)
      if (refreshed) runtime.refreshed.add(thrown)
      if (call.own === 'sign-in') runtime.ofSignIn.add(thrown)
      if (asksSession(runtime, thrown, { remedy, decision })) {
        const after = await beforeReplay(runtime, { problem: thrown, remedy }, { call, sentUnder: generation, spent })
        refreshed = after.refreshed || attempt > 1
        spent = after.spent
        continue
      }
      if (retry !== true) throw thrown
      const next = runtime.gates.holds(thrown)
        ? waitInstead(decision, { now: runtime.now(), spent, patience: patienceOf({ patience }) })
        : decision
      if (next.do === 'wait') continue
      if (next.do !== 'retry') throw withAttempts(thrown, attempt)
      await sleep(next.delay, over)
      spent += next.delay
    }
  }
}

interface Sent {
  readonly call: Call
  readonly sentUnder: number | undefined
  readonly spent: number
}

// An abort is thrown as it is.
function insteadOf(runtime: Runtime, thrown: unknown): unknown {
  const problem = runtime.problemOf(thrown)
  return problem.kind === 'aborted' ? thrown : problem
}

async function beforeReplay(runtime: Runtime, refused: Refused, { call, ...sent }: Sent) {
  const { request, abort, hook } = call
  // What a query sends reads, whatever its method.
  const reads = isSafe(request.method) || (hook !== undefined && hook.giveKey === undefined)
  // A refused refresh ends the user, and with it everything else in the air: this call has its answer.
  const asking = askSession(runtime, refused, { ...sent, isSafe: reads, signal: abort })
  const after = await unlessAborted(asking, [abort])
  if (hook !== undefined) hook.spent += after.spent - sent.spent
  if (!after.again) throw insteadOf(runtime, after.instead ?? refused.problem)
  return after
}

async function sendOnce(
  runtime: Runtime,
  contract: Contract,
  { call, timeout = headersTimeout }: Sending,
): Promise<Response> {
  const { request, sent, abort, life } = call
  const { method, url } = request
  const asked = { method, url, ...(sent === undefined || sent === null ? {} : { body: sent }) }
  const failed = { contract: contract.name, request: { method, url } }
  const over = anyOf([abort, life])
  const slow = new AbortController()
  const timer = setTimeout(() => slow.abort(), Math.min(timeout, longestTimer))
  try {
    const signal = anyOf([slow.signal, over])
    const authorized = await unlessAborted(authorize(runtime.session, contract, request.clone()), [signal])
    const isBound = isKeyed(authorized, contract) || carriesMore(authorized, request)
    const init = isBound ? { signal, ...stayHome(authorized) } : { signal }
    const sending = globalThis.fetch(new Request(authorized, init)).catch((thrown: unknown) => {
      // Whatever it says, a rejection of our own fetch is a network failure, or the abort that was asked for.
      throw new Problem({ ...failed, kind: 'network', code: 'NETWORK', cause: thrown })
    })
    // Node may collect the signal that its fetch follows, and then hears of no abort.
    const response = await unlessAborted(sending, [signal])
    clearTimeout(timer)
    if (isBound && isRedirect(response)) throw new Problem({ ...failed, kind: 'unreadable', code: 'UNREADABLE' })
    const problem = await takeProblem(response, contract, asked)
    if (problem !== null) await throwOrPresent(runtime, problem)
    runtime.requests.set(response, asked)
    if (contract.rateLimit !== undefined) runtime.cooldowns.hold(contract, readHints(response).rateLimit)
    return response
  } catch (thrown) {
    if (over.aborted) throw over.reason
    if (slow.signal.aborted) throw new Problem({ ...failed, kind: 'timeout', code: 'TIMEOUT', cause: thrown })
    throw runtime.problemOf(thrown)
  } finally {
    clearTimeout(timer)
  }
}

// A browser shows nothing of a redirect that it does not follow, a server all of it.
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}

// D6: GraphQL answers with data and errors at once; the data is the caller's, the errors are shown.
async function throwOrPresent(runtime: Runtime, problem: Problem): Promise<void> {
  const hasData = (problem.status ?? 0) < 300 && (problem.data['data'] ?? null) !== null
  if (!hasData) throw problem
  const { remedy } = await judge(runtime, problem)
  if (remedy.show === 'pending') throw problem
  runtime.act({ thrown: problem, problem, remedy, source: callSource(problem), seen: runtime.next() })
}
