import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSession, type SignedIn } from '../../src/index.ts'
import { expectConsole } from '../helpers/console.ts'

interface User {
  readonly name: string
}

const ada: SignedIn<User> = { id: '1', user: { name: 'Ada' } }
const grace: SignedIn<User> = { id: '2', user: { name: 'Grace' } }
const passing = () => true
const lasting = () => false

/** A promise, and the ends of it. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (thrown: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => ((resolve = yes), (reject = no)))
  return { promise, resolve, reject }
}

describe('who is signed in', () => {
  it('is nobody at first, then whom the app loads, asked once', async () => {
    const load = vi.fn(async () => ada)
    const session = createSession<User>({ load })
    expect(session.getState()).toMatchObject({ status: 'anonymous', id: undefined, user: undefined })
    await Promise.all([session.load(), session.load()])
    expect(session.getState()).toMatchObject({ status: 'active', id: '1', user: { name: 'Ada' }, reason: 'loaded' })
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('is whoever signed in while the app was still loading', async () => {
    const loading = deferred<SignedIn<User> | null>()
    const session = createSession<User>({ load: () => loading.promise })
    const loaded = session.load()
    session.signedIn(grace)
    loading.resolve(ada)
    await loaded
    expect(session.getState().id).toBe('2')
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('offline'))],
    [
      'throws',
      () => {
        throw new Error('offline')
      },
    ],
  ])('is asked again after a load that %s', async (_, fail: () => Promise<SignedIn<User>>) => {
    let load = fail
    const session = createSession<User>({ load: () => load() })
    await expect(session.load()).rejects.toThrow('offline')
    load = async () => ada
    await session.load()
    expect(session.getState().status).toBe('active')
  })

  it('is whom the app signs in; without a way to, it says so', async () => {
    const session = createSession<User, string>({
      load: async () => null,
      signIn: async (name) => ({ id: '3', user: { name } }),
    })
    await session.signIn('Alan')
    expect(session.getState()).toMatchObject({ id: '3', user: { name: 'Alan' }, reason: 'signed-in' })
    await expect(createSession({ load: async () => null }).signIn()).rejects.toThrow('createSession got no signIn')
  })

  it('counts users and credentials apart', () => {
    const session = createSession<User>({ load: async () => null })
    session.signedIn(ada)
    const first = session.getState()
    session.signedIn(ada)
    expect(session.getState()).toMatchObject({ epoch: first.epoch, generation: first.generation + 1 })
    session.signedIn(grace)
    expect(session.getState()).toMatchObject({ epoch: first.epoch + 1, generation: first.generation + 2 })
    session.end('signed-out')
    expect(session.getState()).toMatchObject({ epoch: first.epoch + 2, generation: first.generation + 3 })
  })

  it('puts credentials on requests only while there is somebody, whatever the app calls a user', async () => {
    const authorize = vi.fn((request: Request) => new Request(request, { headers: { authorization: 'x' } }))
    const session = createSession<undefined>({ load: async () => null, authorize })
    const request = new Request('http://localhost/')
    expect(await session.authorize(request)).toBe(request)
    session.signedIn({ id: '1', user: undefined })
    expect((await session.authorize(request)).headers.get('authorization')).toBe('x')
    session.end('signed-out')
    expect(await session.authorize(request)).toBe(request)
  })
})

describe('a refresh', () => {
  it('is one for any number of callers, and the next is another', async () => {
    const refresh = vi.fn(async () => ada)
    const session = createSession<User>({ load: async () => null, refresh })
    session.signedIn(ada)
    const all = [session.refresh(passing), session.refresh(passing), session.refresh(passing)]
    expect(session.getState().status).toBe('refreshing')
    expect(await Promise.all(all)).toEqual(all.map(() => ({ outcome: 'refreshed' })))
    expect(session.getState()).toMatchObject({ status: 'active', reason: 'refreshed' })
    await session.refresh(passing)
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  it('that failed says whether the session is kept, and leaves the state as it was', async () => {
    const thrown = new Error('no')
    const session = createSession<User>({ load: async () => null, refresh: () => Promise.reject(thrown) })
    session.signedIn(ada)
    expect(await session.refresh(passing)).toEqual({ outcome: 'kept', thrown })
    expect(await session.refresh(lasting)).toEqual({ outcome: 'refused', thrown })
    expect(session.getState()).toMatchObject({ status: 'active', id: '1' })
  })

  it('that takes too long is called off, and counts as a bad network', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let signal: AbortSignal | undefined
    const refresh = (given: AbortSignal) => ((signal = given), new Promise<SignedIn<User>>(() => {}))
    const session = createSession<User>({ load: async () => null, refresh })
    session.signedIn(ada)
    const result = session.refresh((thrown) => (thrown as Error).name === 'TimeoutError')
    await vi.advanceTimersByTimeAsync(30_000)
    expect((await result).outcome).toBe('kept')
    expect(signal?.aborted).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that nobody implements, or after the end, is refused without asking', async () => {
    const refresh = vi.fn(async () => ada)
    const session = createSession<User>({ load: async () => null, refresh })
    session.end('signed-out')
    expect(await session.refresh(passing)).toEqual({ outcome: 'refused' })
    expect(refresh).not.toHaveBeenCalled()
    expect(await createSession({ load: async () => null }).refresh(passing)).toEqual({ outcome: 'refused' })
  })

  it('does not bring back a session that ended meanwhile', async () => {
    const refreshing = deferred<SignedIn<User>>()
    const session = createSession<User>({ load: async () => null, refresh: () => refreshing.promise })
    session.signedIn(ada)
    const result = session.refresh(passing)
    session.end('signed-out')
    refreshing.resolve(ada)
    expect((await result).outcome).toBe('refused')
    expect(session.getState()).toMatchObject({ status: 'ended', id: undefined })
  })

  it('that is refused says nothing about who signed in again meanwhile', async () => {
    const refreshing = deferred<SignedIn<User>>()
    const session = createSession<User>({ load: async () => null, refresh: () => refreshing.promise })
    session.signedIn(ada)
    session.expire('expired-by-code')
    const result = session.refresh(lasting)
    session.signedIn(ada)
    refreshing.reject(new Error('refused'))
    expect((await result).outcome).toBe('refreshed')
    expect(session.getState().status).toBe('active')
  })

  it('knows its own request by the moment, and later by its signal', async () => {
    const seen: unknown[] = []
    const other = new AbortController().signal
    const session = createSession<User>({
      load: async () => null,
      async refresh(signal) {
        seen.push(session.ownCall(undefined))
        await Promise.resolve()
        seen.push(session.ownCall(undefined), session.ownCall(other), session.ownCall(signal))
        return ada
      },
    })
    await session.refresh(passing)
    expect(seen).toEqual(['refresh', undefined, undefined, 'refresh'])
    expect(session.ownCall(undefined)).toBeUndefined()
  })
})

describe('the end', () => {
  it('comes once, leaves nobody, and tells the app', () => {
    const onEnd = vi.fn()
    const session = createSession<User>({ load: async () => null, onEnd })
    session.signedIn(ada)
    expect(session.end('ended-by-code')).toBe(true)
    expect(session.end('signed-out')).toBe(false)
    expect(session.getState()).toMatchObject({
      status: 'ended',
      id: undefined,
      user: undefined,
      reason: 'ended-by-code',
    })
    expect(onEnd.mock.calls).toEqual([['ended-by-code']])
  })

  it('comes all the same when the app’s own cleaning up throws', () => {
    expectConsole('warn', 'onEnd of the session threw')
    const session = createSession<User>({
      load: async () => null,
      onEnd: () => {
        throw new Error('storage is full')
      },
    })
    session.signedIn(ada)
    expect(session.end('signed-out')).toBe(true)
    expect(session.getState().status).toBe('ended')
  })

  it('is another thing than expiring: who has expired can sign in and go on as the same user', async () => {
    const session = createSession<User>({ load: async () => null })
    session.expire('expired-by-code')
    expect(session.getState().status).toBe('anonymous')
    session.signedIn(ada)
    const { epoch } = session.getState()
    session.expire('expired-by-code')
    expect(session.getState()).toMatchObject({ status: 'expired', id: '1', user: ada.user })
    session.signedIn(ada)
    expect(session.getState()).toMatchObject({ status: 'active', epoch })
  })
})
