import {
  dehydrate,
  hydrate,
  InfiniteQueryObserver,
  MutationCache,
  MutationObserver,
  QueryCache,
  QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { attach, pipelineOf } from '../../src/4-act/pipeline.ts'
import { apiInfiniteQueryOptions, apiMutationOptions, apiQueryOptions, createRemedyClient } from '../../src/index.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import { expectConsole } from '../helpers/console.ts'
import { createApp, fail, pass, problem } from './app.ts'

const quick = { retries: 2, first: 1, factor: 1, max: 1, jitter: 0 }

/** Looks at a query as a mounted hook does. */
function watch(queryClient: QueryClient, options: object): () => void {
  return new QueryObserver(queryClient, options as QueryObserverOptions).subscribe(() => {})
}

/** Calls a mutation as a hook does. */
function mutate(queryClient: QueryClient, options: object, variables: unknown): Promise<unknown> {
  const observer = new MutationObserver(queryClient, options)
  observer.subscribe(() => {})
  return observer.mutate(variables as never)
}

const ignore = () => {}

describe('one pipeline listens to a query client', () => {
  it('however often it is attached, and whoever attaches', async () => {
    const { queryClient, pipeline, shown } = createApp()
    const other = createRemedyClient({ contracts: [divination] })
    expect(attach(queryClient, other.parts.runtime)).toBe(pipeline)
    expect(pipelineOf(queryClient.getQueryCache())).toBe(pipeline)
    expect(pipelineOf(queryClient.getMutationCache())).toBe(pipeline)
    watch(queryClient, { queryKey: ['a'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false })
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
    expect(other.store.getState().incidents).toEqual([])
  })

  it('and leaves it as it was built: its options, its callbacks, and when they are called', async () => {
    const calls: string[] = []
    const queryClient = new QueryClient({
      defaultOptions: { queries: { retry: false, staleTime: 7 } },
      queryCache: new QueryCache({ onError: () => calls.push('query') }),
      mutationCache: new MutationCache({ onError: () => calls.push('mutation') }),
    })
    const built = [
      { ...queryClient.getQueryCache().config },
      { ...queryClient.getMutationCache().config },
      queryClient.getDefaultOptions(),
    ]
    createApp({ queryClient })
    expect([
      { ...queryClient.getQueryCache().config },
      { ...queryClient.getMutationCache().config },
      queryClient.getDefaultOptions(),
    ]).toEqual(built)
    watch(queryClient, { queryKey: ['a'], queryFn: () => fail('INTERNAL_ERROR', 500) })
    await mutate(queryClient, { mutationFn: () => fail('INTERNAL_ERROR', 500) }, 1).catch(ignore)
    await pass()
    expect(calls.toSorted()).toEqual(['mutation', 'query'])
  })

  it('and whatever breaks in it, the caller gets the error that was thrown', async () => {
    const { queryClient, client } = createApp()
    vi.spyOn(client.parts.runtime, 'next').mockImplementation(() => {
      throw new Error('a bug of ours')
    })
    expectConsole('warn', 'a cache listener threw')
    const thrown = problem('INTERNAL_ERROR', 500)
    await expect(
      queryClient.fetchQuery({ queryKey: ['a'], queryFn: () => Promise.reject(thrown), retry: false }),
    ).rejects.toBe(thrown)
    await expect(mutate(queryClient, { mutationFn: () => Promise.reject(thrown) }, 1)).rejects.toBe(thrown)
  })

  it('and the mutations of a second cache that shares its queries', async () => {
    const { queryClient, client, shown } = createApp()
    const second = new QueryClient({ queryCache: queryClient.getQueryCache() })
    attach(second, client.parts.runtime)
    const keys: string[] = []
    const options = apiMutationOptions({
      mutationFn: (_: string, { idempotencyKey }) => {
        keys.push(idempotencyKey)
        return fail('X', 503, { request: { method: 'POST', url: 'http://localhost/x' } })
      },
      remedies: { 503: { retry: quick } },
    })
    mutate(second, options, 'a').catch(ignore)
    await pass()
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(shown()).toEqual(['X toast 1'])
  })
})

describe('none of these is a failure', () => {
  it('a cancelled fetch, in whatever way', async () => {
    const { queryClient, shown, client } = createApp()
    const act = vi.spyOn(client.parts.runtime, 'act')
    watch(queryClient, { queryKey: ['a'], queryFn: () => new Promise(() => {}) })
    await queryClient.cancelQueries({ queryKey: ['a'] })
    watch(queryClient, { queryKey: ['b'], queryFn: () => new Promise(() => {}) })
    await queryClient.cancelQueries({ queryKey: ['b'] }, { revert: false, silent: false })
    await pass()
    expect(shown()).toEqual([])
    expect(act).not.toHaveBeenCalled()
  })

  it('an abort that the app’s own function throws', async () => {
    const { queryClient, shown } = createApp()
    watch(queryClient, {
      queryKey: ['a'],
      queryFn: () => Promise.reject(new DOMException('This operation was aborted', 'AbortError')),
      retry: false,
    })
    await pass()
    expect(shown()).toEqual([])
  })

  it('an error that comes with hydration, or that somebody sets', async () => {
    const { queryClient, shown } = createApp()
    const server = new QueryClient()
    await server.prefetchQuery({ queryKey: ['a'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false })
    hydrate(queryClient, dehydrate(server, { shouldDehydrateQuery: () => true }))
    watch(queryClient, { queryKey: ['a'], queryFn: () => 1, retryOnMount: false, enabled: false })
    expect(queryClient.getQueryState(['a'])?.status).toBe('error')
    queryClient
      .getQueryCache()
      .build(queryClient, { queryKey: ['b'] })
      .setState({ status: 'error', error: new Error() })
    await pass()
    expect(shown()).toEqual([])
  })

  it('a retry in progress', async () => {
    const { queryClient, shown } = createApp()
    watch(queryClient, { queryKey: ['a'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: 1, retryDelay: 5000 })
    await pass(4900)
    expect(shown()).toEqual([])
    await pass(500)
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })
})

describe('a failure is one value from one start', () => {
  it('one, when two query clients throw the same object', async () => {
    const { queryClient, client, shown } = createApp()
    const second = new QueryClient()
    attach(second, client.parts.runtime)
    const shared = fail('INTERNAL_ERROR', 500)
    for (const each of [queryClient, second]) watch(each, { queryKey: ['a'], queryFn: () => shared, retry: false })
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })

  it('two, when two query clients fail each by itself', async () => {
    const { queryClient, client, shown } = createApp()
    const second = new QueryClient()
    attach(second, client.parts.runtime)
    for (const each of [queryClient, second])
      watch(each, { queryKey: ['a'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false })
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 2'])
  })

  it('one, when two queries wait for one promise', async () => {
    const { queryClient, shown } = createApp()
    const shared = fail('INTERNAL_ERROR', 500)
    for (const key of ['a', 'b']) watch(queryClient, { queryKey: [key], queryFn: () => shared, retry: false })
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })

  it('a new one, when the same object is thrown again by a later start', async () => {
    const { queryClient, client, shown, incidents } = createApp()
    const singleton = problem('INTERNAL_ERROR', 500)
    watch(queryClient, { queryKey: ['a'], queryFn: () => Promise.reject(singleton), retry: false })
    await pass()
    client.dismiss(incidents()[0]?.id ?? '')
    expect(shown()).toEqual([])
    await queryClient.refetchQueries()
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })

  it.each(['words', 7, null, undefined])('a new one each time for a primitive: %s', async (thrown) => {
    const { queryClient, shown } = createApp()
    const run = () => mutate(queryClient, { mutationFn: () => Promise.reject(thrown) }, 1).catch(ignore)
    await Promise.all([run(), run()])
    await pass()
    expect(shown()).toEqual(['UNKNOWN toast 1', 'UNKNOWN toast 1'])
  })

  it('shown, when a mutation passes on what a query threw that nobody kept', async () => {
    const { queryClient, shown } = createApp()
    const mutationFn = () =>
      queryClient.fetchQuery({ queryKey: ['a'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false, gcTime: 0 })
    const failing = mutate(queryClient, { mutationFn, onError: () => pass(20) }, 1)
    await failing.catch(ignore)
    await pass()
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })
})

describe('retries of a wrapped hook are fed by the decision', () => {
  const unavailable = () => fail('AUTH_SERVICE_UNAVAILABLE', 503)

  it('as many as the rule says, each after its delay', async () => {
    const { queryClient, shown } = createApp()
    const times: number[] = []
    const start = Date.now()
    watch(
      queryClient,
      apiQueryOptions({
        queryKey: ['a'],
        queryFn: () => (times.push(Date.now() - start), unavailable()),
        remedies: { AUTH_SERVICE_UNAVAILABLE: { retry: { retries: 2, first: 300, factor: 2, jitter: 0 } } },
      }),
    )
    await pass(3000)
    expect(times).toEqual([0, 300, 900])
    expect(shown()).toEqual(['AUTH_SERVICE_UNAVAILABLE toast 1'])
  })

  it('counted anew for each page of an infinite query', async () => {
    const { queryClient } = createApp()
    const pages: number[] = []
    const options = apiInfiniteQueryOptions({
      queryKey: ['a'],
      initialPageParam: 1,
      queryFn: ({ pageParam }: { pageParam: number }) => {
        pages.push(pageParam)
        return pages.filter((page) => page === 4).length < 2 && pageParam === 4
          ? unavailable()
          : Promise.resolve(pageParam)
      },
      getNextPageParam: (last: number) => last + 1,
      pages: 4,
      remedies: { AUTH_SERVICE_UNAVAILABLE: { retry: quick } },
    } as never)
    new InfiniteQueryObserver(queryClient, options as never).subscribe(() => {})
    await pass(3000)
    expect(queryClient.getQueryState(['a'])?.status).toBe('success')
  })

  it('not at all where the hook says so, or the app by its defaults', async () => {
    const { queryClient } = createApp()
    const queryFn = vi.fn(unavailable)
    watch(queryClient, apiQueryOptions({ queryKey: ['a'], queryFn, retry: false }))
    await pass(20_000)
    expect(queryFn).toHaveBeenCalledTimes(1)
  })

  it('by the hook’s own rule where it has one', async () => {
    const { queryClient } = createApp()
    const queryFn = vi.fn(() => fail('AGENT_USER_ID_INVALID', 422))
    watch(queryClient, apiQueryOptions({ queryKey: ['a'], queryFn, retry: 3, retryDelay: 1 }))
    await pass()
    expect(queryFn).toHaveBeenCalledTimes(4)
  })

  it('and come to an end where no provider has been mounted yet', async () => {
    vi.useFakeTimers()
    const api = createRemedyClient({ contracts: [divination] }).fetch(divination)
    vi.stubGlobal(
      'fetch',
      vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))),
    )
    const queryFn = vi.fn(() => api('http://localhost/x'))
    const failed = new QueryClient().fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn })).catch(() => 'failed')
    await pass(120_000)
    expect(await failed).toBe('failed')
    expect(queryFn.mock.calls.length).toBeLessThan(5)
    vi.useRealTimers()
  })
})

describe('a plain hook', () => {
  it('is heard under meta, also about what client.fetch has judged already', async () => {
    const { queryClient, client, shown } = createApp()
    const api = client.fetch(divination)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    watch(queryClient, {
      queryKey: ['a'],
      queryFn: () => api('http://localhost/x'),
      retry: false,
      meta: { remedy: { remedies: { NETWORK: { show: 'banner' } } } },
    })
    await mutate(
      queryClient,
      { mutationFn: () => api('http://localhost/y', { method: 'POST' }), meta: { remedy: { show: 'dialog' } } },
      1,
    ).catch(ignore)
    await pass()
    expect(shown()[0]).toMatch(/^NETWORK (banner|dialog) 2$/)
  })
})
