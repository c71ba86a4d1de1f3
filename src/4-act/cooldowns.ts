import { gateSign } from '../3-decide/gate-sign.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Contract } from '../problem/contract.ts'
import type { RateLimit } from '../problem/parts.ts'
import type { Surface } from '../problem/remedy.ts'
import { Problem } from '../problem/problem.ts'
import { originOf, routeOf } from '../problem/route.ts'
import { createAttention } from './attention.ts'
import { glance, unknownWait } from './limits.ts'
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
  // Whose answer set them: origins that could not be reached.
  readonly #ofOrigins = new Map<string, string>()
  readonly #listen = createAttention(() => this.#look())
  #over: ((limit: string) => void) | undefined

  constructor(input: CooldownsInput) {
    this.#input = input
  }

  /** Sets the deadline of this problem's limit and answers with the limit's name. A later deadline wins. */
  set(problem: Problem): string {
    const { store, now } = this.#input
    const limit = this.limitOf(problem)
    const { retryAfter, occurredAt } = problem
    const known = retryAfter !== undefined
    const until = occurredAt + (retryAfter ?? unknownWait)
    const routes = this.#routesOf(problem, limit)
    const before = store.getState().cooldowns[limit]
    if (before !== undefined && before.until >= until) return limit
    const since = now()
    store.setState(({ cooldowns }) => ({ cooldowns: { ...cooldowns, [limit]: { until, since, known } } }))
    this.#watch(limit, until - since)
    this.#listen(this.#timers.size > 0)
    // What says that the origin cannot be reached is for its gate, which opens as soon as it can.
    if (gateSign(problem) === 'unreachable') this.#ofOrigins.set(limit, originOf(problem.request?.url))
    else if (known && until > since) this.#limits.set(limit, { until, since, problem, routes })
    return limit
  }

  /** This origin has answered: what it asked for while it could not be reached is over. */
  reached(origin: string): void {
    for (const [limit, of] of this.#ofOrigins) if (of === origin) this.#end(limit)
  }

  /** Holds a limit back by what a successful answer told. */
  hold({ name, rateLimit: code }: Contract, rateLimit: RateLimit | undefined): void {
    if (code === undefined || rateLimit?.remaining !== 0 || rateLimit.resetIn === undefined) return
    const [retryAfter, occurredAt] = [rateLimit.resetIn, this.#input.now()]
    this.set(new Problem({ kind: 'http', status: 429, code, contract: name, rateLimit, retryAfter, occurredAt }))
  }

  /** What holds such a request, as far as its end is known; of several the one that ends last. No clock that is set back stretches it. */
  holding(contract: Contract | undefined, request: NonNullable<Problem['request']>): Holding | undefined {
    const route = routeAt(request)
    const now = this.#input.now()
    return [...this.#limits.values()]
      .filter(({ routes, problem }) => routes?.has(route) ?? problem.contract === contract?.name)
      .filter(({ until }) => until > now)
      .toSorted((one, other) => other.until - one.until)
      .map(({ until, since, problem }) => ({ until: Math.min(until, now + until - since), problem }))[0]
  }

  /** The name of the limit that a problem speaks of: everything its backend holds back with the same code. */
  limitOf(problem: Problem): string {
    const { rateLimit } = this.#input.contractOf(problem.contract) ?? {}
    const isLimit = rateLimit !== undefined && effectiveStatus(problem) === 429
    return `${problem.contract}/${isLimit ? rateLimit : problem.code}`
  }

  onOver(listener: (limit: string) => void): void {
    this.#over = listener
  }

  // By the timer, because a clock may be set back; and by the clock, because timers may sleep: whatever is over first.
  #watch(limit: string, left: number): void {
    clearTimeout(this.#timers.get(limit))
    if (left <= 0) return this.#end(limit)
    const wait = Math.min(left, glance)
    const look = () => {
      this.#look()
      if (this.#timers.has(limit)) this.#watch(limit, left - wait)
    }
    const timer = setTimeout(look, wait)
    // A process of Node that has rendered its page has nobody to tell of it.
    timer.unref?.()
    this.#timers.set(limit, timer)
  }

  #look(): void {
    const { store, now } = this.#input
    for (const [limit, { until }] of Object.entries(store.getState().cooldowns)) if (until <= now()) this.#end(limit)
  }

  #end(limit: string): void {
    clearTimeout(this.#timers.get(limit))
    this.#timers.delete(limit)
    this.#limits.delete(limit)
    this.#ofOrigins.delete(limit)
    this.#listen(this.#timers.size > 0)
    this.#input.store.setState(({ cooldowns: { [limit]: _over, ...rest } }) => ({ cooldowns: rest }))
    this.#over?.(limit)
  }

  // Where the contract names no limit of all its requests, nobody knows more of it than what it refused.
  #routesOf(problem: Problem, limit: string): Set<string> | undefined {
    if (limit === `${problem.contract}/${this.#input.contractOf(problem.contract)?.rateLimit}`) return undefined
    const routes = this.#limits.get(limit)?.routes ?? new Set()
    return problem.request === undefined ? routes : routes.add(routeAt(problem.request))
  }
}

function routeAt(request: NonNullable<Problem['request']>): string {
  return `${originOf(request.url)} ${routeOf(request)}`
}
