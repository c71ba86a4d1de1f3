import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import { MutationObserver, onlineManager, QueryClient, QueryObserver, type QueryPersister } from '@tanstack/react-query'
import {
  experimental_createQueryPersister as createQueryPersister,
  persistQueryClient,
} from '@tanstack/react-query-persist-client'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { apiMutationOptions, apiQueryOptions, createSession, type SessionOptions } from '../../../src/index.ts'
import { createApp, pass } from '../app.ts'

// The persisters bring a core of their own, of another version: the same in all but name.
type TheirClient = Parameters<typeof persistQueryClient>[0]['queryClient']

/** A page whose cache TanStack keeps in a storage; another page of the same storage can be opened. */
async function openPage(disk = new Map<string, string>(), options: Partial<SessionOptions<string>> = {}) {
  const session = createSession<string>({ load: async () => null, ...options })
  session.signedIn({ id: 'ada', user: 'Ada' })
  const queryClient = new QueryClient({
    defaultOptions: { queries: { gcTime: Infinity }, mutations: { gcTime: Infinity } },
  })
  const app = createApp({ session, queryClient })
  const storage = {
    getItem: async (key: string) => disk.get(key) ?? null,
    setItem: async (key: string, value: string) => void disk.set(key, value),
    removeItem: async (key: string) => void disk.delete(key),
    entries: async () => [...disk],
  }
  const persister = createAsyncStoragePersister({ storage })
  const [stop, restored] = persistQueryClient({ queryClient: queryClient as unknown as TheirClient, persister })
  onTestFinished(stop)
  await pass(0)
  await restored
  const written = () => [...disk.values()].join(' ')
  return { ...app, session, disk, storage, persister, written }
}

function read(queryClient: QueryClient, queryFn: () => Promise<string>) {
  const observer = new QueryObserver(queryClient, apiQueryOptions({ queryKey: ['points'], queryFn }))
  onTestFinished(observer.subscribe(() => {}))
  return observer
}

describe('a cache that TanStack persists', () => {
  it('holds nothing of the old user once its next write is due, though the last one was still to come', async () => {
    const page = await openPage()
    read(page.queryClient, async () => 'of Ada')
    page.queryClient.setQueryData(['unseen'], 'of Ada, too')
    await pass(1500)
    expect(page.written()).toContain('of Ada')
    page.queryClient.setQueryData(['unseen'], 'of Ada, later')
    page.session.end('signed-out')
    await pass(1500)
    expect(page.disk.size).toBe(1)
    expect(page.written()).not.toContain('of Ada')
    // Keys tell of their user too.
    expect(page.written()).not.toContain('unseen')
    expect(page.queryClient.getQueryCache().find({ queryKey: ['unseen'] })).toBeUndefined()
  })

  it('is gone in the same task where the app removes it in `onEnd`, and does not come back', async () => {
    const remove = vi.fn()
    const page = await openPage(new Map(), { onEnd: () => remove() })
    remove.mockImplementation(() => void page.persister.removeClient())
    read(page.queryClient, async () => 'of Ada')
    await pass(1500)
    page.session.end('signed-out')
    await Promise.resolve()
    expect(page.disk.size).toBe(0)
    await pass(5000)
    expect(page.written()).not.toContain('of Ada')
  })

  it('sends no mutation of the old user after a reload', async () => {
    onTestFinished(() => onlineManager.setOnline(true))
    onlineManager.setOnline(false)
    const sent = vi.fn(async () => 'sent')
    const options = apiMutationOptions({ mutationKey: ['order'], mutationFn: (_item: string) => sent() })
    const page = await openPage()
    new MutationObserver(page.queryClient, options).mutate('an order of Ada').catch(() => {})
    await pass(1500)
    expect(page.written()).toContain('an order of Ada')
    page.session.end('signed-out')
    await pass(1500)
    const reloaded = await openPage(page.disk)
    reloaded.queryClient.setMutationDefaults(['order'], options)
    onlineManager.setOnline(true)
    await reloaded.queryClient.resumePausedMutations()
    await pass(1500)
    expect(reloaded.queryClient.getMutationCache().getAll()).toEqual([])
    expect(sent).not.toHaveBeenCalled()
  })

  it('does not get what comes in late', async () => {
    let land: (value: string) => void = () => {}
    const page = await openPage()
    read(page.queryClient, () => new Promise((resolve) => (land = resolve)))
    await pass(100)
    page.session.end('signed-out')
    land('of Ada')
    await pass(1500)
    expect(page.written()).not.toContain('of Ada')
  })

  it('does not get it by a persister of single queries either', async () => {
    let land: (value: string) => void = () => {}
    const page = await openPage()
    const { persisterFn } = createQueryPersister({ storage: page.storage })
    const observer = new QueryObserver(page.queryClient, {
      ...apiQueryOptions({ queryKey: ['single'], queryFn: () => new Promise<string>((resolve) => (land = resolve)) }),
      persister: persisterFn as unknown as QueryPersister<string, string[]>,
    })
    onTestFinished(observer.subscribe(() => {}))
    await pass(100)
    page.session.end('signed-out')
    land('of Ada')
    await pass(1500)
    expect(page.written()).not.toContain('of Ada')
  })
})
