import type { Problem } from './problem.ts'
import type { ResolvedRemedy, Surface } from './remedy.ts'

/** Problems with one cause, shown as one thing with a count. */
export interface Incident {
  readonly id: string
  /** What its problems have in common: contract, code, and the origin or the query or mutation. */
  readonly cause: string
  /** The latest of its problems. */
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
  /** How many failures it stands for. */
  readonly count: number
  /** The global surface that shows it now, or `claimed` while a mounted part of the UI does. */
  readonly shown: Surface | 'claimed'
  /** The buttons that can help and that somebody implements, primary first. */
  readonly offer: readonly string[]
  /** The action of a pressed button, while it runs. */
  readonly busy: string | undefined
  /** The limit whose cooldown holds its retry back; `useCooldown(limit)` tells how long. */
  readonly limit: string | undefined
  /** A failure of something the user just did, or a lost session: announced assertively. */
  readonly urgent: boolean
  /** Milliseconds since 1970. */
  readonly openedAt: number
  readonly updatedAt: number
}

/** How a pending approval ended. */
export type Outcome = 'approved' | 'rejected' | 'cancelled'
