import { gateSign } from '../3-decide/gate-sign.ts'
import type { Contract } from '../problem/contract.ts'
import { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import { routeTemplate } from '../problem/route.ts'
import { anyOf } from './abort.ts'
import { isAwake, onAttention } from './attention.ts'
import { createGateNotices, type GateNotices } from './gate-notices.ts'
import { createGateRunner, type GateRequest, type GateRunner } from './gate-runner.ts'
import { isRepeatable } from './idempotency.ts'
import { scout } from './scout.ts'
import type { RemedyStore } from './store.ts'

/** A request on its way to its gate. */
export interface Passing {
  readonly contract: Contract
  readonly request: Request
  /** Milliseconds that its call may still wait. */
  readonly patience: number
  /** Requests its call has sent already. */
  readonly sent: number
  /** An abort ends the wait in the same task. */
  readonly signal: AbortSignal
}

/** A request that was let through. The first thing told of it counts. */
export interface Passed {
  /** Milliseconds it waited. */
  readonly waited: number
  /** The origin answered. */
  answered(): void
  failed(problem: Problem, remedy: ResolvedRemedy): void
  /** It ended without saying anything about the origin. */
  gone(): void
}

/** The gates of one client, one for each origin. */
export interface Gates {
  /** Waits until the request may be sent. Throws the problem that the origin has when its patience is over. */
  pass(passing: Passing): Promise<Passed>
  /** Is this a failure of what came through a gate that is closed now? Then the next attempt waits there. */
  holds(problem: Problem): boolean
  readonly notices: GateNotices
}

/** What gates need of their client. */
export interface GatesInput {
  readonly store: RemedyStore
  readonly now: () => number
  readonly random: () => number
}

/** Gates of one client. Listens to the tab only while one of them is closed. */
export function createGates(input: GatesInput): Gates {
  const runners = new Map<string, GateRunner>()
  const through = new WeakSet<Problem>()
  const notices = createGateNotices(input)
  let stopListening: (() => void) | undefined

  const attend = () => runners.forEach((runner) => runner.tell({ type: 'attention', awake: isAwake() }))
  const changed = (origin: string, closed: boolean) => {
    notices.changed(origin, closed)
    const anyClosed = [...runners.values()].some((runner) => runner.isClosed())
    if (anyClosed && stopListening === undefined) {
      stopListening = onAttention(attend)
      attend()
    } else if (!anyClosed) {
      stopListening?.()
      stopListening = undefined
    }
  }
  const runnerOf = (origin: string): GateRunner => {
    const runner = runners.get(origin) ?? createGateRunner({ ...input, changed: (closed) => changed(origin, closed) })
    runners.set(origin, runner)
    return runner
  }

  return {
    async pass(passing) {
      const { contract, request, signal, patience } = passing
      const runner = runnerOf(new URL(request.url).origin)
      const route = `${request.method} ${routeTemplate(request.url)}`
      // What must not be done twice must not be what finds out.
      const asking = { route, until: input.now() + patience, mayProbe: isRepeatable(request, contract), signal }
      const { id, waited } = await askFor(runner, asking, passing)
      return passed(runner, { id, route, waited, through })
    },
    holds: (problem) => through.has(problem) && runners.get(originOf(problem))?.isClosed() === true,
    notices,
  }
}

async function askFor(runner: GateRunner, asking: Omit<GateRequest, 'refused'>, passing: Passing) {
  const request = { ...asking, refused: (known: Problem | undefined, left: number) => problemOf(passing, known, left) }
  const before = runner.known()?.request
  if (asking.mayProbe || !runner.isClosed() || before?.method !== 'GET') return runner.ask(request)
  const served = new AbortController()
  const turn = runner.ask(request)
  const { until } = asking
  const refused = () => problemOf(passing, runner.known(), 0)
  void scout(runner, { until, url: before.url, signal: anyOf([served.signal, asking.signal]), refused })
  return turn.finally(() => served.abort())
}

interface Under {
  readonly id: number
  readonly route: string
  readonly waited: number
  /** The failures of what came through a gate. */
  readonly through: WeakSet<Problem>
}

function passed(runner: GateRunner, { id, route, waited, through }: Under): Passed {
  return {
    waited,
    answered: () => runner.tell({ type: 'answered' }),
    gone: () => runner.tell({ type: 'gone', id }),
    failed(problem, remedy) {
      through.add(problem)
      const sign = gateSign(problem, remedy)
      if (sign === 'up') runner.tell({ type: 'answered' })
      else if (sign === 'nothing') runner.tell({ type: 'gone', id })
      else runner.failed({ id, route }, problem)
    },
  }
}

// What the origin said to those before it. That it says how often it was sent keeps everybody from sending it again.
function problemOf({ contract, request, sent }: Passing, known: Problem | undefined, left: number): Problem {
  const { kind = 'network', code = 'NETWORK', status, retryAfter } = known ?? {}
  return new Problem({
    kind,
    code,
    status,
    contract: contract.name,
    request: { method: request.method, url: request.url },
    retryAfter: retryAfter === undefined || left <= 0 ? undefined : left,
    attempts: sent,
    cause: known,
  })
}

function originOf({ request }: Problem): string {
  try {
    return new URL(request?.url ?? '', globalThis.location?.href).origin
  } catch {
    return ''
  }
}
