import type { SessionReason, SessionState, SignedIn } from '../../problem/session.ts'
import type { SessionClient, SessionKeeper } from './keeping.ts'

/** How the app signs in, refreshes and ends. Tokens stay where the app keeps them. */
export interface SessionOptions<User, Credentials = void> {
  /**
   * Who is signed in now, if anybody: asked once when the provider mounts, and again whenever another tab says that this has
   * changed. Where tabs share their credentials (cookies, `localStorage`) it answers for all of them.
   */
  readonly load: () => Promise<SignedIn<User> | null>
  /**
   * Gets fresh credentials. A problem that is no network failure, 5xx or 429 means: refused. Give `signal` to the
   * request: by it `client.fetch` knows that this one must not wait for the refresh.
   */
  readonly refresh?: ((signal: AbortSignal) => Promise<SignedIn<User>>) | undefined
  readonly signIn?: ((credentials: Credentials) => Promise<SignedIn<User>>) | undefined
  /** Puts the credentials on a request of `client.fetch`; only for URLs that the contract matches. */
  readonly authorize?: ((request: Request, user: User) => Request | Promise<Request>) | undefined
  /**
   * Clears what the library cannot reach: tokens, drafts, other stores, a persisted cache (`persister.removeClient()`). With
   * the reason `another-user` somebody else has signed in already, and the tokens in store are theirs.
   */
  readonly onEnd?: ((reason: SessionReason) => void) | undefined
  /** Tells several sessions of one origin apart. @default 'default' */
  readonly name?: string | undefined
}

/** How an attempt to refresh ended. `kept`: the network or the server failed, the session stays. */
export interface RefreshResult {
  readonly outcome: 'refreshed' | 'refused' | 'kept'
  readonly thrown?: unknown
}

/** Who is signed in, as a state machine. Made by `createSession`. */
export interface Session<User = unknown, Credentials = void> {
  readonly name: string
  getState(): SessionState<User>
  subscribe(listener: (state: SessionState<User>) => void): () => void
  /** Asks the app who is signed in. Does nothing once that is known. */
  load(): Promise<void>
  /** Hears of other tabs, and tells them, until what it returns is called. The provider does this. */
  connect(): () => void
  /** Signs in through the app's `signIn`. Throws what that throws. */
  signIn(credentials: Credentials): Promise<void>
  /** Says that the app has signed somebody in by its own way. */
  signedIn(who: SignedIn<User>): void
  /** Refreshes once for any number of callers, in all tabs. */
  refresh(isTransient: (thrown: unknown) => boolean): Promise<RefreshResult>
  /** Over, locally: never calls the server. Ending twice is ending once; `true` for the call that ended it. */
  end(reason: SessionReason): boolean
  /** Can sign in again and go on. */
  expire(reason: SessionReason): void
  authorize(request: Request): Promise<Request>
  readonly canRefresh: boolean
  /** Is this call part of refreshing or signing in itself? Asked with the signal the call was given. */
  ownCall(signal: AbortSignal | null | undefined): 'refresh' | 'sign-in' | undefined
  /** @internal Belongs to this client from now on. */
  keepFor(client: SessionClient): SessionKeeper
}

/** A session of any user type: the library hands users back to the app and never looks into them. */
export type AnySession = Session<unknown, never>
