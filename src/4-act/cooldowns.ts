import { gateSign } from '../3-decide/gate-sign.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Contract } from '../problem/contract.ts'
import type { RateLimit } from '../problem/parts.ts'
import type { Surface } from '../problem/remedy.ts'
import { Problem } from '../problem/problem.ts'
import { originOf, routeTemplate } from '../problem/route.ts'
import { onAttention } from './attention.ts'
import { longestTimer, unknownWait } from './limits.ts'
import type { RemedyStore } from './store.ts'

/** Does this problem ask everybody to wait? A pending approval only says when to ask again. */
export function setsCooldown(problem: Problem, show?: Surface): boolean {
  if (show === 'pending') return false
  return effectiveStatus(problem) === 429 || (problem.retryAfter !== undefined && problem.retryAfter > 0)
}

/** Why a request has to wait. */
export interface Holding {
  /** Milliseconds since 1970. */
  readonly until: number
  /** What those before it were told. */
  readonly problem: Problem
}

interface Limit extends Holding {
  readonly since: number
  /** Holds these; `undefined`: all of its contract. */
  readonly routes: Set<string> | undefined
}

/** What cooldowns need of their client. */
export interface CooldownsInput {
  readonly store: RemedyStore
  readonly now: () => number
  readonly contractOf: (name: string) => Contract | undefined
}

/** The cooldowns of one client: deadlines in its store, taken out when they are over. A sleeping laptop cannot stretch them. */
export class Cooldowns {
  readonly #input: CooldownsInput
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #limits = new Map<string, Limit>()
  readonly #listeners = new Set<(limit: string) => void>()
  #stopListening: (() => void) | undefined

  constructor(input: CooldownsInput) {
    this.#input = input
  }

  /** Sets the deadline of this problem's limit and answers with the limit's name. A later deadline wins. */
  set(problem: Problem): string {
    const limit = this.limitOf(problem)
    const { retryAfter, occurredAt } = problem
    const until = occurredAt + (retryAfter ?? unknownWait)
    const routes = this.#routesOf(problem, limit)
    const isLast = this.#set(limit, until, retryAfter !== undefined)
    // What says that the origin cannot be reached is for its gate, which opens as soon as it can.
    if (isLast && retryAfter !== undefined && until > this.#input.now() && gateSign(problem) !== 'unreachable')
      this.#limits.set(limit, { until, since: this.#input.now(), problem, routes })
    return limit
  }

  /** Holds a limit back by what a successful answer told. */
  hold({ name, rateLimit: code }: Contract, rateLimit: RateLimit | undefined): void {
    if (code === undefined || rateLimit?.remaining !== 0 || rateLimit.resetIn === undefined) return
    const since = this.#input.now()
    const until = since + rateLimit.resetIn
    const problem = new Problem({ kind: 'http', status: 429, code, contract: name, rateLimit })
    if (this.#set(`${name}/${code}`, until, true))
      this.#limits.set(`${name}/${code}`, { until, since, problem, routes: undefined })
  }

  /** What holds such a request, as far as its end is known; of several the one that ends last. Never longer than it was: a clock may be set back. */
  holding(contract: Contract | undefined, request: NonNullable<Problem['request']>): Holding | undefined {
    const route = routeOf(request)
    const now = this.#input.now()
    return [...this.#limits.values()]
      .filter(({ routes, problem }) => routes?.has(route) ?? problem.contract === contract?.name)
      .filter(({ until }) => until > now)
      .toSorted((one, other) => other.until - one.until)
      .map(({ until, since, problem }) => ({ until: Math.min(until, now + until - since), problem }))[0]
  }

  /** The name of the limit that a problem speaks of: everything its backend holds back with the same code. */
  limitOf(problem: Problem): string {
    return nameOf(problem, this.#input.contractOf(problem.contract))
  }

  onOver(listener: (limit: string) => void): void {
    this.#listeners.add(listener)
  }

  #set(limit: string, until: number, known: boolean): boolean {
    const { store, now } = this.#input
    const before = store.getState().cooldowns[limit]
    if (before !== undefined && before.until >= until) return false
    store.setState(({ cooldowns }) => ({ cooldowns: { ...cooldowns, [limit]: { until, since: now(), known } } }))
    this.#watch(limit, until - now())
    if (this.#timers.size > 0) this.#stopListening ??= onAttention(() => this.#look())
    return true
  }

  // By the timer, because a clock may be set back; and by the clock, because timers may sleep: whatever is over first.
  #watch(limit: string, left: number): void {
    clearTimeout(this.#timers.get(limit))
    if (left <= 0) return this.#end(limit)
    const wait = Math.min(left, longestTimer)
    this.#timers.set(
      limit,
      setTimeout(() => this.#watch(limit, left - wait), wait),
    )
  }

  #look(): void {
    const { store, now } = this.#input
    for (const [limit, { until }] of Object.entries(store.getState().cooldowns)) if (until <= now()) this.#end(limit)
  }

  #end(limit: string): void {
    clearTimeout(this.#timers.get(limit))
    this.#timers.delete(limit)
    this.#limits.delete(limit)
    if (this.#timers.size === 0) {
      this.#stopListening?.()
      this.#stopListening = undefined
    }
    this.#input.store.setState(({ cooldowns: { [limit]: _over, ...rest } }) => ({ cooldowns: rest }))
    for (const listener of this.#listeners) listener(limit)
  }

  // Where the contract names no limit of all its requests, nobody knows more of it than what it refused.
  #routesOf(problem: Problem, limit: string): Set<string> | undefined {
    if (limit === `${problem.contract}/${this.#input.contractOf(problem.contract)?.rateLimit}`) return undefined
    const routes = this.#limits.get(limit)?.routes ?? new Set()
    return problem.request === undefined ? routes : routes.add(routeOf(problem.request))
  }
}

function nameOf(problem: Problem, contract: Contract | undefined): string {
  const isLimit = contract?.rateLimit !== undefined && effectiveStatus(problem) === 429
  return `${problem.contract}/${isLimit ? contract.rateLimit : problem.code}`
}

function routeOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${originOf(url)} ${routeTemplate(url)}`
}
