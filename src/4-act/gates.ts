import { gateSign } from '../3-decide/gate-sign.ts'
import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import { originOf, routeTemplate } from '../problem/route.ts'
import { anyOf } from './abort.ts'
import { isAwake, onAttention } from './attention.ts'
import { createGateNotices, type GateNotices } from './gate-notices.ts'
import { createGateRunner, type GateRequest, type GateRunner } from './gate-runner.ts'
import { scout } from './scout.ts'
import type { RemedyStore } from './store.ts'
import { isUnsent, unsent } from './unsent.ts'

/** A request on its way to its gate. */
export interface Passing {
  readonly contract: Contract | undefined
  readonly request: NonNullable<Problem['request']>
  /** May it find out whether the origin is back? What must not be done twice may not. */
  readonly mayProbe: boolean
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
  /** Has this failure been told, or was its request not even sent? */
  knows(problem: Problem): boolean
  /** Is the gate of this origin closed? */
  isClosed(origin: string): boolean
  /** Is this a failure of what came through a gate that is closed now? Then the next attempt waits there. */
  holds(problem: Problem): boolean
  /** Another client than ours failed in a hook. `route` stands for a request that nobody knows. */
  noticed(problem: Problem, remedy: ResolvedRemedy, other: { readonly origin: string; readonly route: string }): void
  /** Something came through another client. */
  heardOf(origin: string | undefined): void
  readonly notices: GateNotices
}

/** How the gate of each origin behaves. */
export interface GateOptions {
  /**
   * When an origin is back, what waited for it is sent within this many milliseconds: a backend with little to spare needs
   * more of them.
   * @default 20000
   */
  readonly release?: number | undefined
}

/** What gates need of their client. */
export interface GatesInput {
  readonly gate?: GateOptions | false | undefined
  readonly store: RemedyStore
  readonly now: () => number
  readonly random: () => number
}

/** Gates of one client. Listens to the tab only while one of them is closed. */
export function createGates(input: GatesInput): Gates {
  const runners = new Map<string, GateRunner>()
  const through = new WeakSet<Problem>()
  // Origins that other clients found unreachable, and nobody has reached since.
  const doubted = new Set<string>()
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
    const runner =
      runners.get(origin) ??
      createGateRunner({
        now: input.now,
        random: input.random,
        gate: input.gate || undefined,
        changed: (closed) => changed(origin, closed),
      })
    runners.set(origin, runner)
    return runner
  }

  const gates: Gates = {
    async pass(passing) {
      const { request, signal, patience, mayProbe } = passing
      if (input.gate === false) return noGate
      const runner = runnerOf(originOf(request.url))
      const route = `${request.method} ${routeTemplate(request.url)}`
      const asking = { route, until: input.now() + patience, mayProbe, signal }
      const { id, waited } = await askFor(runner, asking, passing)
      return passed(runner, { id, route, waited, through })
    },
    knows: (problem) => through.has(problem) || isUnsent(problem),
    isClosed: (origin) => runners.get(origin)?.isClosed() === true,
    holds: (problem) => through.has(problem) && runners.get(originOf(problem.request?.url))?.isClosed() === true,
    noticed(problem, remedy, { origin, route }) {
      if (input.gate === false || origin === '' || gates.knows(problem)) return
      doubted.add(origin)
      passed(runnerOf(origin), { id: 0, route, waited: 0, through }).failed(problem, remedy)
    },
    heardOf(origin) {
      if (origin !== undefined) return runners.get(origin)?.tell({ type: 'answered' })
      // What did not say whom it asked may have asked any of these; it does not open what is closed.
      for (const name of doubted) if (!runners.get(name)?.isClosed()) runners.get(name)?.tell({ type: 'answered' })
      doubted.clear()
    },
    notices,
  }
  return gates
}

const noGate: Passed = { waited: 0, answered: nothing, failed: nothing, gone: nothing }

function nothing(): void {}

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

function problemOf({ contract, request, sent }: Passing, known: Problem | undefined, left: number): Problem {
  const wait = known?.retryAfter === undefined || left <= 0 ? undefined : left
  return unsent(known, { contract: contract?.name ?? 'none', request, sent, left: wait })
}
