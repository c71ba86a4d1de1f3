import { patienceOf } from '../3-decide/decide-retry.ts'
import { waitOut } from '../3-decide/wait-instead.ts'
import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import { originOf, routeTemplate } from '../problem/route.ts'
import { anyOf, sleep } from './abort.ts'
import type { Passed } from './gates.ts'
import type { Runtime } from './runtime.ts'
import { unsent } from './unsent.ts'

/** A request that wants to be sent. Times in milliseconds. */
export interface Waiting {
  readonly contract: Contract | undefined
  readonly request: { readonly method: string; readonly url: string }
  /** May it be sent to find out whether its origin is back? Never what must not be done twice. */
  readonly mayProbe: boolean
  /** Requests that its call has sent before. */
  readonly sent: number
  /** How long its call has waited, and may wait in all. */
  readonly spent: number
  readonly patience: number | undefined
  /** An abort ends the wait in the same task. */
  readonly signal: AbortSignal
}

/** It may be sent. */
export interface Turn extends Passed {
  /** How long its call has waited by now. */
  readonly spent: number
}

/** R3: waits for the limit that holds a request, then for its gate. Throws the problem of those before it when that takes too long. */
export async function waitForTurn(runtime: Runtime, waiting: Waiting): Promise<Turn> {
  const { contract, signal, sent } = waiting
  const { url, method } = waiting.request
  const request = { url: new URL(url, globalThis.location?.href).href, method }
  const patience = patienceOf(waiting)
  let { spent } = waiting
  for (let held = runtime.cooldowns.holding(contract, request); held !== undefined;) {
    const now = runtime.now()
    const decision = waitOut(held.until, { now, spent, patience }, runtime.random)
    if (decision.do !== 'wait')
      throw unsent(held.problem, { contract: held.problem.contract, request, sent, left: held.until - now, now })
    await sleep(decision.until - now, signal)
    spent += decision.until - now
    held = runtime.cooldowns.holding(contract, request)
  }
  const passed = await runtime.gates.pass({ ...waiting, request, patience: patience - spent })
  return { ...passed, spent: spent + passed.waited }
}

/** What is remembered of a hook or a stream that sends by another client than ours. */
export interface Sender {
  readonly attempt: number
  spent: number
  readonly patience: number | undefined
  /** What its last request failed with. */
  met: Problem | undefined
}

/** One attempt of it. */
export interface Sending {
  readonly sender: Sender
  /** May its request be sent twice? */
  readonly mayProbe: boolean
  /** Asked for only where it waits: TanStack takes that for a promise to heed it. */
  readonly signal?: (() => AbortSignal) | undefined
}

/** Waits like our own requests, where it is known what will be sent: the same as the last time. */
export async function turnOf(runtime: Runtime, { sender, mayProbe, signal }: Sending): Promise<Turn | undefined> {
  const { request, contract: name } = sender.met ?? {}
  const contract = runtime.contracts.find((known) => known.name === name)
  if (request === undefined) return undefined
  const isHeld = runtime.gates.isClosed(originOf(request.url)) || runtime.cooldowns.holding(contract, request)
  if (!isHeld) return undefined
  const life = new AbortController()
  runtime.inFlight.add(life)
  const { attempt, spent, patience } = sender
  const waiting = { contract, request, mayProbe, sent: attempt - 1, spent, patience }
  try {
    const turn = await waitForTurn(runtime, { ...waiting, signal: anyOf([signal?.(), life.signal]) })
    sender.spent = turn.spent
    return turn
  } finally {
    runtime.inFlight.delete(life)
  }
}

/** What is to be told of a failure. */
export interface Told {
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
  /** Stands for the route of a request that nobody knows. */
  readonly name: string
}

/** Tells the gate of what another client met; what went through ours has told it itself. */
export function tellGate({ contracts, gates }: Runtime, { problem, remedy, name }: Told): void {
  const { request } = problem
  const { match } = contracts.find((known) => known.name === problem.contract) ?? { match: [] }
  // A failed `fetch` does not say whom it asked.
  const url = request?.url ?? (match === undefined ? '' : typeof match === 'string' ? match : undefined)
  const route = request === undefined ? name : `${request.method} ${routeTemplate(request.url)}`
  gates.noticed(problem, remedy, { origin: originOf(url), route })
}
