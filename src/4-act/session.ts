import { createStore } from 'zustand/vanilla'
import { anonymous, type SessionReason, type SessionState, type SignedIn } from '../problem/session.ts'
import { warn } from '../problem/warn.ts'
import { createElsewhere } from './session/elsewhere.ts'
import { Keeper } from './session/keeper.ts'
import type { SessionClient, SessionKeeper } from './session/keeping.ts'
import { OwnCalls, type OwnCall } from './session/own-calls.ts'
import { createTabs, type Tabs } from './session/tabs.ts'
import type { RefreshResult, Session, SessionOptions } from './session/types.ts'

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
  readonly connect: () => () => void
  readonly #options: SessionOptions<User, Credentials>
  readonly #store = createStore<SessionState<User>>(() => anonymous<User>())
  readonly #calls = new OwnCalls()
  readonly #tabs: Tabs
  #loading: Promise<void> | undefined
  #refreshing: Promise<RefreshResult> | undefined

  constructor(options: SessionOptions<User, Credentials>) {
    this.#options = options
    this.name = options.name ?? 'default'
    this.canRefresh = options.refresh !== undefined
    this.#tabs = createTabs(this.name)
    this.connect = createElsewhere(this.#tabs, (isOver) => this.#verify(isOver))
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
    this.signedIn(await this.#calls.start('sign-in', () => signIn(credentials)))
  }

  signedIn(who: SignedIn<User>): void {
    this.#enter(who, 'signed-in')
    this.#tabs.tell('changed')
  }

  refresh(isTransient: (thrown: unknown) => boolean): Promise<RefreshResult> {
    this.#refreshing ??= this.#attemptRefresh(isTransient).finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  ownCall(signal: AbortSignal | null | undefined): OwnCall | undefined {
    return this.#calls.of(signal)
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
    this.#clean(reason)
    if (reason !== 'ended-elsewhere') this.#tabs.tell('ended')
    return true
  }

  expire(reason: SessionReason): void {
    const { status } = this.getState()
    if (status === 'active' || status === 'refreshing') this.#store.setState({ status: 'expired', reason })
  }

  keepFor(client: SessionClient): SessionKeeper {
    return new Keeper(this, client)
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
    const { id } = this.getState()
    const isAnother = id !== undefined && id !== who.id
    this.#store.setState(({ epoch, generation }) => ({
      status: 'active',
      id: who.id,
      user: who.user,
      expiresAt: who.expiresAt,
      reason,
      epoch: isAnother ? epoch + 1 : epoch,
      generation: generation + 1,
    }))
    if (isAnother) this.#clean('another-user')
  }

  #clean(reason: SessionReason): void {
    try {
      this.#options.onEnd?.(reason)
    } catch (thrown) {
      warn('onEnd of the session threw', thrown)
    }
  }

  // An app whose `load` knows of no other tab says that nobody is signed in. So that alone is no end; nor is a word alone.
  async #verify(isOver: boolean): Promise<void> {
    await this.#refreshing
    const { generation } = this.getState()
    const who = await this.#options.load()
    const { generation: now, id } = this.getState()
    // Something newer has happened in this tab meanwhile, or is about to.
    if (now !== generation || this.#refreshing !== undefined) return
    if (who === null) return void (isOver && id !== undefined && this.end('ended-elsewhere'))
    if (!isOver || who.id !== id) this.#enter(who, 'changed-elsewhere')
  }

  async #attemptRefresh(isTransient: (thrown: unknown) => boolean): Promise<RefreshResult> {
    const before = this.getState()
    if (!this.canRefresh || before.status === 'ended') return { outcome: 'refused' }
    this.#store.setState({ status: 'refreshing', reason: 'refresh-asked' })
    try {
      await this.#tabs.alone((isBehind) => this.#renew(before, isBehind))
      return { outcome: this.getState().epoch === before.epoch ? 'refreshed' : 'refused' }
    } catch (thrown) {
      const { epoch, generation, status } = this.getState()
      // Somebody signed in while it was under way: what came of it says nothing about those credentials.
      if (generation !== before.generation) return { outcome: epoch === before.epoch ? 'refreshed' : 'refused' }
      if (status === 'refreshing') this.#store.setState({ status: before.status, reason: 'refresh-failed' })
      return { outcome: isTransient(thrown) ? 'kept' : 'refused', thrown }
    }
  }

  // Its turn among all tabs. By then it may have been done: by another tab, or by signing in.
  async #renew({ generation }: SessionState<User>, isBehind: boolean): Promise<void> {
    const isDone = () => this.getState().generation !== generation
    const { load, refresh } = this.#options
    const known = isBehind && !isDone() ? await this.#calls.refresh(() => load()) : null
    if (isDone() || refresh === undefined) return
    if (known !== null) return this.#enter(known, 'changed-elsewhere')
    const who = await this.#calls.refresh((signal) => refresh(signal))
    if (isDone()) return
    this.#enter(who, 'refreshed')
    await this.#tabs.mark()
    this.#tabs.tell('changed')
  }
}
