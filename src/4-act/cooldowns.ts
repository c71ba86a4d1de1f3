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

/** Holds deadlines in the store and takes them out when they are over. */
export interface Cooldowns {
  /** Sets the deadline of this problem's limit and answers with the limit's name. A later deadline wins. */
  set(problem: Problem): string
  /** The limit that holds such a request, as far as its end is known; of several the one that ends last. */
  holding(contract: Contract | undefined, request: Problem['request'] & object): Holding | undefined
  /** Holds a limit back by what a successful answer told. */
  hold(contract: Contract, rateLimit: RateLimit | undefined): void
  /** The name of the limit that a problem speaks of: everything its backend holds back with the same code. */
  limitOf(problem: Problem): string
  onOver(listener: (limit: string) => void): void
}

/** Why a request has to wait. */
export interface Holding {
  /** Milliseconds since 1970. */
  readonly until: number
  /** What those before it were told. */
  readonly problem: Problem
}

interface Limit extends Holding {
  /** Holds these; `undefined`: all of its contract. */
  readonly routes: Set<string> | undefined
}

/** What cooldowns need of their client. */
export interface CooldownsInput {
  readonly store: RemedyStore
  readonly now: () => number
  readonly contractOf: (name: string) => Contract | undefined
}

/** Cooldowns of one client. The deadline is a point in time, so a sleeping laptop cannot stretch it. */
export function createCooldowns({ store, now, contractOf }: CooldownsInput): Cooldowns {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const listeners = new Set<(limit: string) => void>()
  const limits = new Map<string, Limit>()
  let stopListening: (() => void) | undefined

  // The clock may have been set back, and may have run on while the timers slept: whatever is over first.
  const watch = (limit: string, left = (store.getState().cooldowns[limit]?.until ?? 0) - now()) => {
    clearTimeout(timers.get(limit))
    const wait = Math.min(left, longestTimer)
    if (left > 0)
      return void timers.set(
        limit,
        setTimeout(() => watch(limit, left - wait), wait),
      )
    timers.delete(limit)
    limits.delete(limit)
    if (timers.size === 0) {
      stopListening?.()
      stopListening = undefined
    }
    store.setState(({ cooldowns: { [limit]: _over, ...rest } }) => ({ cooldowns: rest }))
    for (const listener of listeners) listener(limit)
  }

  const set = (limit: string, until: number, known: boolean): boolean => {
    const before = store.getState().cooldowns[limit]
    if (before !== undefined && before.until >= until) return false
    store.setState(({ cooldowns }) => ({ cooldowns: { ...cooldowns, [limit]: { until, since: now(), known } } }))
    watch(limit)
    if (timers.size > 0) stopListening ??= onAttention(() => [...timers.keys()].forEach((name) => watch(name)))
    return true
  }

  const limitOf = (problem: Problem) => nameOf(problem, contractOf(problem.contract))

  // Where the contract names no limit of all its requests, nobody knows more of it than what it refused.
  const routesOf = (problem: Problem, limit: string): Set<string> | undefined => {
    if (limit === `${problem.contract}/${contractOf(problem.contract)?.rateLimit}`) return undefined
    const routes = limits.get(limit)?.routes ?? new Set()
    return problem.request === undefined ? routes : routes.add(routeOf(problem.request))
  }

  return {
    limitOf,
    set(problem) {
      const limit = limitOf(problem)
      const { retryAfter, occurredAt } = problem
      const until = occurredAt + (retryAfter ?? unknownWait)
      const routes = routesOf(problem, limit)
      const isLast = set(limit, until, retryAfter !== undefined)
      // What says that the origin cannot be reached is for its gate, which opens as soon as it can.
      if (isLast && retryAfter !== undefined && until > now() && gateSign(problem) !== 'unreachable')
        limits.set(limit, { until, problem, routes })
      return limit
    },
    holding(contract, request) {
      const route = routeOf(request)
      return [...limits.values()]
        .filter(({ routes, problem }) => routes?.has(route) ?? problem.contract === contract?.name)
        .filter(({ until }) => until > now())
        .toSorted((one, other) => other.until - one.until)[0]
    },
    hold({ name, rateLimit: code }, rateLimit) {
      if (code === undefined || rateLimit?.remaining !== 0 || rateLimit.resetIn === undefined) return
      const until = now() + rateLimit.resetIn
      const problem = new Problem({ kind: 'http', status: 429, code, contract: name, rateLimit })
      if (set(`${name}/${code}`, until, true)) limits.set(`${name}/${code}`, { until, problem, routes: undefined })
    },
    onOver: (listener) => void listeners.add(listener),
  }
}

function nameOf(problem: Problem, contract: Contract | undefined): string {
  const isLimit = contract?.rateLimit !== undefined && effectiveStatus(problem) === 429
  return `${problem.contract}/${isLimit ? contract.rateLimit : problem.code}`
}

function routeOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${originOf(url)} ${routeTemplate(url)}`
}
