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

/** The gates of one client, one for each origin. Listens to the tab only while one of them is closed. */
export class Gates {
  readonly notices: GateNotices
  readonly #input: GatesInput
  readonly #now: (atLeast?: number) => number
  readonly #runners = new Map<string, GateRunner>()
  readonly #through = new WeakSet<Problem>()
  // Origins that other clients found unreachable, and nobody has reached since.
  readonly #doubted = new Set<string>()
  #stopListening: (() => void) | undefined

  constructor(input: GatesInput) {
    this.#input = input
    this.#now = steady(input.now)
    this.notices = createGateNotices(input)
  }

  /** Waits until the request may be sent. Throws the problem that the origin has when its patience is over. */
  async pass(passing: Passing): Promise<Passed> {
    const { request, signal, patience, mayProbe } = passing
    if (this.#input.gate === false) return noGate
    const runner = this.#runnerOf(originOf(request.url))
    const route = `${request.method} ${routeTemplate(request.url)}`
    const asking = { route, until: this.#now() + patience, mayProbe, signal }
    const { id, waited } = await askFor(runner, asking, passing)
    return passed(runner, { id, route, waited, through: this.#through })
  }

  /** Has this failure been told, or was its request not even sent? */
  knows(problem: Problem): boolean {
    return this.#through.has(problem) || isUnsent(problem)
  }

  isClosed(origin: string): boolean {
    return this.#runners.get(origin)?.isClosed() === true
  }

  /** Is this a failure of what came through a gate that is closed now? Then the next attempt waits there. */
  holds(problem: Problem): boolean {
    return this.#through.has(problem) && this.isClosed(originOf(problem.request?.url))
  }

  /** Another client than ours failed in a hook. `route` stands for a request that nobody knows. */
  noticed(problem: Problem, remedy: ResolvedRemedy, { origin, route }: { origin: string; route: string }): void {
    if (this.#input.gate === false || origin === '' || this.knows(problem)) return
    this.#doubted.add(origin)
    passed(this.#runnerOf(origin), { id: 0, route, waited: 0, through: this.#through }).failed(problem, remedy)
  }

  /** Something came through another client. */
  heardOf(origin: string | undefined): void {
    if (origin !== undefined) return this.#runners.get(origin)?.tell({ type: 'answered' })
    // What did not say whom it asked may have asked any of these; it does not open what is closed.
    for (const name of this.#doubted) if (!this.isClosed(name)) this.#runners.get(name)?.tell({ type: 'answered' })
    this.#doubted.clear()
  }

  #runnerOf(origin: string): GateRunner {
    const { random, gate } = this.#input
    const changed = (closed: boolean) => this.#changed(origin, closed)
    const runner =
      this.#runners.get(origin) ?? createGateRunner({ now: this.#now, random, gate: gate || undefined, changed })
    this.#runners.set(origin, runner)
    return runner
  }

  #changed(origin: string, closed: boolean): void {
    this.notices.changed(origin, closed)
    const anyClosed = [...this.#runners.values()].some((runner) => runner.isClosed())
    if (anyClosed && this.#stopListening === undefined) {
      this.#stopListening = onAttention(() => this.#attend())
      this.#attend()
    } else if (!anyClosed) {
      this.#stopListening?.()
      this.#stopListening = undefined
    }
  }

  #attend(): void {
    this.#runners.forEach((runner) => runner.tell({ type: 'attention', awake: isAwake() }))
  }
}

// A clock may be set back, and stretches no wait: what a timer waited for has come, whatever the clock says.
function steady(now: () => number): (atLeast?: number) => number {
  let latest = 0
  return (atLeast = 0) => (latest = Math.max(latest, atLeast, now()))
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
