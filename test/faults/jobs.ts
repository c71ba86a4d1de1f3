import { dice, pick } from './dice.ts'

/** What one request of the run is. */
const kinds = {
  /** A query, whose failure goes to a global surface. */
  read: 0.25,
  /** A query, whose failure is shown in its place. */
  inline: 0.15,
  /** `client.fetch` outside the hooks, which owns its retries. */
  call: 0.1,
  /** A mutation with an intent: pressed twice at times, pressed again when it failed or when the page was reloaded. */
  order: 0.3,
  /** A mutation whose key lasts for one press. */
  keyed: 0.1,
  /** A mutation to a backend that knows no keys. */
  bare: 0.1,
}

export type Kind = keyof typeof kinds

/** One thing that a user does. */
export interface Job {
  readonly id: number
  readonly kind: Kind
  /** Pressed twice at once. */
  readonly isDouble: boolean
  /** How often it is pressed again when it failed. */
  readonly presses: number
}

/** How one job ended: well, or with a problem that was on screen, or not. */
export interface JobEnd {
  readonly id: number
  readonly end: 'success' | 'shown' | 'unshown'
  readonly code?: string | undefined
}

/** The job with this number, the same in every run of one seed. */
export function jobOf(seed: number, id: number): Job {
  const kind = pick(kinds, dice(seed, 'kind', id)) ?? 'read'
  const isOrder = kind === 'order'
  return {
    id,
    kind,
    isDouble: isOrder && dice(seed, 'double', id) < 0.25,
    presses: isOrder ? Math.floor(dice(seed, 'presses', id) * 4) : 0,
  }
}
