import { patienceLeft, type Decision } from './decide-retry.ts'

/** What is known of the call that would wait. Milliseconds, `now` since 1970. */
export interface Waiting {
  readonly now: number
  readonly spent: number
  /** @default 12000 */
  readonly patience?: number | undefined
}

/** R3: where the gate is closed a retry waits there instead of alone, for as long as its call has patience left. */
export function waitInstead(decision: Decision, waiting: Waiting): Decision {
  if (decision.do !== 'retry') return decision
  const left = patienceLeft(waiting)
  return left > 0 ? { do: 'wait', for: 'gate', until: waiting.now + left } : { do: 'hand-over', because: 'budget' }
}

/**
 * R3: a limit holds it until then. If that lies beyond its patience it is handed over now; otherwise it waits, and up to as
 * long again, so that those who were held together come back apart.
 */
export function waitOut(until: number, waiting: Waiting, random: () => number): Decision {
  const [wait, left] = [until - waiting.now, patienceLeft(waiting)]
  if (wait > left) return { do: 'hand-over', because: 'too-long' }
  return { do: 'wait', for: 'cooldown', until: until + random() * Math.min(wait, left - wait) }
}
