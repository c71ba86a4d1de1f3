import { unknownWait, longestTimer } from './limits.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Problem } from '../problem/problem.ts'
import type { RemedyStore } from './store.ts'

/** The name of the limit that a problem speaks of: everything its backend holds back with the same code. */
export function limitOf(problem: Problem): string {
  return `${problem.contract}/${problem.code}`
}

/** Does this problem ask everybody to wait? */
export function setsCooldown(problem: Problem): boolean {
  return effectiveStatus(problem) === 429 || (problem.retryAfter !== undefined && problem.retryAfter > 0)
}

/** Holds deadlines in the store and takes them out when they are over. */
export interface Cooldowns {
  /** Sets the deadline of this problem's limit and answers with the limit's name. A later deadline wins. */
  set(problem: Problem): string
  onOver(listener: (limit: string) => void): void
  dispose(): void
}

/** Cooldowns of one client. The deadline is a point in time, so a sleeping laptop cannot stretch it. */
export function createCooldowns(store: RemedyStore, now: () => number): Cooldowns {
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

  return {
    set(problem) {
      const limit = limitOf(problem)
      const until = problem.occurredAt + (problem.retryAfter ?? unknownWait)
      const known = problem.retryAfter !== undefined
      const before = store.getState().cooldowns[limit]
      if (before === undefined || before.until < until) {
        store.setState(({ cooldowns }) => ({ cooldowns: { ...cooldowns, [limit]: { until, since: now(), known } } }))
        watch(limit)
      }
      return limit
    },
    onOver: (listener) => void listeners.add(listener),
    dispose: () => timers.forEach((timer) => clearTimeout(timer)),
  }
}
