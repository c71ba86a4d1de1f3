import { createStore } from 'zustand/vanilla'
import { refreshTimeout } from './limits.ts'
import type { SessionReason, SessionState, SignedIn } from '../problem/session.ts'
import { warn } from '../problem/warn.ts'

/** How the app signs in, refreshes and ends. Tokens stay where the app keeps them. */
export interface SessionOptions<User, Credentials = void> {
  /** Who is signed in now, if anybody: asked once when the provider mounts. */
  readonly load: () => Promise<SignedIn<User> | null>
  /**
   * Gets fresh credentials. A problem that is no network failure, 5xx or 429 means: refused. Give `signal` to the
   * request: by it `client.fetch` knows that this one must not wait for the refresh.
   */
  readonly refresh?: ((signal: AbortSignal) => Promise<SignedIn<User>>) | undefined
  readonly signIn?: ((credentials: Credentials) => Promise<SignedIn<User>>) | undefined
  /** Puts the credentials on a request of `client.fetch`; only for URLs that the contract matches. */
  readonly authorize?: ((request: Request, user: User) => Request | Promise<Request>) | undefined
  /** Clears what the library cannot reach: tokens, drafts, other stores. */
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
  /** Signs in through the app's `signIn`. Throws what that throws. */
  signIn(credentials: Credentials): Promise<void>
  /** Says that the app has signed somebody in by its own way. */
  signedIn(who: SignedIn<User>): void
  /** Refreshes once for any number of callers. */
  refresh(isTransient: (thrown: unknown) => boolean): Promise<RefreshResult>
  /** Over, locally: never calls the server. Ending twice is ending once; `true` for the call that ended it. */
  end(reason: SessionReason): boolean
  /** Can sign in again and go on. */
  expire(reason: SessionReason): void
  authorize(request: Request): Promise<Request>
  readonly canRefresh: boolean
  /** Is this call part of the refresh itself? Asked with the signal the call was given. */
  isRefreshing(signal: AbortSignal | null | undefined): boolean
}

/** A session of any user type: the library hands users back to the app and never looks into them. */
export type AnySession = Session<unknown, never>

/**
 * Makes the session of an application.
 *
 * @example
 * ```ts
 * import { createSession } from 'react-remedy'
 *
 * const session = createSession<{ name: string }>({
 *   load: async () => null,
 *   refresh: async () => ({ id: '7', user: { name: 'Ada' } }),
 * })
 * ```
 */
export function createSession<User = unknown, Credentials = void>(
  options: SessionOptions<User, Credentials>,
): Session<User, Credentials> {
  return new SessionMachine(options)
}

class SessionMachine<User, Credentials> implements Session<User, Credentials> {
  readonly name: string
  readonly canRefresh: boolean
  readonly #options: SessionOptions<User, Credentials>
  readonly #store = createStore<SessionState<User>>(() => anonymous<User>())
  #loading: Promise<void> | undefined
  #refreshing: Promise<RefreshResult> | undefined
  #refreshCall: { readonly signal: AbortSignal; starting: boolean } | undefined

  constructor(options: SessionOptions<User, Credentials>) {
    this.#options = options
    this.name = options.name ?? 'default'
    this.canRefresh = options.refresh !== undefined
  }

  getState(): SessionState<User> {
    return this.#store.getState()
  }

  subscribe(listener: (state: SessionState<User>) => void): () => void {
    return this.#store.subscribe(listener)
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().catch((thrown: unknown) => {
      // Nothing is known yet, so that the next one to ask asks the app again.
      this.#loading = undefined
      throw thrown
    })
    return this.#loading
  }

  async signIn(credentials: Credentials): Promise<void> {
    const { signIn } = this.#options
    if (signIn === undefined)
      throw new Error(
        'react-remedy: session.signIn was called, but createSession got no signIn. Without it the library cannot ' +
          'sign anybody in. Pass signIn to createSession, or call session.signedIn(who) after your own sign-in.',
      )
    this.#enter(await signIn(credentials), 'signed-in')
  }

  signedIn(who: SignedIn<User>): void {
    this.#enter(who, 'signed-in')
  }

  refresh(isTransient: (thrown: unknown) => boolean): Promise<RefreshResult> {
    this.#refreshing ??= this.#attemptRefresh(isTransient).finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  isRefreshing(signal: AbortSignal | null | undefined): boolean {
    const call = this.#refreshCall
    return call !== undefined && (call.starting || call.signal === signal)
  }

  end(reason: SessionReason): boolean {
    if (this.getState().status === 'ended') return false
    this.#store.setState(({ epoch, generation }) => ({
      ...anonymous<User>(),
      status: 'ended',
      reason,
      epoch: epoch + 1,
      generation: generation + 1,
    }))
    try {
      this.#options.onEnd?.(reason)
    } catch (thrown) {
      warn('onEnd of the session threw', thrown)
    }
    return true
  }

  expire(reason: SessionReason): void {
    const { status } = this.getState()
    if (status === 'active' || status === 'refreshing') this.#store.setState({ status: 'expired', reason })
  }

  async authorize(request: Request): Promise<Request> {
    const { id, user } = this.getState()
    const { authorize } = this.#options
    return id === undefined || authorize === undefined ? request : authorize(request, user as User)
  }

  async #load(): Promise<void> {
    const who = await this.#options.load()
    if (who !== null && this.getState().status === 'anonymous') this.#enter(who, 'loaded')
  }

  #enter(who: SignedIn<User>, reason: SessionReason): void {
    this.#store.setState(({ id, epoch, generation }) => ({
      status: 'active',
      id: who.id,
      user: who.user,
      expiresAt: who.expiresAt,
      reason,
      epoch: id === undefined || id === who.id ? epoch : epoch + 1,
      generation: generation + 1,
    }))
  }

  async #attemptRefresh(isTransient: (thrown: unknown) => boolean): Promise<RefreshResult> {
    const before = this.getState()
    if (!this.canRefresh || before.status === 'ended') return { outcome: 'refused' }
    this.#store.setState({ status: 'refreshing' })
    try {
      const who = await this.#callRefresh()
      if (this.getState().epoch !== before.epoch) return { outcome: 'refused' }
      this.#enter(who, 'refreshed')
      return { outcome: 'refreshed' }
    } catch (thrown) {
      const { epoch, generation, status } = this.getState()
      // Somebody signed in while it was under way: what came of it says nothing about those credentials.
      if (generation !== before.generation) return { outcome: epoch === before.epoch ? 'refreshed' : 'refused' }
      if (status === 'refreshing') this.#store.setState({ status: before.status })
      return { outcome: isTransient(thrown) ? 'kept' : 'refused', thrown }
    }
  }

  // An app's refresh may ignore its signal; nothing waits for it for ever.
  async #callRefresh(): Promise<SignedIn<User>> {
    const { refresh } = this.#options
    const controller = new AbortController()
    const late = new DOMException('The refresh took too long.', 'TimeoutError')
    const timer = setTimeout(() => controller.abort(late), refreshTimeout)
    const call = { signal: controller.signal, starting: true }
    this.#refreshCall = call
    try {
      return await new Promise<SignedIn<User>>((resolve, reject) => {
        controller.signal.addEventListener('abort', () => reject(late), { once: true })
        refresh?.(controller.signal).then(resolve, reject)
        call.starting = false
      })
    } finally {
      clearTimeout(timer)
      this.#refreshCall = undefined
    }
  }
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
