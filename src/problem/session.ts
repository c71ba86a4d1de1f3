/** Who is signed in. */
export interface SignedIn<User = unknown> {
  /** Identifies the user; signing in again with another id is another user. */
  readonly id: string
  readonly user: User
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined
}

/** `expired` can sign in again and go on; `ended` is over. */
export type SessionStatus = 'anonymous' | 'active' | 'refreshing' | 'expired' | 'ended'

/** Why the session is in its state. */
export type SessionReason =
  | 'loaded'
  | 'signed-in'
  | 'refreshed'
  | 'refused'
  | 'no-refresh'
  | 'ended-by-code'
  | 'expired-by-code'
  | 'signed-out'

/** The session as the store holds it. */
export interface SessionState<User = unknown> {
  readonly status: SessionStatus
  readonly id: string | undefined
  readonly user: User | undefined
  readonly expiresAt: number | undefined
  readonly reason: SessionReason | undefined
  /** Counts users: what began under an earlier epoch is dropped. */
  readonly epoch: number
  /** Counts credentials: a 401 that was sent under an older one is sent again, not refreshed again. */
  readonly generation: number
}
