import type { AuthChallenge } from './parts.ts'

/** Who is signed in. */
export interface SignedIn<User = unknown> {
  /** Identifies the user; signing in again with another id is another user. */
  readonly id: string
  readonly user: User
  /**
   * When the session is over unless it is extended, in milliseconds since 1970: its user is warned before. Not when an access
   * token is, which a refresh replaces without anybody noticing.
   */
  readonly expiresAt?: number | undefined
}

/** `expired` can sign in again and go on; `ended` is over. */
export type SessionStatus = 'anonymous' | 'active' | 'refreshing' | 'expired' | 'ended'

/**
 * Why the session is in its state. `refresh-asked`: a refresh is under way; `refresh-failed`: it came to nothing, and the
 * session stays as it was. `…-elsewhere`: another tab said so, and the app's `load` agreed. `another-user`: somebody else
 * signed in; only `onEnd` hears of that one.
 */
export type SessionReason =
  | 'loaded'
  | 'signed-in'
  | 'refresh-asked'
  | 'refreshed'
  | 'refresh-failed'
  | 'changed-elsewhere'
  | 'refused'
  | 'no-refresh'
  | 'ended-by-code'
  | 'expired-by-code'
  | 'signed-out'
  | 'ended-elsewhere'
  | 'another-user'

/** The session as the store holds it. */
export interface SessionState<User = unknown> {
  readonly status: SessionStatus
  readonly id: string | undefined
  readonly user: User | undefined
  /** When it is over unless it is extended, in milliseconds since 1970. */
  readonly expiresAt: number | undefined
  readonly reason: SessionReason | undefined
  /** Counts users: what began under an earlier epoch is dropped. */
  readonly epoch: number
  /** Counts credentials: a 401 that was sent under an older one is sent again, not refreshed again. */
  readonly generation: number
}

/** What its user is asked in the page, and why. */
export interface SignInRequest {
  /** `send`: signed in again; shall what waited and changes something be sent now? */
  readonly why: 'expired' | 'step-up' | 'send'
  /** What the server wants of a stronger sign-in (RFC 9470): `acr_values`, `max_age`. */
  readonly challenge: AuthChallenge | undefined
  /** How many requests wait for the answer. */
  readonly waiting: number
}

/** Nobody is signed in. */
export function anonymous<User>(): SessionState<User> {
  return {
    status: 'anonymous',
    id: undefined,
    user: undefined,
    expiresAt: undefined,
    reason: undefined,
    epoch: 0,
    generation: 0,
  }
}
