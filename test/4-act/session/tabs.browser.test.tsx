import { expect, onTestFinished, test, vi } from 'vitest'
import { createSession, type Session, type SignedIn } from '../../../src/index.ts'

let last = 0

/** Sessions of one name: to the locks and channels of the browser they are as good as tabs. */
function tabs(count: number, refresh: () => Promise<SignedIn<number>>) {
  const name = `tabs ${Date.now()} ${++last}`
  const shared = { version: 0 }
  const renew = vi.fn(async () => {
    const who = await refresh()
    shared.version++
    return { ...who, user: shared.version }
  })
  const open = (): Session<number> => {
    const load = async () => ({ id: 'ada', user: shared.version })
    const session = createSession<number>({ name, load, refresh: renew })
    session.signedIn({ id: 'ada', user: 0 })
    onTestFinished(session.connect())
    return session
  }
  return { name, renew, sessions: Array.from({ length: count }, open) }
}

const ada = async () => ({ id: 'ada', user: 0 })
const refreshAll = (sessions: readonly Session<number>[]) =>
  Promise.all(sessions.map((session) => session.refresh(() => true)))

test('tabs that need a refresh at once get one, and all of them have what it brought', async () => {
  const { renew, sessions } = tabs(5, ada)
  const results = await refreshAll(sessions)
  expect(results.map(({ outcome }) => outcome)).toEqual(sessions.map(() => 'refreshed'))
  expect(renew).toHaveBeenCalledTimes(1)
  expect(sessions.map((session) => session.getState())).toMatchObject(
    sessions.map((_, index) => ({ user: 1, reason: index === 0 ? 'refreshed' : 'changed-elsewhere' })),
  )
})

test('one that asks again gets another: what it has is what was refused', async () => {
  const { renew, sessions } = tabs(2, ada)
  await refreshAll(sessions)
  await refreshAll(sessions)
  expect(renew).toHaveBeenCalledTimes(2)
  expect(sessions.map((session) => session.getState().user)).toEqual([2, 2])
})

test('one whose refresh fails leaves the next tab its try', async () => {
  const answers = [() => Promise.reject(new Error('offline')), ada]
  const { renew, sessions } = tabs(2, () => (answers.shift() ?? ada)())
  const results = await refreshAll(sessions)
  expect(results.map(({ outcome }) => outcome)).toEqual(['kept', 'refreshed'])
  expect(renew).toHaveBeenCalledTimes(2)
})

test('one that is signed out while it waits for its turn neither refreshes nor comes back', async () => {
  let finish = () => {}
  const { renew, sessions } = tabs(2, () => new Promise((resolve) => (finish = () => resolve({ id: 'ada', user: 0 }))))
  const [first, second] = sessions as [Session<number>, Session<number>]
  const [one, two] = [first.refresh(() => true), second.refresh(() => true)]
  await vi.waitFor(() => expect(renew).toHaveBeenCalledTimes(1))
  second.end('signed-out')
  finish()
  expect((await one).outcome).toBe('refreshed')
  expect((await two).outcome).toBe('refused')
  expect(second.getState()).toMatchObject({ status: 'ended', reason: 'signed-out' })
  expect(renew).toHaveBeenCalledTimes(1)
})

test('where locks are forbidden, or there are none, a tab refreshes by itself', async () => {
  const forbidden = new DOMException('no', 'SecurityError')
  const query = vi.spyOn(navigator.locks, 'query').mockRejectedValue(forbidden)
  const request = vi.spyOn(navigator.locks, 'request').mockRejectedValue(forbidden)
  const { renew, sessions } = tabs(1, ada)
  expect((await refreshAll(sessions))[0]?.outcome).toBe('refreshed')
  expect(renew).toHaveBeenCalledTimes(1)
  expect(request).toHaveBeenCalled()
  request.mockRestore()
  query.mockRestore()
  const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')
  Object.defineProperty(Navigator.prototype, 'locks', { value: undefined, configurable: true })
  onTestFinished(() => void Object.defineProperty(Navigator.prototype, 'locks', own ?? {}))
  const without = tabs(1, ada)
  expect((await refreshAll(without.sessions))[0]?.outcome).toBe('refreshed')
  expect(without.renew).toHaveBeenCalledTimes(1)
})

test('a lock that a refresh leaves as its mark is its own, and keeps nobody waiting', async () => {
  const { name, sessions } = tabs(1, ada)
  await refreshAll(sessions)
  const { held = [], pending = [] } = await navigator.locks.query()
  const ours = held.filter((lock) => lock.name?.includes(name))
  expect(ours.map((lock) => lock.name?.includes(' mark '))).toEqual([true])
  expect(pending.filter((lock) => lock.name?.includes(name))).toEqual([])
})
