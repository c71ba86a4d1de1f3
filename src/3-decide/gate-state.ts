import type { RetryRule } from '../problem/remedy.ts'

/** A request that wants to be sent. All times in milliseconds since 1970. */
export interface Asking {
  readonly id: number
  /** Method and path template: two failures of one route are one failure. */
  readonly route: string
  /** The end of its patience. */
  readonly until: number
  /** May it be sent to find out whether the origin is back? Never a POST without a key. */
  readonly mayProbe: boolean
  /** Never sent before: what the server asked was asked of others. */
  readonly isNew: boolean
}

/** A request held at the gate; with a moment of release once the origin is back. */
export interface Held extends Asking {
  readonly since: number
  readonly releaseAt?: number | undefined
}

/** What is known of one origin. Plain data: it can be stored, sent and compared. */
export interface GateState {
  readonly closed: boolean
  /** The route of the failure that nothing has answered since. */
  readonly suspect?: string | undefined
  /** Probes that failed since the last answer. */
  readonly failedProbes: number
  /** The request that is probing. */
  readonly probing?: number | undefined
  /** Nothing probes before: the floor of the backoff, or what the server asked for. What comes later probes at once. */
  readonly notBefore: number
  /** Whose patience is shorter than that, and has never asked, asks from here on. */
  readonly newcomersFrom: number
  /** What is waiting already probes from here on: the dice keep those apart that were turned away together. */
  readonly probeAt: number
  /** How often it closed again while it was still releasing. */
  readonly relapses: number
  /** When it last opened. */
  readonly openedAt: number
  /** Is the tab visible and on a network? */
  readonly awake: boolean
  /** Oldest first. */
  readonly held: readonly Held[]
}

/** What can happen to a gate. The set is closed. */
export type GateEvent =
  | ({ readonly type: 'ask' } & Asking)
  /** The origin answered: it is up. */
  | { readonly type: 'answered' }
  /** This request found the origin unreachable; `retryAfter` in milliseconds. */
  | {
      readonly type: 'failed'
      readonly id: number
      readonly route: string
      readonly retryAfter?: number | undefined
    }
  /** Called off while it waited or while it was under way, or it ended without saying anything about the origin. */
  | { readonly type: 'gone'; readonly id: number }
  | { readonly type: 'woke' }
  | { readonly type: 'attention'; readonly awake: boolean }

/** What the runner does. The set is closed; after each event at most one `wake` holds, the last one given. */
export type GateCommand =
  /** `waited`: milliseconds of its patience. What the release took is not among them. */
  | { readonly do: 'send'; readonly id: number; readonly waited: number }
  | { readonly do: 'hand-over'; readonly id: number }
  | { readonly do: 'wake'; readonly at: number }

/** Passed in, so that the gate itself is pure. */
export interface GateNow {
  readonly now: number
  /** From 0 to 1. */
  readonly random: () => number
  /** Over how many milliseconds at most what waited is released. @default longestRelease */
  readonly release?: number | undefined
}

/** What one event comes to. */
export interface GateStep {
  readonly state: GateState
  readonly commands: readonly GateCommand[]
}

/** Between probes: 1, 2, 4, then 8 s, and up to as much again. */
export const probeRule: RetryRule = { retries: 0, first: 1000, factor: 2, max: 8000, jitter: 1 }

/**
 * What is released is spread over no more than this: at once it would bring the origin down again, and in less time one
 * that has only a quarter to spare.
 */
export const longestRelease = 20_000

/** Nor over more than so many times its wait: for what has only just come there is little to spread. */
export const releasePace = 8

/** A failure during the release puts off what is not released yet, by up to this long. */
export const releaseRespite = 18_000

/** An origin that goes down again under the release gets twice, then four times as long. */
export const mostRelapses = 2

/** After more failed probes than these an outage is no short one any more. */
export const shortOutage = 3

/** From then on probes are no more than so long apart from their floor: most of what waits is asked for once before it gives up. */
export const longProbeSpread = 4800

/** Where the server named a time, those that were turned away together ask again within so long after it. */
export const serverSpread = 14_000

/** In a short outage, or where the server named a longer time, somebody probes so long before a patience ends. */
export const lastChance = 750

/** What was never sent waits for an origin that named a time of up to this; of a longer one its user hears at once. */
export const longestHope = 60_000

/** Tabs that come back together probe within this many milliseconds. */
export const resumeSpread = 4000

/** A gate nobody has tried yet. */
export const openGate: GateState = {
  closed: false,
  failedProbes: 0,
  relapses: 0,
  openedAt: 0,
  notBefore: 0,
  newcomersFrom: 0,
  probeAt: 0,
  awake: true,
  held: [],
}
