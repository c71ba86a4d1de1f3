import { patienceOf, type Decision } from '../3-decide/decide-retry.ts'
import { isSafe } from '../3-decide/retryable.ts'
import { waitInstead } from '../3-decide/wait-instead.ts'
import type { Contract } from '../problem/contract.ts'
import { isProblem, withAttempts, type Problem } from '../problem/problem.ts'
import { anyOf, sleep, unlessAborted } from './abort.ts'
import { isKeyed, isRepeatable, needsKey, withKey } from './idempotency.ts'
import { headersTimeout, longestCall } from './limits.ts'
import { loseSession } from './act.ts'
import { askSession, asksSession, type Refused } from './refresh.ts'
import { judge, type Runtime } from './runtime.ts'
import { sendOnce, type Call } from './send-once.ts'
import { isOwn } from './session/credentials.ts'
import { waitForTurn, type Turn } from './turn.ts'

/** How `client.fetch` sends. */
export interface FetchOptions {
  /** `true`: it owns the retries, so that nobody further out should. Inside the hooks TanStack owns them. @default false */
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
    const call: Call = {
      request: requestOf(runtime, contract, { input, init }),
      sent: init?.body,
      abort: init?.signal ?? (input instanceof Request ? input.signal : undefined),
      life: life.signal,
      // The request that refreshes must not wait for the refresh, nor that which signs in for the sign-in.
      own: runtime.session?.ownCall(init?.signal),
      hook: runtime.calling,
    }
    const before = runtime.session?.getState()
    runtime.inFlight.add(life)
    try {
      return await send(runtime, contract, { ...options, call })
    } catch (thrown) {
      if (call.hook === undefined && call.own === undefined && isProblem(thrown)) loseSession(runtime, thrown, before)
      throw thrown
    } finally {
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

interface Sending extends FetchOptions {
  readonly call: Call
}

async function send(runtime: Runtime, contract: Contract, sending: Sending): Promise<Response> {
  const { call, timeout = headersTimeout, total = longestCall } = sending
  const patience = sending.patience ?? call.hook?.patience
  const over = anyOf([call.abort, call.life])
  let end = runtime.now() + total
  for (let attempt = 1, spent = call.hook?.spent ?? 0, refreshed = call.own !== undefined; ; attempt++) {
    const passed = await turnFor(runtime, contract, { call, patience, spent, attempt, over })
    spent = passed.spent
    const generation = attempt === 1 ? runtime.session?.getState().generation : undefined
    try {
      const response = await sendOnce(runtime, contract, { call, timeout, left: Math.min(total, end - runtime.now()) })
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
      if (remedy.stream === 'from-start') forgetPlace(call)
      passed.failed(thrown, remedy)
      if (refreshed) runtime.refreshed.add(thrown)
      if (call.own === 'sign-in') runtime.ofSignIn.add(thrown)
      if (asksSession(runtime, thrown, { remedy, decision, sentUnder: generation })) {
        const since = runtime.now()
        const sent = { call, sentUnder: generation, spent, patience }
        const after = await beforeReplay(runtime, { problem: thrown, remedy }, sent)
        end += runtime.now() - since // a user who signs in again takes the time that takes
        refreshed = after.refreshed || attempt > 1
        spent = after.spent
        continue
      }
      spent += await beforeRetry(runtime, thrown, { decision, sending, attempt, spent, end, over })
    }
  }
}

// Where to go on from is what was refused: the next attempt, be it the hook's, begins at the start.
function forgetPlace({ request, hook }: Call): void {
  request.headers.delete(lastEventId)
  if (hook !== undefined) hook.fromStart = true
}

interface Asking {
  readonly call: Call
  readonly patience: number | undefined
  readonly spent: number
  readonly attempt: number
  readonly over: AbortSignal
}

async function turnFor(runtime: Runtime, contract: Contract, { call, attempt, over, ...rest }: Asking): Promise<Turn> {
  const { request, hook } = call
  const sent = attempt - 2 + (hook?.attempt ?? 1)
  const mayProbe = isRepeatable(request, contract)
  const turn = await waitForTurn(runtime, { contract, request, mayProbe, sent, signal: over, ...rest })
  if (hook !== undefined) hook.spent += turn.spent - rest.spent
  return turn
}

interface Retrying {
  readonly decision: Decision
  readonly sending: Sending
  readonly attempt: number
  readonly spent: number
  readonly end: number
  readonly over: AbortSignal
}

// What waits for its gate does so on its way out.
async function beforeRetry(runtime: Runtime, problem: Problem, retrying: Retrying): Promise<number> {
  const { decision, attempt, spent, end, over } = retrying
  const { retry, patience, call } = retrying.sending
  if (retry !== true) throw problem
  const waiting = { now: runtime.now(), spent, patience: patienceOf({ patience: patience ?? call.hook?.patience }) }
  const next = runtime.gates.holds(problem) ? waitInstead(decision, waiting) : decision
  const delay = next.do === 'retry' ? next.delay : 0
  if ((next.do !== 'retry' && next.do !== 'wait') || waiting.now + delay >= end) throw withAttempts(problem, attempt)
  await sleep(delay, over)
  return delay
}

interface Sent {
  readonly call: Call
  readonly sentUnder: number | undefined
  readonly spent: number
  readonly patience: number | undefined
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
