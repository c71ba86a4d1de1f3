// @vitest-environment node
import { once } from 'node:events'
import { CancelledError, InfiniteQueryObserver, onlineManager, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { Late, TimeLimits } from '../../src/4-act/time-limit.ts'
import {
  apiInfiniteQueryOptions,
  apiMutationOptions,
  apiQueryOptions,
  createRemedyClient,
  createSession,
  type AnySession,
  type Problem,
} from '../../src/index.ts'
import { backend, failureOf, refuse, succeed, type Answer } from './backend.ts'
import { hurry, pass } from './hurry.ts'
import { withQueries } from './with-queries.ts'

/** A server, a client, and a query client that it listens to. */
async function app(answer: Answer, session?: AnySession) {
  const server = await backend(answer)
  const client = createRemedyClient({ contracts: [server.contract], session })
  const queryClient = withQueries(client)
  return { ...server, client, queryClient, api: client.fetch(server.contract) }
}

const never: Answer = () => {}

/** Answers after so many milliseconds. */
const after =
  (milliseconds: number): Answer =>
  (response) =>
    void setTimeout(() => succeed(response), milliseconds)

const fail = () => Promise.reject(new Error('no'))

/** What it ended with, where it failed, and after how many seconds, of so many at most. */
async function within(seconds: number, work: Promise<unknown>) {
  let took: number | undefined
  let problem: unknown
  const ended = (thrown?: unknown) => ([took, problem] = [second, thrown])
  let second = 1
  work.then(() => ended(), ended)
  for (; second <= seconds && took === undefined; second++) await pass(1000)
  return { took, problem: problem as Problem | undefined }
}

beforeEach(() => hurry())

describe('R8: a hook whose own client never hears an answer', () => {
  it('ends after a minute, and so does its request', async () => {
    const closed: Promise<unknown>[] = []
    const { url, arrived, contract, queryClient } = await app((response) => void closed.push(once(response, 'close')))
    const options = apiQueryOptions({ contract, queryKey: ['a'], queryFn: ({ signal }) => fetch(url, { signal }) })
    const { took, problem } = await within(70, queryClient.fetchQuery({ ...options }))
    expect(took).toBe(60)
    expect(problem).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', contract: 'divination' })
    expect(arrived).toHaveLength(1)
    await Promise.all(closed)
  })

  it('ends as well where nothing heeds the signal, and a late answer changes nothing', async () => {
    const { url, queryClient } = await app(after(65_000))
    const queryFn = async (): Promise<unknown> => (await fetch(url)).json()
    const { took, problem } = await within(64, queryClient.fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn })))
    expect([took, problem?.code]).toEqual([60, 'TIMEOUT'])
    await pass(6000)
    expect(queryClient.getQueryState(['a'])).toMatchObject({ status: 'error', data: undefined })
  })

  it('is not sent again by itself where it changes something', async () => {
    const { url, arrived, queryClient } = await app(never)
    const options = apiMutationOptions({ mutationFn: () => fetch(url, { method: 'POST' }) })
    const mutation = queryClient.getMutationCache().build(queryClient, options)
    const { took, problem } = await within(70, mutation.execute())
    expect([took, problem?.code]).toEqual([60, 'TIMEOUT'])
    await pass(20_000)
    expect(arrived).toHaveLength(1)
  })

  it.each<[string, number, number, number | undefined]>([
    ['less time ends sooner', 5000, 90_000, 5],
    ['more time lets an upload end well', 300_000, 90_000, undefined],
    ['no end lets it end well', Infinity, 90_000, undefined],
    ['what is no time counts as nothing said', Number.NaN, 90_000, 60],
  ])('that asks for %s', async (_, total, answered, ends) => {
    const { url, queryClient } = await app(after(answered))
    const queryFn = async (): Promise<unknown> => (await fetch(url)).json()
    const options = apiQueryOptions({ queryKey: ['a'], queryFn, total, retry: false })
    const { took, problem } = await within(95, queryClient.fetchQuery(options))
    expect(problem?.code).toBe(ends === undefined ? undefined : 'TIMEOUT')
    expect(took).toBeGreaterThanOrEqual(ends ?? 90)
    expect(took).toBeLessThanOrEqual((ends ?? 90) + 1)
  })
})

describe('R8: the calls of one client', () => {
  it('share one timer, and none is left when they have ended, however they did', async () => {
    const limits = new TimeLimits(() => Date.now())
    let answer = () => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const call = (total: number) => ({ total, end: Date.now() + total, underway: 0 })
    const results = Promise.allSettled([
      ...Array.from({ length: 450 }, () => limits.wait(answered, call(60_000), new Late())),
      ...Array.from({ length: 450 }, () => limits.wait(answered.then(fail), call(60_000), new Late())),
      ...Array.from({ length: 100 }, () => limits.wait(new Promise(() => {}), call(1000), new Late())),
    ])
    expect(vi.getTimerCount()).toBe(1)
    await pass(2000)
    expect(vi.getTimerCount()).toBe(1)
    answer()
    expect((await results).filter(({ status }) => status === 'fulfilled')).toHaveLength(450)
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('R8: a cooldown keeps no process alive', async () => {
  vi.useRealTimers()
  const { url, api } = await app((response) => refuse(response, 'RATE_LIMITED', 429, { 'retry-after': '3600' }))
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  expect(await failureOf(api(url))).toMatchObject({ status: 429, retryAfter: 3_600_000 })
  expect(timers()).toBeLessThanOrEqual(before)
})

describe('R8: the time of a call', () => {
  it('covers all its attempts by client.fetch', async () => {
    const { url, client, contract, queryClient } = await app(never)
    const api = client.fetch(contract, { timeout: 25_000 })
    const options = apiQueryOptions({ queryKey: ['a'], queryFn: ({ signal }) => api(url, { signal }) })
    const { took, problem } = await within(70, queryClient.fetchQuery({ ...options }))
    expect([took, problem?.code]).toEqual([60, 'TIMEOUT'])
  })

  it('is that of client.fetch where that has been given more', async () => {
    const { url, client, contract, queryClient } = await app(after(90_000))
    const slow = client.fetch(contract, { timeout: 100_000, total: 100_000 })
    const queryFn = async (): Promise<unknown> => (await slow(url)).json()
    const { took, problem } = await within(95, queryClient.fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn })))
    expect(problem).toBeUndefined()
    expect(took).toBeGreaterThanOrEqual(90)
  })

  it('leaves what client.fetch began in time the time to read its body', async () => {
    const { url, client, contract, queryClient } = await app((response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).write('"fi'), 58_000)
      setTimeout(() => response.end('ne"'), 63_000)
    })
    const api = client.fetch(contract, { timeout: 60_000 })
    const queryFn = async (): Promise<unknown> => (await api(url)).json()
    const { took, problem } = await within(70, queryClient.fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn })))
    expect(problem).toBeUndefined()
    expect(took).toBeGreaterThanOrEqual(63)
  })

  it('is that of client.fetch for the body, too', async () => {
    const { url, client, contract, queryClient } = await app((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('"fi')
      setTimeout(() => response.end('ne"'), 80_000)
    })
    const slow = client.fetch(contract, { total: 100_000 })
    const queryFn = async (): Promise<unknown> => (await slow(url)).json()
    const { took, problem } = await within(95, queryClient.fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn })))
    expect(problem).toBeUndefined()
    expect(took).toBeGreaterThanOrEqual(80)
  })

  it('stands still while client.fetch waits for the session', async () => {
    let token = 'old'
    const answer: Answer = (response, request, turn) => {
      if (request.token !== 'new') refuse(response, 'AUTH_UNAUTHORIZED', 401)
      else void setTimeout(() => succeed(response), turn === 2 ? 0 : 12_000)
    }
    const session = createSession({
      load: async () => ({ id: 'a', user: {} }),
      refresh: async () => {
        await new Promise((resolve) => setTimeout(resolve, 10_000))
        token = 'new'
        return { id: 'a', user: {} }
      },
      authorize: (request) => {
        request.headers.set('authorization', `Bearer ${token}`)
        return request
      },
    })
    const { url, api, queryClient } = await app(answer, session)
    const queryFn = async (): Promise<unknown> => [await (await api(url)).json(), await (await api(url)).json()]
    const options = apiQueryOptions({ queryKey: ['a'], queryFn, total: 15_000 })
    expect(await within(30, queryClient.fetchQuery(options))).toMatchObject({ problem: undefined })
  })

  it('is no longer where the clock is set back, while it waits or in between', async () => {
    let turn = 0
    const { url, queryClient } = await app((response) => void (turn++ === 0 && response.destroy()))
    const queryFn = (): Promise<unknown> => fetch(url)
    const setBack = () => void vi.setSystemTime(Date.now() - 3_600_000)
    setTimeout(setBack, 500)
    setTimeout(setBack, 30_000)
    const { took, problem } = await within(90, queryClient.fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn })))
    expect(problem?.code).toBe('TIMEOUT')
    expect(took).toBeLessThanOrEqual(70)
    expect(turn).toBe(2)
  })

  it('is over for who asks for its signal only then', async () => {
    const { queryClient } = await app(never)
    let late: AbortSignal | undefined
    const queryFn = async (context: { readonly signal: AbortSignal }): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 2000))
      late = context.signal
    }
    const options = apiQueryOptions({ queryKey: ['a'], queryFn, total: 1000, retry: false })
    expect(await within(2, queryClient.fetchQuery(options))).toMatchObject({ problem: { code: 'TIMEOUT' } })
    await pass(2000)
    expect(late?.aborted).toBe(true)
  })

  it('begins with each page of an infinite query', async () => {
    const { url, queryClient } = await app(after(40_000))
    const options = apiInfiniteQueryOptions({
      queryKey: ['pages'],
      queryFn: async (): Promise<unknown> => (await fetch(url)).json(),
      initialPageParam: 1,
      getNextPageParam: (_, pages) => pages.length + 1,
    })
    const observer = new InfiniteQueryObserver(queryClient, options)
    onTestFinished(observer.subscribe(() => {}))
    await pass(41_000)
    expect(await within(45, observer.fetchNextPage())).toMatchObject({ problem: undefined })
    expect(await within(85, observer.refetch())).toMatchObject({ problem: undefined })
    expect(observer.getCurrentResult()).toMatchObject({ error: null, data: { pages: ['fine', 'fine'] } })
  })

  it('stands still while it is paused for want of a network', async () => {
    let turn = 0
    const { url, queryClient } = await app((response) => {
      if (turn++ === 0) response.destroy()
      else void setTimeout(() => succeed(response), 20_000)
    })
    const queryFn = async (): Promise<unknown> => (await fetch(url)).json()
    const answer = within(200, queryClient.fetchQuery(apiQueryOptions({ queryKey: ['a'], queryFn })))
    onlineManager.setOnline(false)
    onTestFinished(() => onlineManager.setOnline(true))
    setTimeout(() => onlineManager.setOnline(true), 120_000)
    expect((await answer).problem).toBeUndefined()
    expect(turn).toBe(2)
  })

  it('begins when a plain mutation with an intent begins to send', async () => {
    const { url, api, queryClient } = await app((response) => succeed(response))
    onTestFinished(() => onlineManager.setOnline(true))
    onlineManager.setOnline(false)
    const mutation = queryClient.getMutationCache().build(queryClient, {
      mutationFn: () => api(url, { method: 'POST' }),
      meta: { remedy: { intent: () => 'order' } },
    })
    const answer = mutation.execute(undefined)
    await pass(300_000)
    onlineManager.setOnline(true)
    expect((await answer).ok).toBe(true)
  })

  it('begins anew with what the app decides to try again', async () => {
    let turn = 0
    const { url, queryClient } = await app((response) => {
      if (turn++ < 3) response.writeHead(404).end()
      else succeed(response)
    })
    const queryFn = async (): Promise<unknown> => {
      const response = await fetch(url)
      return response.ok ? response.json() : Promise.reject(response)
    }
    const options = apiQueryOptions({ queryKey: ['a'], queryFn, retry: 3, retryDelay: 50_000 })
    expect(await within(160, queryClient.fetchQuery(options))).toMatchObject({ problem: undefined })
    expect(turn).toBe(4)
  })

  it('is known to TanStack as heeded only where the signal was asked for', async () => {
    const { url, queryClient } = await app(after(2000))
    const seen: string[][] = []
    const queryFn = async (context: object): Promise<unknown> => {
      seen.push(Object.keys(context).toSorted())
      return (await fetch(url)).json()
    }
    const observer = new QueryObserver(queryClient, apiQueryOptions({ queryKey: ['a'], queryFn }))
    const leave = observer.subscribe(() => {})
    await pass(1000)
    leave()
    await pass(1500)
    expect(queryClient.getQueryData(['a'])).toBe('fine')
    expect(seen).toEqual([['client', 'meta', 'queryKey', 'signal']])
  })

  it('called off is thrown as it is', async () => {
    const { url, queryClient } = await app(never)
    const reasons: unknown[] = []
    const queryFn = ({ signal }: { readonly signal: AbortSignal }) => {
      signal.addEventListener('abort', () => reasons.push((signal.reason as Error).name))
      return fetch(url, { signal })
    }
    const options = apiQueryOptions({ queryKey: ['a'], queryFn })
    const failure = failureOf(queryClient.fetchQuery({ ...options }))
    await pass(1000)
    await queryClient.cancelQueries({ queryKey: ['a'] })
    expect(await failure).toBeInstanceOf(CancelledError)
    expect(reasons).toEqual(['AbortError'])
  })
})
