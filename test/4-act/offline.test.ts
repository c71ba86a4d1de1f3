import { MutationObserver, onlineManager, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import { apiQueryOptions } from '../../src/index.ts'
import { createApp, pass } from './app.ts'

beforeEach(() => {
  onlineManager.setOnline(false)
  onTestFinished(() => onlineManager.setOnline(true))
})

/** An app that goes on when its network does. */
function mounted() {
  const app = createApp()
  app.queryClient.mount()
  onTestFinished(() => app.queryClient.unmount())
  return app
}

function query(app: ReturnType<typeof createApp>, options: object = {}) {
  const queryFn = vi.fn(() => Promise.resolve('fine'))
  const observer = new QueryObserver(app.queryClient, { queryKey: ['a'], queryFn, ...options })
  onTestFinished(observer.subscribe(() => {}))
  return { observer, queryFn }
}

describe('R8: without a network', () => {
  it('a query that waits for it is an incident after a second, and none when it goes on', async () => {
    const app = mounted()
    const { observer, queryFn } = query(app)
    await pass(900)
    expect(app.shown()).toEqual([])
    await pass(400)
    expect(app.shown()).toEqual(['NETWORK banner 1'])
    onlineManager.setOnline(true)
    await pass(200)
    expect(app.shown()).toEqual([])
    expect(queryFn).toHaveBeenCalledTimes(1)
    expect(observer.getCurrentResult().data).toBe('fine')
  })

  it('so is a mutation, which is sent once', async () => {
    const app = mounted()
    const mutationFn = vi.fn((_: string) => Promise.resolve('fine'))
    const observer = new MutationObserver(app.queryClient, { mutationFn })
    const answer = observer.mutate('x')
    await pass(1300)
    expect(app.shown()).toEqual(['NETWORK banner 1'])
    expect(app.incidents()[0]?.offer).not.toContain('retry')
    onlineManager.setOnline(true)
    await pass(200)
    expect(await answer).toBe('fine')
    expect(app.shown()).toEqual([])
    expect(mutationFn).toHaveBeenCalledTimes(1)
  })

  it('so is the query of a hook of the library, unless it says where', async () => {
    const app = mounted()
    query(app, apiQueryOptions({ queryKey: ['a'] }))
    await pass(1300)
    expect(app.shown()).toEqual(['NETWORK banner 1'])
    query(app, apiQueryOptions({ queryKey: ['b'], contract: divination, show: 'toast' }))
    await pass(1300)
    expect(app.shown()).toEqual(['NETWORK banner 1', 'NETWORK toast 1'])
  })

  it('all that wait are one incident', async () => {
    const app = mounted()
    for (const key of ['a', 'b', 'c']) query(app, { queryKey: [key] })
    await pass(1300)
    expect(app.shown()).toEqual(['NETWORK banner 3'])
  })

  it('a short gap is none, nor is a refetch while its data is on screen, nor what is not looked at any more', async () => {
    const app = mounted()
    query(app)
    await pass(500)
    onlineManager.setOnline(true)
    await pass(100)
    onlineManager.setOnline(false)
    void app.queryClient.refetchQueries({ queryKey: ['a'] })
    await pass(2000)
    expect(app.shown()).toEqual([])
    query(app, { queryKey: ['gone'] })
    await pass(500)
    app.queryClient.removeQueries({ queryKey: ['gone'] })
    await pass(1500)
    expect(app.shown()).toEqual([])
  })
})
