import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import { isProblem } from '../../src/core.ts'
import { apiMutationOptions, apiQueryOptions, createRemedyClient } from '../../src/index.ts'
import { createApp, fail, pass, problem } from '../4-act/app.ts'

const ignore = () => {}

describe('client.present', () => {
  it('shows what a socket or a timer ran into, where its remedy says or where the caller says', async () => {
    const { client, shown } = createApp()
    const given = client.present(problem('AGENT_FORBIDDEN', 403))
    expect(isProblem(given, divination)).toBe(true)
    client.present(problem('AUTH_USER_NOT_FOUND', 404), { show: 'banner' })
    await pass()
    expect(shown()).toEqual(['AGENT_FORBIDDEN toast 1', 'AUTH_USER_NOT_FOUND banner 1'])
  })

  it('reads what was thrown, whatever it is', async () => {
    const { client, shown } = createApp()
    for (const thrown of [new TypeError('Failed to fetch'), 'words', null]) client.present(thrown)
    await pass()
    expect(shown().toSorted()).toEqual(['NETWORK toast 1', 'UNKNOWN toast 1', 'UNKNOWN toast 1'])
  })

  it('shows no abort', async () => {
    const { client, shown } = createApp()
    client.present(new DOMException('aborted', 'AbortError'))
    await pass()
    expect(shown()).toEqual([])
  })

  it('and a hook, and whoever catches it further out, show one failure once', async () => {
    const { client, queryClient, shown } = createApp()
    const thrown = problem('INTERNAL_ERROR', 500)
    // As an interceptor does it, before anybody else hears of it.
    const api = () => (client.present(thrown), Promise.reject(thrown))
    const load = () => queryClient.fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn: api, retry: false }))
    const observer = new MutationObserver(queryClient, apiMutationOptions({ mutationFn: load }))
    await observer.mutate().catch((error: unknown) => void client.present(error))
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })

  it('keeps what the hook that failed says about it', async () => {
    const { client, queryClient, shown } = createApp()
    const options = apiQueryOptions({
      queryKey: ['a'],
      queryFn: () => fail('INTERNAL_ERROR', 500),
      remedies: { INTERNAL_ERROR: { show: 'banner' } },
      retry: false,
    })
    await queryClient.fetchQuery(options).catch((error: unknown) => void client.present(error))
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR banner 1'])
  })
})

describe('a loader', () => {
  it('that fails where nobody looks is reported; whoever presents it shows it', async () => {
    const onReport = vi.fn()
    const { client, queryClient, shown } = createApp({ onReport })
    const options = apiQueryOptions({ queryKey: ['a'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false })
    const thrown = await queryClient.fetchQuery(options).catch((error: unknown) => error)
    await pass()
    expect(shown()).toEqual([])
    expect(onReport).toHaveBeenCalledTimes(1)
    client.present(thrown)
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
    expect(onReport).toHaveBeenCalledTimes(1)
  })
})

describe('client.claim', () => {
  it('keeps a failure off the screen, before it is known and after, and reports it all the same', async () => {
    const onReport = vi.fn()
    const { client, queryClient, shown } = createApp({ onReport })
    const early = problem('INTERNAL_ERROR', 500)
    const release = client.claim(early)
    const fails = (thrown: unknown) =>
      new MutationObserver(queryClient, { mutationFn: () => Promise.reject(thrown) }).mutate().catch(ignore)
    await fails(early)
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR claimed 1'])
    expect(onReport).toHaveBeenCalledTimes(1)
    release()
    await pass()
    expect(shown()).toEqual([])
    const late = problem('AGENT_FORBIDDEN', 403)
    await fails(late)
    await pass()
    expect(shown()).toEqual(['AGENT_FORBIDDEN toast 1'])
    client.claim(late)
    await pass()
    expect(shown()).toEqual(['AGENT_FORBIDDEN claimed 1'])
  })

  it('given back at once passes the failure on; giving it back twice is giving it back once', async () => {
    const { client, queryClient, shown } = createApp()
    const thrown = problem('INTERNAL_ERROR', 500)
    const [first, second] = [client.claim(thrown), client.claim(thrown)]
    new MutationObserver(queryClient, { mutationFn: () => Promise.reject(thrown) }).mutate().catch(ignore)
    await pass(300)
    first()
    first()
    await pass(100)
    expect(shown()).toEqual(['INTERNAL_ERROR claimed 1'])
    second()
    await pass(100)
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })
})

describe('a cooldown that is over', () => {
  it('closes what had only to wait, once it could be read, and says so; what can be tried again stays', async () => {
    const { client, queryClient, shown } = createApp()
    const limited = (offer: readonly 'retry'[], key: string) =>
      new QueryObserver(
        queryClient,
        apiQueryOptions({
          queryKey: [key],
          queryFn: () => fail(key, 429, { retryAfter: 20_000 }),
          retry: false,
          remedies: { 429: { show: 'toast', offer } },
        }),
      ).subscribe(ignore)
    limited([], 'WAIT')
    limited(['retry'], 'TRY_AGAIN')
    await pass()
    expect(shown()).toHaveLength(2)
    await pass(20_000)
    expect(shown()).toEqual(['TRY_AGAIN toast 1'])
    expect(client.store.getState().polite).toEqual({ of: 'text', key: 'cooldownOver' })
  })

  it('closes also what offers a retry that nobody could make', async () => {
    const { client, shown } = createApp()
    client.parts.runtime.app = { remedies: { 429: { show: 'toast', offer: ['retry'] } } }
    client.present(problem('WAIT', 429, { retryAfter: 20_000 }))
    await pass()
    expect(shown()).toEqual(['WAIT toast 1'])
    await pass(20_000)
    expect(shown()).toEqual([])
  })
})

describe('what a loader reads before anything is rendered', () => {
  it('is tried again and fails as a problem, where the client knows its query client', async () => {
    vi.useFakeTimers()
    const queryClient = new QueryClient()
    onTestFinished(() => {
      queryClient.clear()
      vi.useRealTimers()
    })
    createRemedyClient({ contracts: [divination], queryClient })
    const queryFn = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')))
    const failure = queryClient
      .fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn }))
      .catch((thrown: unknown) => thrown)
    await pass(30_000)
    expect(await failure).toMatchObject({ kind: 'network', code: 'NETWORK' })
    expect(isProblem(await failure)).toBe(true)
    expect(queryFn).toHaveBeenCalledTimes(3)
  })
})
