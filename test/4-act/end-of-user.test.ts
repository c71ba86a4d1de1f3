import { keepPreviousData, MutationObserver, onlineManager, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { apiMutationOptions, apiQueryOptions, createSession } from '../../src/index.ts'
import { createApp, fail, pass } from './app.ts'

interface User {
  readonly name: string
}

/** An app whose user Ada is signed in; `next` makes another user of her. */
function start() {
  const session = createSession<User>({ load: async () => null })
  session.signedIn({ id: '1', user: { name: 'Ada' } })
  const app = createApp({ session })
  const next = () => session.signedIn({ id: '2', user: { name: 'Grace' } })
  return { ...app, session, next }
}

/** Something in the air, and the ends of it. */
function air<T>() {
  let land: (value: T) => void = () => {}
  let crash: (thrown: unknown) => void = () => {}
  const call = () => new Promise<T>((yes, no) => ((land = yes), (crash = no)))
  return { call, land: (value: T) => land(value), crash: (thrown: unknown) => crash(thrown) }
}

const callbacks = () => ({ onSuccess: vi.fn(), onError: vi.fn(), onSettled: vi.fn() })

function mutation(app: ReturnType<typeof start>, options: object) {
  const observer = new MutationObserver<unknown, Error, unknown>(app.queryClient, options)
  observer.subscribe(() => {})
  return observer
}

describe('when a user ends, or another takes over', () => {
  it('what comes in late reaches no callback: neither success', async () => {
    const app = start()
    const late = air<string>()
    const told = callbacks()
    const own = callbacks()
    const observer = mutation(app, apiMutationOptions({ mutationFn: late.call, ...told }))
    const sent = observer.mutate(undefined, own).catch(() => 'called off')
    await pass(1)
    app.next()
    late.land('secret of Ada')
    expect(await sent).toBe('called off')
    for (const callback of [...Object.values(told), ...Object.values(own)]) expect(callback).not.toHaveBeenCalled()
  })

  it('nor failure, so that no rollback brings the old data back', async () => {
    const app = start()
    const late = air<string>()
    app.queryClient.setQueryData(['points'], 'of Ada')
    const rollback = vi.fn(() => app.queryClient.setQueryData(['points'], 'of Ada'))
    const observer = mutation(app, apiMutationOptions({ mutationFn: late.call, onError: rollback }))
    observer.mutate(undefined).catch(() => {})
    await pass(1)
    app.next()
    late.crash(new Error('too late'))
    await pass()
    expect(rollback).not.toHaveBeenCalled()
    expect(app.queryClient.getQueryData(['points'])).toBeUndefined()
    expect(app.shown()).toEqual([])
  })

  it('a late query writes nothing', async () => {
    const app = start()
    const late = air<string>()
    const observer = new QueryObserver(app.queryClient, apiQueryOptions({ queryKey: ['a'], queryFn: late.call }))
    observer.subscribe(() => {})
    app.session.end('signed-out')
    late.land('of Ada')
    await pass()
    expect(observer.getCurrentResult().data).toBeUndefined()
    expect(app.queryClient.getQueryData(['a'])).toBeUndefined()
  })

  it('a late query of a plain hook writes nothing, be it the first time or another', async () => {
    const app = start()
    const [first, again] = [air<string>(), air<string>()]
    let reads = 0
    const once = new QueryObserver(app.queryClient, { queryKey: ['once'], queryFn: first.call })
    const twice = new QueryObserver(app.queryClient, {
      queryKey: ['twice'],
      queryFn: () => (reads++ === 0 ? Promise.resolve('early, of Ada') : again.call()),
    })
    for (const observer of [once, twice]) onTestFinished(observer.subscribe(() => {}))
    await pass()
    void twice.refetch()
    await pass(10)
    app.session.end('signed-out')
    for (const { land } of [first, again]) land('late, of Ada')
    await pass()
    expect([once, twice].map((observer) => observer.getCurrentResult().data)).toEqual([undefined, undefined])
    expect(app.queryClient.getQueryData(['once'])).toBeUndefined()
  })

  it('a late failure of a plain hook is not shown to the one who came', async () => {
    const app = start()
    const late = air<string>()
    mutation(app, { mutationFn: late.call })
      .mutate(undefined)
      .catch(() => {})
    await pass(1)
    app.next()
    late.crash(new Error('of Ada'))
    await pass()
    expect(app.shown()).toEqual([])
  })

  it('what was about to be sent again is not sent as somebody else', async () => {
    const app = start()
    const mutationFn = vi.fn(() => fail('X', 503, { request: { method: 'PUT', url: 'http://localhost/x' } }))
    const rule = { retries: 3, first: 1000, factor: 1, max: 1000, jitter: 0 }
    const options = apiMutationOptions({ mutationFn, remedies: { 503: { retry: rule } } })
    mutation(app, options)
      .mutate(undefined)
      .catch(() => {})
    await pass(100)
    app.next()
    await pass(10_000)
    expect(mutationFn).toHaveBeenCalledTimes(1)
    expect(app.shown()).toEqual([])
  })

  it('a mutation that waits for the network is never sent', async () => {
    const app = start()
    onTestFinished(() => onlineManager.setOnline(true))
    onlineManager.setOnline(false)
    const mutationFn = vi.fn(async () => 'sent')
    mutation(app, apiMutationOptions({ mutationFn }))
      .mutate(undefined)
      .catch(() => {})
    await pass(100)
    app.next()
    onlineManager.setOnline(true)
    await app.queryClient.resumePausedMutations()
    await pass()
    expect(mutationFn).not.toHaveBeenCalled()
  })

  it('mounted hooks show nothing of the old user: queries', async () => {
    const app = start()
    const load = async () => 'of Ada'
    const on = new QueryObserver(app.queryClient, { queryKey: ['on'], queryFn: load, enabled: true })
    const off = new QueryObserver(app.queryClient, { queryKey: ['off'], queryFn: load, enabled: false })
    for (const observer of [on, off]) observer.subscribe(() => {})
    await off.refetch()
    await pass()
    expect([on, off].map((observer) => observer.getCurrentResult().data)).toEqual(['of Ada', 'of Ada'])
    app.session.end('signed-out')
    await pass(0)
    expect([on, off].map((observer) => observer.getCurrentResult().data)).toEqual([undefined, undefined])
    expect(
      app.queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state.data),
    ).toEqual([undefined, undefined])
  })

  it('nor by way of the data they keep while another key loads', async () => {
    const app = start()
    const options = (id: number) => ({
      queryKey: ['page', id],
      queryFn: () => (id === 1 ? Promise.resolve('of Ada') : new Promise<string>(() => {})),
      placeholderData: keepPreviousData,
    })
    const observer = new QueryObserver(app.queryClient, options(1))
    observer.subscribe(() => {})
    await pass()
    observer.setOptions(options(2))
    expect(observer.getCurrentResult().data).toBe('of Ada')
    app.next()
    await pass()
    expect(observer.getCurrentResult().data).toBeUndefined()
  })

  it('nor while they were reading again', async () => {
    const app = start()
    let reads = 0
    const observer = new QueryObserver(app.queryClient, {
      queryKey: ['a'],
      queryFn: () => (reads++ === 0 ? Promise.resolve('of Ada') : new Promise<string>(() => {})),
    })
    observer.subscribe(() => {})
    await pass()
    void observer.refetch()
    await pass(10)
    app.session.end('signed-out')
    await pass()
    expect(observer.getCurrentResult().data).toBeUndefined()
  })

  it('mounted hooks show nothing of the old user: mutations, done or under way', async () => {
    const app = start()
    const late = air<string>()
    const done = mutation(app, { mutationFn: async () => 'of Ada' })
    const underWay = mutation(app, { mutationFn: late.call })
    await done.mutate('words of Ada')
    underWay.mutate('words of Ada').catch(() => {})
    await pass(1)
    app.next()
    for (const observer of [done, underWay])
      expect(observer.getCurrentResult()).toMatchObject({ status: 'idle', data: undefined, variables: undefined })
  })

  it('all incidents of the old user are closed', async () => {
    const app = start()
    const observer = new QueryObserver(app.queryClient, {
      queryKey: ['a'],
      queryFn: () => fail('INTERNAL_ERROR', 500),
      retry: false,
    })
    observer.subscribe(() => {})
    await pass()
    expect(app.shown()).toEqual(['INTERNAL_ERROR toast 1'])
    app.next()
    expect(app.shown()).toEqual([])
  })

  it('and the same user, signed in again or refreshed, loses nothing', async () => {
    const app = start()
    app.queryClient.setQueryData(['a'], 'of Ada')
    app.session.expire('expired-by-code')
    app.session.signedIn({ id: '1', user: { name: 'Ada' } })
    await pass()
    expect(app.queryClient.getQueryData(['a'])).toBe('of Ada')
  })
})

describe('whoever comes next', () => {
  it('finds what is mounted read again, for them', async () => {
    const app = start()
    const queryFn = vi.fn(async () => `of ${app.session.getState().user?.name}`)
    const observer = new QueryObserver(app.queryClient, { queryKey: ['a'], queryFn })
    observer.subscribe(() => {})
    await pass()
    app.session.end('signed-out')
    await pass()
    expect(queryFn).toHaveBeenCalledTimes(1)
    app.next()
    await pass()
    expect(observer.getCurrentResult().data).toBe('of Grace')
    expect(queryFn).toHaveBeenCalledTimes(2)
  })
})
