import { classify } from '../../src/2-classify/classify.ts'
import { decideRetry, defaultPatience, type Decision } from '../../src/3-decide/decide-retry.ts'
import { gateSign } from '../../src/3-decide/gate-sign.ts'
import { openGate, type GateEvent, type GateState } from '../../src/3-decide/gate-state.ts'
import { stepGate } from '../../src/3-decide/gate.ts'
import { waitInstead } from '../../src/3-decide/wait-instead.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { Strategy, World } from './strategy.ts'

const request = { method: 'GET', url: 'https://api.example.com/' }
const routeNames = ['GET /a', 'GET /b', 'GET /c', 'GET /d', 'GET /e']

/** This library: its reducer and its decision, as they are. */
export function kit(world: World, tabs: number): Strategy {
  return new Kit(world, tabs)
}

class Kit implements Strategy {
  readonly groups = true
  readonly #world: World
  readonly #gates: GateState[]
  readonly #wakeAt: Float64Array
  // One of each: a decision only reads them.
  readonly #problems = new Map<number, Problem>()

  constructor(world: World, tabs: number) {
    this.#world = world
    this.#gates = Array.from({ length: tabs }, () => openGate)
    this.#wakeAt = new Float64Array(tabs)
  }

  start(request: number): void {
    const { requests, now } = this.#world
    const until = now + defaultPatience - (requests.spent[request] ?? 0)
    const asking = { id: request, route: this.#routeOf(request), until, mayProbe: true }
    this.#step(this.#tabOf(request), { type: 'ask', ...asking, isNew: requests.attempt[request] === 0 })
  }

  again(request: number): void {
    this.start(request)
  }

  succeeded(request: number): void {
    const tab = this.#tabOf(request)
    this.#world.finish(request, true)
    this.#step(tab, { type: 'answered' })
  }

  failed(request: number, wait: number): void {
    const retryAfter = wait === 0 ? undefined : wait
    const tab = this.#tabOf(request)
    const decision = this.#decide(request, wait)
    // Its own failure is told first, so that the decision knows whether the gate has closed.
    this.#step(tab, { type: 'failed', id: request, route: this.#routeOf(request), retryAfter })
    const { requests } = this.#world
    const waiting = { now: this.#world.now, spent: requests.spent[request] ?? 0, patience: defaultPatience }
    const next = this.#gates[tab]?.closed === true ? waitInstead(decision, waiting) : decision
    if (next.do === 'hand-over') return this.#world.finish(request, false)
    if (next.do === 'wait') return this.start(request)
    const delay = next.do === 'retry' ? next.delay : 0
    requests.spent[request] = (requests.spent[request] ?? 0) + delay
    this.#world.later(request, delay)
  }

  woke(tab: number): void {
    if (this.#wakeAt[tab] === this.#world.now) this.#step(tab, { type: 'woke' })
  }

  #decide(id: number, wait: number): Decision {
    const { requests, random, now } = this.#world
    const problem = this.#problemOf(wait)
    const remedy = classify(problem, undefined)
    if (gateSign(problem, remedy) !== 'unreachable') throw new Error('the simulated failure must count')
    return decideRetry(problem, remedy, { attempt: requests.attempt[id] ?? 1, spent: requests.spent[id], random, now })
  }

  #problemOf(wait: number): Problem {
    const retryAfter = wait === 0 ? undefined : wait
    const known = this.#problems.get(wait)
    const problem = known ?? new Problem({ kind: 'http', status: 503, code: 'HTTP_503', request, retryAfter })
    this.#problems.set(wait, problem)
    return problem
  }

  #step(tab: number, event: GateEvent): void {
    const world = this.#world
    const { state, commands } = stepGate(this.#gates[tab] ?? openGate, event, world)
    this.#gates[tab] = state
    for (const command of commands) {
      if (command.do === 'wake') this.#wake(tab, command.at)
      else if (command.do === 'hand-over') world.finish(command.id, false)
      else this.#send(command)
    }
  }

  #wake(tab: number, at: number): void {
    const rounded = Math.max(Math.ceil(at), this.#world.now)
    if (this.#wakeAt[tab] === rounded && rounded > this.#world.now) return
    this.#wakeAt[tab] = rounded
    this.#world.wake(tab, rounded)
  }

  #send({ id, waited }: { readonly id: number; readonly waited: number }): void {
    const { requests } = this.#world
    requests.spent[id] = (requests.spent[id] ?? 0) + waited
    this.#world.send(id)
  }

  #tabOf(request: number): number {
    return this.#world.requests.tab[request] ?? 0
  }

  #routeOf(request: number): string {
    return routeNames[this.#world.requests.route[request] ?? 0] ?? ''
  }
}
