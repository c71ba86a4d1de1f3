import { isSafe } from '../3-decide/retryable.ts'
import { waitInstead } from '../3-decide/wait-instead.ts'
import type { Contract } from '../problem/contract.ts'
import { isProblem, withAttempts } from '../problem/problem.ts'
import { anyOf, sleep, unlessAborted } from './abort.ts'
import { isKeyed, isRepeatable, needsKey, withKey } from './idempotency.ts'
import { headersTimeout, longestCall, shortestBody } from './limits.ts'
import type { Passed } from './gates.ts'
import { resume } from './resume.ts'
import { judge, type Judged, type Runtime } from './runtime.ts'
import { sendOnce, type Call } from './send-once.ts'
import { isOwn } from './session/credentials.ts'
import type { RefusedCall } from './session/keeping.ts'
import { goOn, timeLeft } from './time-limit.ts'
import { waitForTurn } from './turn.ts'

/** How `client.fetch` sends. */
export interface FetchOptions {
  /**
   * `true`: it owns the retries, so that nobody further out should; a hidden tab goes on once it is seen. Inside the hooks
   * TanStack owns them. @default false
   */
  readonly retry?: boolean | undefined
  /** From the start of one attempt to the headers of its response, in milliseconds. @default 30000 */
  readonly timeout?: number | undefined
  /** From the call to its end over all attempts, reading the body included, in milliseconds. @default 60000 */
  readonly total?: number | undefined
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
    const hook = runtime.calling
    const spent = hook?.spent ?? 0
    const budget = { spent, patience: options.patience ?? hook?.patience }
    const abort = init?.signal ?? (input instanceof Request ? input.signal : undefined)
    const call: Call = {
      request: requestOf(runtime, contract, { input, init }),
      sent: init?.body,
      abort,
      over: anyOf([abort, life.signal]),
      // The request that refreshes must not wait for the refresh, nor that which signs in for the sign-in.
      own: runtime.session?.ownCall(init?.signal),
      hook,
      budget,
    }
    const before = runtime.session?.getState()
    runtime.inFlight.add(life)
    if (hook !== undefined) hook.underway++
    try {
      return await send(runtime, contract, { ...options, call })
    } catch (thrown) {
      if (hook === undefined && call.own === undefined && isProblem(thrown)) runtime.keeper?.lose(thrown, before)
      throw thrown
    } finally {
      if (hook !== undefined) {
        hook.spent += budget.spent - spent
        hook.underway--
      }
      runtime.inFlight.delete(life)
    }
  }
}

// What a browser does by itself; the Request of Node does not know the page that a test puts around it.
function absolute(input: RequestInfo | URL): RequestInfo | URL {
  return typeof input === 'string' ? new URL(input, globalThis.document?.baseURI ?? globalThis.location?.href) : input
}

const lastEventId = 'Last-Event-ID'

interface Asked {
  readonly input: RequestInfo | URL
  readonly init: RemedyInit | undefined
}

// S6: only what goes to the contract's own URLs carries a key.
function requestOf({ calling }: Runtime, contract: Contract, { input, init }: Asked): Request {
  const request = new Request(absolute(input), init)
  if (calling?.fromStart) request.headers.delete(lastEventId)
  if (!isOwn(contract, request.url) || !needsKey(request, contract)) return request
  const gives = contract.idempotencyHeader !== undefined || calling?.intent !== undefined
  return withKey(request, contract, init?.idempotencyKey ?? (gives ? calling?.giveKey?.() : undefined))
}

interface Sending {
  readonly contract: Contract
  readonly call: Call
  readonly retry: boolean | undefined
  /** Which attempt this is, from 1. */
  attempt: number
  /** Of the call over all its attempts. */
  end: number
}

async function send(
  runtime: Runtime,
  contract: Contract,
  { call, retry, timeout = headersTimeout, total = totalOf(runtime, call) }: FetchOptions & { readonly call: Call },
): Promise<Response> {
  const { request, budget, own } = call
  const sending: Sending = { contract, call, retry, attempt: 1, end: runtime.now() + total }
  for (let refreshed = own !== undefined; ; sending.attempt++) {
    const { attempt } = sending
    const turn = await turnFor(runtime, sending)
    const sentUnder = attempt === 1 ? runtime.session?.getState().generation : undefined
    try {
      const left = Math.min(total, sending.end - runtime.now())
      const response = await sendOnce(runtime, contract, { call, timeout, left })
      turn.answered()
      goOn(call.hook, Math.max(sending.end, runtime.now() + shortestBody))
      return response
    } catch (thrown) {
      if (!isProblem(thrown)) {
        turn.gone()
        throw thrown
      }
      const idempotent = isKeyed(request, contract) || undefined
      const judged = await judge(runtime, thrown, { call: { contract }, attempt, refreshed, idempotent, ...budget })
      if (judged.remedy.stream === 'from-start') forgetPlace(call)
      turn.failed(thrown, judged.remedy)
      if (refreshed) runtime.refreshed.add(thrown)
      if (own === 'sign-in') runtime.ofSignIn.add(thrown)
      const { keeper } = runtime
      if (keeper?.asks(thrown, { ...judged, sentUnder }) === true) {
        const since = runtime.now()
        // A refused refresh ends the user, and with it everything else in the air: this call has its answer.
        const settled = await unlessAborted(keeper.settle(judged, refusedOf(call, sentUnder)), [call.abort])
        if (!settled.again) throw insteadOf(runtime, settled.instead ?? thrown)
        sending.end += runtime.now() - since // a user who signs in again takes the time that takes
        goOn(call.hook, sending.end)
        refreshed = settled.refreshed || attempt > 1
      } else await beforeRetry(runtime, judged, sending)
    }
  }
}

// R8: what a hook sends shares its time.
function totalOf(runtime: Runtime, { hook }: Call): number {
  return hook === undefined ? longestCall : Math.max(timeLeft(hook, runtime.now()), 0)
}

// Where to go on from is what was refused: the next attempt, be it the hook's, begins at the start.
function forgetPlace({ request, hook }: Call): void {
  request.headers.delete(lastEventId)
  if (hook !== undefined) hook.fromStart = true
}

function turnFor(runtime: Runtime, { contract, call, attempt }: Sending): Promise<Passed> {
  const { request, hook, budget, over } = call
  const sent = attempt - 2 + (hook?.attempt ?? 1)
  const mayProbe = isRepeatable(request, contract)
  const isNew = sent === 0 && (hook?.toldUntil ?? 0) <= runtime.now()
  return waitForTurn(runtime, { contract, request, mayProbe, isNew, sent, budget, signal: over })
}

// What waits for its gate does so on its way out.
async function beforeRetry(runtime: Runtime, { problem, decision }: Judged, sending: Sending): Promise<void> {
  const { call, retry, attempt, end } = sending
  const { budget, over } = call
  if (retry !== true) throw problem
  const now = runtime.now()
  const next = runtime.gates.holds(problem) ? waitInstead(decision, { now, ...budget }) : decision
  const delay = next.do === 'retry' ? next.delay : 0
  if ((next.do !== 'retry' && next.do !== 'wait') || now + delay >= end) throw withAttempts(problem, attempt)
  await sleep(delay, over)
  budget.spent += delay
  sending.end += await resume(runtime, now + delay, over)
}

function refusedOf({ request, abort, hook, budget }: Call, sentUnder: number | undefined): RefusedCall {
  // What a query sends reads, whatever its method.
  const reads = isSafe(request.method) || (hook !== undefined && hook.giveKey === undefined)
  return { sentUnder, isSafe: reads, budget, signal: abort }
}

// An abort is thrown as it is.
function insteadOf(runtime: Runtime, thrown: unknown): unknown {
  const problem = runtime.problemOf(thrown)
  return problem.kind === 'aborted' ? thrown : problem
}
