import { createStore } from 'zustand/vanilla'
import { refreshTimeout } from './limits.ts'
import type { SessionReason, SessionState, SignedIn } from '../problem/session.ts'

/** How the app signs in, refreshes and ends. Tokens stay where the app keeps them. */
export interface SessionOptions<User, Credentials = void> {
  /** Who is signed in now, if anybody: asked once when the provider mounts. */
  readonly load: () => Promise<SignedIn<User> | null>
  /** Gets fresh credentials. A problem that is no network failure, 5xx or 429 means: refused. */
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
  const store = createStore<SessionState<User>>(() => anonymous<User>())
  let loading: Promise<void> | undefined
  let refreshing: Promise<RefreshResult> | undefined
  let refreshCall: { readonly signal: AbortSignal; starting: boolean } | undefined

  const enter = (who: SignedIn<User>, reason: SessionReason) =>
    store.setState(({ id, epoch, generation }) => ({
      status: 'active',
      id: who.id,
      user: who.user,
      expiresAt: who.expiresAt,
      reason,
      epoch: id === undefined || id === who.id ? epoch : epoch + 1,
      generation: generation + 1,
    }))

  const leave = (reason: SessionReason): boolean => {
    if (store.getState().status === 'ended') return false
    store.setState(({ epoch, generation }) => ({
      ...anonymous<User>(),
      status: 'ended',
      reason,
      epoch: epoch + 1,
      generation: generation + 1,
    }))
    options.onEnd?.(reason)
    return true
  }

  const attemptRefresh = async (isTransient: (thrown: unknown) => boolean): Promise<RefreshResult> => {
    const { refresh } = options
    const before = store.getState()
    if (refresh === undefined || before.status === 'ended') return { outcome: 'refused' }
    store.setState({ status: 'refreshing' })
    const controller = new AbortController()
    const timer = setTimeout(
      () => controller.abort(new DOMException('The refresh took too long.', 'TimeoutError')),
      refreshTimeout,
    )
    refreshCall = { signal: controller.signal, starting: true }
    try {
      const answer = refresh(controller.signal)
      refreshCall.starting = false
      const who = await endWith(answer, controller.signal)
      if (store.getState().epoch !== before.epoch) return { outcome: 'refused' }
      enter(who, 'refreshed')
      return { outcome: 'refreshed' }
    } catch (thrown) {
      if (store.getState().epoch !== before.epoch) return { outcome: 'refused' }
      store.setState({ status: before.status })
      return { outcome: isTransient(thrown) ? 'kept' : 'refused', thrown }
    } finally {
      clearTimeout(timer)
      refreshCall = undefined
    }
  }

  return {
    name: options.name ?? 'default',
    getState: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    load: () =>
      (loading ??= options.load().then((who) => {
        if (who !== null && store.getState().status === 'anonymous') enter(who, 'loaded')
      })),
    signIn: async (credentials) => {
      if (options.signIn === undefined)
        throw new Error(
          'react-remedy: session.signIn was called, but createSession got no signIn. Without it the library cannot ' +
            'sign anybody in. Pass signIn to createSession, or call session.signedIn(who) after your own sign-in.',
        )
      enter(await options.signIn(credentials), 'signed-in')
    },
    signedIn: (who) => enter(who, 'signed-in'),
    refresh: (isTransient) =>
      (refreshing ??= attemptRefresh(isTransient).finally(() => {
        refreshing = undefined
      })),
    end: leave,
    expire: (reason) => {
      if (store.getState().status === 'active' || store.getState().status === 'refreshing')
        store.setState({ status: 'expired', reason })
    },
    canRefresh: options.refresh !== undefined,
    isRefreshing: (signal) => refreshCall !== undefined && (refreshCall.starting || refreshCall.signal === signal),
    authorize: async (request) => {
      const { user } = store.getState()
      return user === undefined || options.authorize === undefined ? request : options.authorize(request, user)
    },
  }
}

// An app's refresh may ignore its signal; nothing waits for it for ever.
function endWith<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    promise.then(resolve, reject)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
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
