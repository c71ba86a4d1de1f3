import type { QueryClient } from '@tanstack/react-query'
import type { Layer } from '../../2-classify/layers.ts'
import type { Decision } from '../../3-decide/decide-retry.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'
import type { SessionState } from '../../problem/session.ts'
import type { Failed, Presenter } from '../../problem/source.ts'
import type { Intents } from '../intents.ts'
import type { Budget } from '../budget.ts'
import type { RemedyStore } from '../store.ts'
import type { Parking } from './parking.ts'

/** What a session does for one client. It brings this along, so that an app without a session does not carry it. */
export interface SessionKeeper {
  /** Is there something to do about the session before this is sent once more? Once for each call. */
  asks(problem: Problem, verdict: Judgement): boolean
  /**
   * Does it. A refresh that the server refused, or that nobody implements, ends the session; a bad network keeps it, and is
   * then what failed. Where the user can sign in again in the page, it waits for that.
   */
  settle(refused: Refused, call: RefusedCall): Promise<Settled>
  /** Moves the session as the remedy says. `true`: what failed is sent once more, and shown only if that fails too. */
  takes(failed: Failed): boolean
  /** A request outside the hooks has failed, and may have lost the session. `before`: the session when it was sent. */
  lose(problem: Problem, before: SessionState | undefined): void
  /** Keeps the session, because its user wishes so. Throws what kept it from that; refused, the session ends. */
  extend(): Promise<void>
}

/** What was found out about one problem. */
export interface Judgement {
  readonly remedy: ResolvedRemedy
  readonly decision?: Decision
  /** The generation of the credentials it was sent under, where it may be late. */
  readonly sentUnder?: number | undefined
}

/** What it needs of that client. */
export interface SessionClient {
  readonly store: RemedyStore
  readonly now: () => number
  readonly next: () => number
  readonly app: Layer
  readonly actions: { readonly extend?: unknown }
  readonly presenter: Presenter
  readonly parking?: Parking | undefined
  readonly queryClients: Iterable<QueryClient>
  readonly inFlight: Iterable<AbortController>
  readonly intents: Intents
  readonly refreshed: WeakSet<Problem>
  readonly ofSignIn: WeakSet<Problem>
  readonly act: (failed: Failed) => void
  readonly problemOf: (thrown: unknown) => Problem
  readonly judge: (thrown: unknown) => Promise<Refused>
}

/**
 * What came of it: send it again (`refreshed`: under credentials that are fresh for certain), give up, or give up because of
 * this instead: a failure of the refresh itself, or an abort.
 */
export type Settled =
  | { readonly again: true; readonly refreshed: boolean }
  | { readonly again: false; readonly instead?: unknown }

/** A problem whose remedy asks for something about the session. */
export interface Refused {
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
}

/** What is known of the request that was refused. */
export interface RefusedCall {
  /** The generation of the credentials it was sent under, where it may be late. */
  readonly sentUnder?: number | undefined
  /** It changes nothing on the server. @default true */
  readonly isSafe?: boolean | undefined
  /** What a wait for a refresh takes of; signing in again takes the time that takes. @default it waits for as long as it takes */
  readonly budget?: Budget | undefined
  /** Its own abort. */
  readonly signal?: AbortSignal | undefined
}
