import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Incident } from '../problem/incident.ts'
import { anonymous, type SessionState, type SignInRequest } from '../problem/session.ts'

/** A deadline shared by everything that is held by the same limit. */
export interface Cooldown {
  /** Milliseconds since 1970. */
  readonly until: number
  /** When it was set, for progress. */
  readonly since: number
  /** `false` when the server gave no time: held back, but no number is shown. */
  readonly known: boolean
}

/** What the two live nodes say next. A new object is said again even when its words are the same. */
export type Announcement =
  | { readonly of: 'incident'; readonly incident: Incident }
  | {
      readonly of: 'text'
      readonly key: 'copied' | 'copyFailed' | 'reconnecting' | 'backOnline' | 'recovered' | 'approved' | 'cooldownOver'
    }

/** Everything the library knows that a screen may show. */
export interface RemedyState {
  /** Open incidents, oldest first. */
  readonly incidents: readonly Incident[]
  /** Limit → cooldown; those that are over are removed. */
  readonly cooldowns: Readonly<Record<string, Cooldown>>
  /** Origins that cannot be reached, while probes find out whether they are back; `since` in milliseconds since 1970. */
  readonly gates: Readonly<Record<string, { readonly since: number }>>
  readonly session: SessionState
  /** What the sign-in dialog is open for. */
  readonly signIn: SignInRequest | undefined
  readonly online: boolean
  readonly polite: Announcement | undefined
  readonly assertive: Announcement | undefined
}

/** A zustand store, one per client, never shared between users of a server. */
export type RemedyStore = StoreApi<RemedyState>

/** Makes the store of one client. Who is signed in already is part of what a server renders, and a browser hydrates. */
export function createRemedyStore(session: SessionState = anonymous()): RemedyStore {
  return createStore<RemedyState>(() => ({
    incidents: [],
    cooldowns: {},
    gates: {},
    session,
    signIn: undefined,
    online: true,
    polite: undefined,
    assertive: undefined,
  }))
}
