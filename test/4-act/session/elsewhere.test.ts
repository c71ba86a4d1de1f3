import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSession, type Session, type SignedIn, type SessionOptions } from '../../../src/index.ts'
import { eventually } from '../backend.ts'

type User = string

const who = (id: string, expiresAt?: number): SignedIn<User> => ({ id, user: `user ${id}`, expiresAt })

let last = 0

/** Tabs of one browser: they share what `load` answers, and a name that no other test has. */
function tabs(count: number, options: Partial<SessionOptions<User>> = {}) {
  const shared: { who: SignedIn<User> | null; loads: number } = { who: who('ada'), loads: 0 }
  const name = `test ${++last}`
  const open = (): Session<User> => {
    const session = createSession<User>({
      name,
      load: async () => {
        shared.loads++
        return shared.who
      },
      ...options,
    })
    onTestFinished(session.connect())
    return session
  }
  const channel = new BroadcastChannel(`react-remedy session ${name}`)
  onTestFinished(() => channel.close())
  const sessions = Array.from({ length: count }, open)
  // What was said before has been delivered when this one comes around.
  const heard = () =>
    new Promise<void>((resolve) => {
      const echo = new BroadcastChannel(`react-remedy session ${name}`)
      echo.addEventListener('message', ({ data }) => {
        if (data !== 'echo') return
        echo.close()
        resolve()
      })
      channel.postMessage('echo')
    })
  return { shared, sessions, say: (word: unknown) => channel.postMessage(word), heard }
}

// Timers alone: a channel delivers by itself.
function freezeTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
}

const signInAll = (sessions: readonly Session<User>[]) => Promise.all(sessions.map((session) => session.load()))

describe('another tab', () => {
  it('that signs out signs out this one, because the app says so too', async () => {
    const onEnd = vi.fn()
    const { shared, sessions } = tabs(3, { onEnd })
    await signInAll(sessions)
    shared.who = null
    sessions[0]?.end('signed-out')
    await eventually(() =>
      expect(sessions.map((session) => session.getState())).toMatchObject([
        { status: 'ended', reason: 'signed-out' },
        { status: 'ended', reason: 'ended-elsewhere', id: undefined, user: undefined },
        { status: 'ended', reason: 'ended-elsewhere', id: undefined, user: undefined },
      ]),
    )
    expect(onEnd.mock.calls).toEqual([['signed-out'], ['ended-elsewhere'], ['ended-elsewhere']])
  })

  it('that signs in signs in this one; as another user, it is another user here too', async () => {
    const onEnd = vi.fn()
    const { shared, sessions } = tabs(2, { onEnd })
    const [here, there] = sessions as [Session<User>, Session<User>]
    shared.who = who('ada')
    there.signedIn(who('ada'))
    await eventually(() => expect(here.getState()).toMatchObject({ status: 'active', id: 'ada' }))
    const { epoch } = here.getState()
    shared.who = who('grace')
    there.signedIn(who('grace'))
    await eventually(() => expect(here.getState()).toMatchObject({ id: 'grace', reason: 'changed-elsewhere' }))
    expect(here.getState().epoch).toBe(epoch + 1)
    expect(onEnd.mock.calls).toEqual([['another-user'], ['another-user']])
  })

  it('that goes on as the same user lets this one go on, expired though it is', async () => {
    const { shared, sessions } = tabs(2)
    const [here, there] = sessions as [Session<User>, Session<User>]
    await signInAll(sessions)
    here.expire('expired-by-code')
    const { epoch, generation } = here.getState()
    shared.who = who('ada', 9e12)
    there.signedIn(who('ada', 9e12))
    await eventually(() => expect(here.getState()).toMatchObject({ status: 'active', expiresAt: 9e12, epoch }))
    expect(here.getState().generation).toBeGreaterThan(generation)
  })

  it('that refreshes is no end for an app whose `load` knows of no other tab', async () => {
    const { shared, sessions } = tabs(2, { refresh: async () => who('ada') })
    const [here, there] = sessions as [Session<User>, Session<User>]
    shared.who = null
    for (const session of sessions) session.signedIn(who('ada'))
    const before = here.getState()
    await there.refresh(() => false)
    const { loads } = shared
    await eventually(() => expect(shared.loads).toBeGreaterThan(loads))
    expect(here.getState()).toEqual(before)
  })

  it('may have ended it while this page was put aside for “back”', async () => {
    const { shared, sessions } = tabs(1)
    await signInAll(sessions)
    shared.who = null
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await eventually(() => expect(sessions[0]?.getState().reason).toBe('ended-elsewhere'))
    expect(shared.loads).toBe(2)
  })

  it('whose word cannot be checked changes nothing', async () => {
    const { sessions, say } = tabs(1)
    const [here] = sessions as [Session<User>]
    await here.load()
    const load = vi.fn(() => Promise.reject(new Error('offline')))
    const other = createSession<User>({ name: here.name, load })
    onTestFinished(other.connect())
    other.signedIn(who('ada'))
    const before = other.getState()
    say('ended')
    await eventually(() => expect(load).toHaveBeenCalledTimes(2))
    expect(other.getState()).toEqual(before)
  })
})

describe('what is said over the channel', () => {
  it('is never believed: an end that the app denies is none', async () => {
    const { shared, sessions, say } = tabs(1)
    await signInAll(sessions)
    const before = sessions[0]?.getState()
    say('ended')
    await eventually(() => expect(shared.loads).toBe(3))
    expect(sessions[0]?.getState()).toEqual(before)
  })

  it.each([
    ['an object', { word: 'ended' }],
    ['a user', { id: 'mallory', user: 'Mallory', epoch: 7 }],
    ['another text', 'ENDED'],
    ['a list', ['ended']],
    ['nothing', undefined],
    ['a number', 1],
  ])('is not even asked about when it is %s', async (_, message) => {
    const { shared, sessions, say } = tabs(1)
    await signInAll(sessions)
    say(message)
    say('changed')
    await eventually(() => expect(shared.loads).toBe(2))
  })

  it('costs the same a thousand times as once', async () => {
    const { shared, sessions, say, heard } = tabs(1)
    await signInAll(sessions)
    const { id, epoch, status } = sessions[0]?.getState() ?? {}
    freezeTime()
    for (let i = 0; i < 1000; i++) say(i % 2 === 0 ? 'ended' : 'changed')
    await heard()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(shared.loads).toBe(3)
    expect(sessions[0]?.getState()).toMatchObject({ id, epoch, status })
  })

  it('never takes a refresh of this tab from it', async () => {
    let finish: (fresh: SignedIn<User>) => void = () => {}
    const { shared, sessions, say, heard } = tabs(1, { refresh: () => new Promise((resolve) => (finish = resolve)) })
    const [here] = sessions as [Session<User>]
    await here.load()
    freezeTime()
    const refreshing = here.refresh(() => false)
    say('changed')
    await heard()
    // The word waits for what is under way.
    await vi.advanceTimersByTimeAsync(5000)
    expect(shared.loads).toBe(1)
    finish({ id: 'ada', user: 'fresh' })
    expect((await refreshing).outcome).toBe('refreshed')
    expect(here.getState().user).toBe('fresh')
  })

  it('is heard by nobody who is not connected', async () => {
    const { shared, sessions, say } = tabs(1)
    const [here] = sessions as [Session<User>]
    const deaf = createSession<User>({ name: here.name, load: vi.fn(async () => null) })
    deaf.connect()()
    say('ended')
    await eventually(() => expect(shared.loads).toBe(2))
    expect(deaf.getState().status).toBe('anonymous')
  })
})
