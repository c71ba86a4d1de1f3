import { unknownWait, longestTimer } from './limits.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Contract } from '../problem/contract.ts'
import type { RateLimit } from '../problem/parts.ts'
import type { Surface } from '../problem/remedy.ts'
import type { Problem } from '../problem/problem.ts'
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
  /** Holds a limit back by what a successful answer told. */
  hold(contract: Contract, rateLimit: RateLimit | undefined): void
  /** The name of the limit that a problem speaks of: everything its backend holds back with the same code. */
  limitOf(problem: Problem): string
  onOver(listener: (limit: string) => void): void
  dispose(): void
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

  const watch = (limit: string) => {
    clearTimeout(timers.get(limit))
    const cooldown = store.getState().cooldowns[limit]
    if (cooldown === undefined) return
    const left = cooldown.until - now()
    if (left > 0)
      return void timers.set(
        limit,
        setTimeout(() => watch(limit), Math.min(left, longestTimer)),
      )
    timers.delete(limit)
    store.setState(({ cooldowns: { [limit]: _over, ...rest } }) => ({ cooldowns: rest }))
    for (const listener of listeners) listener(limit)
  }

  const set = (limit: string, until: number, known: boolean) => {
    const before = store.getState().cooldowns[limit]
    if (before !== undefined && before.until >= until) return
    store.setState(({ cooldowns }) => ({ cooldowns: { ...cooldowns, [limit]: { until, since: now(), known } } }))
    watch(limit)
  }

  const limitOf = (problem: Problem) => nameOf(problem, contractOf(problem.contract))

  return {
    limitOf,
    set(problem) {
      const limit = limitOf(problem)
      set(limit, problem.occurredAt + (problem.retryAfter ?? unknownWait), problem.retryAfter !== undefined)
      return limit
    },
    hold({ name, rateLimit: code }, rateLimit) {
      if (code === undefined || rateLimit?.remaining !== 0 || rateLimit.resetIn === undefined) return
      set(`${name}/${code}`, now() + rateLimit.resetIn, true)
    },
    onOver: (listener) => void listeners.add(listener),
    dispose: () => timers.forEach((timer) => clearTimeout(timer)),
  }
}

function nameOf(problem: Problem, contract: Contract | undefined): string {
  const isLimit = contract?.rateLimit !== undefined && effectiveStatus(problem) === 429
  return `${problem.contract}/${isLimit ? contract.rateLimit : problem.code}`
}
