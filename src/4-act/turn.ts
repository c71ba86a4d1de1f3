import { waitOut } from '../3-decide/wait-instead.ts'
import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import { originOf, routeOf } from '../problem/route.ts'
import { anyOf, sleep } from './abort.ts'
import type { Budget } from './budget.ts'
import type { Passed, Waiting } from './gates.ts'
import { isLate, resume } from './resume.ts'
import { contractNamed, type Runtime } from './runtime.ts'
import { unsent } from './unsent.ts'

/** R3: waits for the limit that holds a request, then for its gate. Throws the problem of those before it when that takes too long. */
export async function waitForTurn(runtime: Runtime, waiting: Waiting): Promise<Passed> {
  const { contract, signal, sent, budget } = waiting
  const { url, method } = waiting.request
  const request = { url: new URL(url, globalThis.location?.href).href, method }
  for (;;) {
    const held = runtime.cooldowns.holding(contract, request)
    if (held === undefined) return runtime.gates.pass({ ...waiting, request })
    const now = runtime.now()
    const decision = waitOut(held.until, { now, ...budget }, runtime.random)
    if (decision.do !== 'wait')
      throw unsent(held.problem, { contract: held.problem.contract, request, sent, left: held.until - now })
    await sleep(decision.until - now, signal)
    budget.spent += decision.until - now
  }
}

/** What is remembered of a hook that sends by another client than ours. */
export interface Sender extends Budget {
  readonly attempt: number
  /** What its last request failed with. */
  readonly met?: Problem | undefined
  /** When it was to be sent again. */
  due?: number | undefined
  /** The server asked it to wait until then, in milliseconds since 1970. */
  readonly toldUntil: number
  /** It may be sent twice. */
  readonly key?: string | undefined
}

/** One attempt of it. */
export interface Sending {
  readonly record: Sender
  /** It only reads, by whatever method. */
  readonly reads: boolean
  /** Asked for its signal only where it waits: TanStack takes that for a promise to heed it. */
  readonly context: { readonly client: unknown; readonly signal?: AbortSignal }
}

/** Waits like our own requests, where it is known whom it will ask: the same as the last time. */
export async function turnOf(runtime: Runtime, { record, reads, context }: Sending): Promise<Passed | undefined> {
  const { due } = record
  record.due = undefined
  if (due !== undefined && isLate(runtime, due))
    await whileAlive(runtime, context, (signal) => resume(runtime, due, signal))
  if (record.met === undefined) return undefined
  const { contract, origin } = whomOf(runtime, record.met)
  const { request = { method: '', url: origin } } = record.met
  if (origin === '' || !(runtime.gates.isClosed(origin) || runtime.cooldowns.holding(contract, request)))
    return undefined
  const mayProbe = reads || record.key !== undefined
  const sent = record.attempt - 1
  const isNew = sent === 0 && record.toldUntil <= runtime.now()
  const waiting = { contract, request, mayProbe, isNew, sent, budget: record, isHook: true }
  return whileAlive(runtime, context, (signal) => waitForTurn(runtime, { ...waiting, signal }))
}

/** Waits in a hook, until it is called off or its user is gone. */
async function whileAlive<T>(
  { inFlight }: Runtime,
  context: Sending['context'],
  wait: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const life = new AbortController()
  inFlight.add(life)
  try {
    return await wait(anyOf([context.signal, life.signal]))
  } finally {
    inFlight.delete(life)
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
export function tellGate(runtime: Runtime, { problem, remedy, name }: Told): void {
  const { request } = problem
  const route = request === undefined ? name : routeOf(request)
  runtime.gates.noticed(problem, remedy, { origin: whomOf(runtime, problem).origin, route })
}

interface Whom {
  readonly contract: Contract | undefined
  /** Empty where nobody knows. */
  readonly origin: string
}

// A failed `fetch` does not say whom it asked: the backend of its contract, where that has one address.
function whomOf(runtime: Runtime, { request, contract: name }: Problem): Whom {
  const contract = contractNamed(runtime, name)
  const { match = '' } = contract ?? { match: [] }
  return { contract, origin: originOf(request?.url ?? (typeof match === 'string' ? match : undefined)) }
}
