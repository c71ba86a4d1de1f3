import { patienceLeft } from '../3-decide/decide-retry.ts'
import { gateSign } from '../3-decide/gate-sign.ts'
import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import { originOf, routeOf } from '../problem/route.ts'
import { anyOf } from './abort.ts'
import { createAttention, isAwake } from './attention.ts'
import type { Budget } from './budget.ts'
import { createGateNotices, type GateNotices } from './gate-notices.ts'
import { GateRunner, type GateAnswer, type GateRequest, type Sent } from './gate-runner.ts'
import { scout } from './scout.ts'
import type { RemedyStore } from './store.ts'
import { isUnsent, unsent } from './unsent.ts'

/** A request that wants to be sent. */
export interface Waiting {
  readonly contract: Contract | undefined
  /** Its method is empty where no more is known than whom it asks. */
  readonly request: { readonly method: string; readonly url: string }
  /** May it be sent to find out whether its origin is back? Never what must not be done twice. */
  readonly mayProbe: boolean
  /** Requests that its call has sent before. */
  readonly sent: number
  /** Nobody was told to wait with it. */
  readonly isNew: boolean
  /** What the wait takes of. */
  readonly budget: Budget
  /** An abort ends the wait in the same task. */
  readonly signal: AbortSignal
  /** It stands for whatever its hook sends, be it by `client.fetch`: that must not wait for it. */
  readonly isHook?: boolean | undefined
}

/** A request that was let through. The first thing told of it counts. */
export interface Passed {
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
  readonly #runners = new Map<string, GateRunner>()
  // The failures of what came through a gate.
  readonly #through = new WeakSet<Problem>()
  // Origins that other clients found unreachable, and nobody has reached since.
  readonly #doubted = new Set<string>()
  readonly #attend = () => {
    for (const runner of this.#runners.values()) runner.tell({ type: 'attention', awake: isAwake() })
  }
  readonly #listen = createAttention(this.#attend)

  constructor(input: GatesInput) {
    this.#input = input
    this.notices = createGateNotices(input)
  }

  /** Waits until the request may be sent. Throws the problem that the origin has when its patience is over. */
  async pass({ contract, request, mayProbe, isNew, sent, budget, signal, isHook }: Waiting): Promise<Passed> {
    if (this.#input.gate === false) return noGate
    const runner = this.#runnerOf(originOf(request.url))
    if (!isHook) runner.passOn()
    const route = routeOf(request)
    const until = runner.now() + patienceLeft(budget)
    const answer = await askFor(runner, { route, until, mayProbe, isNew, signal }, request)
    if (answer.do === 'send') {
      if (isHook) runner.hook = answer.id
      budget.spent += answer.waited
      return this.#passed(runner, { id: answer.id, route })
    }
    const { known } = runner
    const left = runner.left()
    const isTold = known?.retryAfter !== undefined && left > 0
    throw unsent(known, { contract: contract?.name ?? 'none', request, sent, left: isTold ? left : undefined })
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
    this.#passed(this.#runnerOf(origin), { id: 0, route }).failed(problem, remedy)
  }

  /** Something came through another client. */
  heardOf(origin: string | undefined): void {
    if (origin !== undefined) return this.#runners.get(origin)?.tell({ type: 'answered' })
    // What did not say whom it asked may have asked any of these; it does not open what is closed.
    for (const name of this.#doubted) if (!this.isClosed(name)) this.#runners.get(name)?.tell({ type: 'answered' })
    this.#doubted.clear()
  }

  #runnerOf(origin: string): GateRunner {
    const { now, random, gate } = this.#input
    const changed = (closed: boolean) => this.#changed(origin, closed)
    const release = gate ? gate.release : undefined
    const runner = this.#runners.get(origin) ?? new GateRunner({ now, random, release, changed })
    this.#runners.set(origin, runner)
    return runner
  }

  #passed(runner: GateRunner, sent: Sent): Passed {
    return {
      answered: () => runner.heard(sent, 'up'),
      gone: () => runner.heard(sent, 'nothing'),
      failed: (problem, remedy) => {
        this.#through.add(problem)
        runner.heard(sent, gateSign(problem, remedy), problem)
      },
    }
  }

  #changed(origin: string, closed: boolean): void {
    this.notices.changed(origin, closed)
    this.#listen([...this.#runners.values()].some((runner) => runner.isClosed()))
    if (closed) this.#attend()
  }
}

const noGate: Passed = { answered: nothing, failed: nothing, gone: nothing }

function nothing(): void {}

async function askFor(runner: GateRunner, asking: GateRequest, own: Waiting['request']): Promise<GateAnswer> {
  if (asking.mayProbe || !runner.isClosed()) return runner.ask(asking)
  const served = new AbortController()
  const answer = runner.ask(asking)
  void scout(runner, runner.known?.request ?? own, { ...asking, signal: anyOf([served.signal, asking.signal]) })
  return answer.finally(() => served.abort())
}
