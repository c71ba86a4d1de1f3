// @vitest-environment node
import { once } from 'node:events'
import { createServer, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MutationObserver, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { wrapMutationFn, wrapQueryFn, retryDelay, shouldRetry } from '../../src/4-act/wrap.ts'
import { extendContract, isProblem, Problem } from '../../src/core.ts'
import { apiQueryOptions, createRemedyClient } from '../../src/index.ts'
import { backend, eventually, failureOf, succeed } from './backend.ts'
import { hurry, pass } from './hurry.ts'
import { withQueries } from './with-queries.ts'

const isGateway = { 'content-type': 'text/html' }

/** A real server that can be taken away, and what arrived while it was. */
async function outage(headers: OutgoingHttpHeaders = {}) {
  let down: (path: string) => boolean = () => false
  const { url, arrived, contract } = await backend((response, { path }) => {
    if (!down(path)) return succeed(response)
    response.writeHead(503, { ...isGateway, ...headers })
    response.end('<h1>Service Unavailable</h1>')
  })
  const client = createRemedyClient({ contracts: [contract] })
  const api = client.fetch(contract)
  const fail = async (...paths: readonly string[]) => {
    for (const path of paths) await failureOf(api(url + path))
  }
  const gates = () => Object.keys(client.store.getState().gates)
  return {
    url,
    arrived,
    contract,
    client,
    api,
    fail,
    gates,
    goDown: (of = (_: string) => true) => void (down = of),
    comeBack: () => void (down = () => false),
  }
}

describe('R6: a hidden tab', () => {
  it('probes none of the origins that are down, the last one as little as the first, and each once it is seen', async () => {
    hurry()
    const tab = Object.assign(new EventTarget(), { visibilityState: 'hidden' })
    vi.stubGlobal('document', tab)
    const { url, arrived, client, api, fail, goDown, comeBack } = await outage()
    const other = await outage()
    const otherApi = client.fetch(other.contract)
    goDown()
    other.goDown()
    await fail('/a', '/b')
    for (const path of ['/a', '/b']) await failureOf(otherApi(other.url + path))
    const answers = Promise.all([api(`${url}/c`), otherApi(`${other.url}/c`)])
    await pass(8000)
    expect([arrived.length, other.arrived.length]).toEqual([2, 2])
    comeBack()
    other.comeBack()
    tab.visibilityState = 'visible'
    tab.dispatchEvent(new Event('visibilitychange'))
    await pass(4500)
    expect((await answers).map(({ ok }) => ok)).toEqual([true, true])
  })
})

describe('R5: an origin that is down', () => {
  it('gets a few probes instead of every request, and those are handed over when their patience ends', async () => {
    hurry()
    const { url, arrived, api, fail, goDown, gates } = await outage()
    goDown()
    await fail('/a', '/b')
    expect(arrived).toHaveLength(2)
    const failures = Array.from({ length: 50 }, (_, page) => failureOf(api(`${url}/page/${page}`)))
    await pass(1000)
    expect(gates()).toEqual([url])
    await pass(12_000)
    const problems = (await Promise.all(failures)) as Problem[]
    expect(problems.every((problem) => isProblem(problem) && problem.status === 503)).toBe(true)
    expect(arrived.length).toBeLessThan(2 + 8)
    const unsent = problems.filter(({ attempts }) => attempts === 0)
    expect(unsent.length).toBeGreaterThan(40)
    expect(unsent[0]).toMatchObject({ kind: 'http', code: 'HTTP_503', request: { method: 'GET' } })
  })

  it('comes back without a spike: what waited is released apart, and all of it succeeds', async () => {
    hurry()
    const { url, arrived, api, fail, goDown, comeBack, gates } = await outage()
    goDown()
    await fail('/a', '/b')
    const answers = Array.from({ length: 60 }, (_, page) => api(`${url}/page/${page}`))
    await pass(700)
    expect(gates()).toEqual([url])
    comeBack()
    const perSecond: number[] = []
    for (let second = 0; second < 20; second++) {
      const before = arrived.length
      await pass(1000)
      perSecond.push(arrived.length - before)
    }
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
    expect(arrived).toHaveLength(2 + 60)
    expect(Math.max(...perSecond)).toBeLessThan(20)
    expect(gates()).toEqual([])
  })

  it('is told of once when it is away, and once when it is back', async () => {
    hurry()
    const { url, api, client, fail, goDown, comeBack } = await outage()
    const said: string[] = []
    client.store.subscribe(({ polite }, before) => {
      if (polite !== before.polite && polite?.of === 'text') said.push(polite.key)
    })
    goDown()
    await fail('/a', '/b')
    const answer = api(`${url}/c`)
    await pass(1000)
    expect(said).toEqual(['reconnecting'])
    comeBack()
    await pass(6000)
    expect((await answer).ok).toBe(true)
    await pass(200)
    expect(said).toEqual(['reconnecting', 'backOnline'])
  })

  it('closes what it failed for when it is back, and leaves other incidents alone', async () => {
    hurry()
    const { url, api, client, fail, goDown, comeBack } = await outage()
    const shown = () => client.store.getState().incidents.map(({ problem }) => problem.code)
    goDown()
    await fail('/a')
    client.present(await failureOf(api(`${url}/b`)))
    client.present(new Problem({ kind: 'http', status: 503, code: 'HTTP_503', contract: 'other' }))
    await pass(1000)
    expect(shown()).toEqual(['HTTP_503', 'HTTP_503'])
    comeBack()
    const answer = api(`${url}/c`)
    await pass(8000)
    expect((await answer).ok).toBe(true)
    await pass(6000)
    expect(client.store.getState().incidents.map(({ problem }) => problem.contract)).toEqual(['other'])
  })

  it('never learns it from a POST without a key', async () => {
    hurry()
    const { url, arrived, api, fail, goDown } = await outage()
    goDown()
    await fail('/a', '/b')
    const failure = failureOf(api(`${url}/orders`, { method: 'POST', body: '{}' }))
    const keyed = failureOf(api(`${url}/keyed`, { method: 'POST', body: '{}', headers: { 'Idempotency-Key': '"1"' } }))
    await pass(13_000)
    expect(await failure).toMatchObject({ status: 503, attempts: 0 })
    expect(await keyed).toMatchObject({ status: 503 })
    const sent = arrived.slice(2).map(({ path }) => path)
    expect(sent).toContain('/keyed')
    expect(sent).not.toContain('/orders')
  })

  it('that only posts found down lets posts through again when it is back', async () => {
    hurry()
    const { url, arrived, api, goDown, comeBack } = await outage()
    const post = (path: string) => api(url + path, { method: 'POST', body: '{}' })
    goDown()
    for (const path of ['/a', '/b']) await failureOf(post(path))
    const failure = failureOf(post('/c'))
    await pass(13_000)
    expect(await failure).toMatchObject({ status: 503, attempts: 0 })
    comeBack()
    // Whoever comes after the backoff asks at once.
    await pass(20_000)
    const answer = post('/d')
    await pass(2000)
    expect((await answer).ok).toBe(true)
    const sent = arrived.map(({ method, path }) => `${method} ${path}`)
    expect(sent.filter((each) => each.startsWith('POST'))).toEqual(['POST /a', 'POST /b', 'POST /d'])
  })

  it('is known to be down by a refused connection too', async () => {
    hurry()
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.close()
    await once(server, 'close')
    const { contract, client } = await outage()
    const api = client.fetch(contract)
    expect(await failureOf(api(`${url}/a`))).toMatchObject({ kind: 'network' })
    expect(await failureOf(api(`${url}/b`))).toMatchObject({ kind: 'network' })
    const waiting = failureOf(api(`${url}/c`))
    await pass(600)
    expect(Object.keys(client.store.getState().gates)).toEqual([url])
    await pass(13_000)
    expect(await waiting).toMatchObject({ kind: 'network', code: 'NETWORK' })
  })
})

describe('R5: what does not close the gate', () => {
  it('one bad route, however often it fails: the healthy rest does not wait', async () => {
    const { url, arrived, api, goDown, client } = await outage()
    goDown((path) => path.startsWith('/bad'))
    for (let turn = 0; turn < 10; turn++) {
      await failureOf(api(`${url}/bad/${turn}`))
      await failureOf(api(`${url}/bad/${turn}`))
      expect((await api(`${url}/good`)).ok).toBe(true)
    }
    expect(arrived).toHaveLength(30)
    expect(client.store.getState().gates).toEqual({})
  })

  it('two failures that are answers', async () => {
    const { url, contract } = await backend((response) => {
      response.writeHead(503, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify({ code: 'AGENT_ASR_UNAVAILABLE' }))
    })
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    for (const path of ['/a', '/b', '/c', '/d'])
      expect(await failureOf(api(url + path))).toMatchObject({ code: 'AGENT_ASR_UNAVAILABLE' })
  })
})

describe('R8: a wait at the gate', () => {
  it('ends with an abort, in the same task and with its reason, and nothing is sent', async () => {
    const { url, arrived, api, fail, goDown } = await outage()
    goDown()
    await fail('/a', '/b')
    const controller = new AbortController()
    let ended = false
    const failure = failureOf(api(`${url}/c`, { signal: controller.signal })).finally(() => (ended = true))
    await new Promise((resolve) => setImmediate(resolve))
    controller.abort('enough')
    await new Promise<void>((resolve) => queueMicrotask(() => setImmediate(resolve)))
    expect(ended).toBe(true)
    expect(await failure).toBe('enough')
    expect(arrived).toHaveLength(2)
  })

  it('is no longer because the clock was set back', async () => {
    hurry()
    const { url, api, fail, goDown } = await outage()
    goDown()
    await fail('/a', '/b')
    const held = failureOf(api(`${url}/c`, { method: 'POST' })) as Promise<Problem>
    let ended = false
    void held.finally(() => (ended = true))
    await pass(500)
    vi.setSystemTime(Date.now() - 3_600_000)
    await pass(12_500)
    expect(ended).toBe(true)
    expect(await held).toMatchObject({ code: 'HTTP_503', attempts: 0 })
  })

  it('ends where the server said 30 s and is back before: the next page asks for itself, and all of it succeeds', async () => {
    hurry()
    const { url, arrived, api, fail, goDown, comeBack } = await outage({ 'retry-after': '30' })
    goDown()
    await fail('/a', '/b')
    await pass(9000)
    comeBack()
    const answers = ['/c', '/d', '/e'].map((path) => api(url + path))
    await pass(1500)
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
    expect(arrived).toHaveLength(2 + 3)
  })

  it('asks once before it gives up where the server named a longer time, and keeps that time for who was told', async () => {
    hurry()
    const { url, arrived, api, fail, goDown } = await outage({ 'retry-after': '30' })
    goDown()
    await fail('/a', '/b')
    const page = Promise.all(['/c', '/d', '/e'].map((path) => failureOf(api(url + path)))) as Promise<Problem[]>
    await pass(11_000)
    expect(arrived).toHaveLength(2)
    await pass(1500)
    expect((await page).map(({ code, attempts }) => [code, attempts])).toEqual([
      ['HTTP_503', undefined],
      ['HTTP_503', 0],
      ['HTTP_503', 0],
    ])
    expect(arrived).toHaveLength(3)
    expect((await page)[1]?.retryAfter).toBeGreaterThan(28_000)
  })

  it('R3: is not begun where the server named a time by what must not be sent twice, nor by what was sent before', async () => {
    hurry()
    const { url, arrived, contract } = await backend((response, { path }) => {
      response.writeHead(503, { ...isGateway, ...(path === '/b' ? { 'retry-after': '30' } : {}) }).end()
    })
    const patient = extendContract(contract, { retry: { first: 2000, jitter: 0 } })
    const api = createRemedyClient({ contracts: [patient] }).fetch(patient, { retry: true })
    const sentBefore = failureOf(api(`${url}/a`))
    await pass(500)
    await failureOf(api(`${url}/b`))
    expect(await failureOf(api(`${url}/c`, { method: 'POST' }))).toMatchObject({ code: 'HTTP_503', attempts: 0 })
    await pass(2000)
    expect(await sentBefore).toMatchObject({ code: 'HTTP_503', attempts: 1 })
    expect(arrived.map(({ path }) => path)).toEqual(['/a', '/b'])
  })

  it('R3: is not begun where the server names more than a minute', async () => {
    let turn = 0
    const { url, arrived, contract } = await backend((response) => {
      response.writeHead(503, { 'retry-after': '120', ...isGateway })
      response.end(String(++turn))
    })
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    await failureOf(api(`${url}/a`))
    await failureOf(api(`${url}/b`))
    const problem = (await failureOf(api(`${url}/c`))) as Problem
    expect(arrived).toHaveLength(2)
    expect(problem.retryAfter).toBeGreaterThan(110_000)
    expect(problem.retryAfter).toBeLessThanOrEqual(120_000)
  })
})

describe('hooks at the gate', () => {
  it('a query that was told a time is not sent before it because something reads it again', async () => {
    hurry()
    const { url, arrived, api, client, fail, goDown } = await outage({ 'retry-after': '30' })
    const queryClient = withQueries(client)
    goDown()
    const options = apiQueryOptions({
      queryKey: ['a'],
      queryFn: async () => (await api(`${url}/a`)).json() as Promise<string>,
    })
    await failureOf(queryClient.fetchQuery({ ...options }))
    await fail('/b')
    await pass(9000)
    expect(await failureOf(queryClient.fetchQuery({ ...options }))).toMatchObject({ code: 'HTTP_503', attempts: 0 })
    expect(arrived.map(({ path }) => path)).toEqual(['/a', '/b'])
    await failureOf(api(`${url}/c`))
    expect(arrived).toHaveLength(3)
  })

  it('what the origin asked for while it was away holds no button once it is back', async () => {
    hurry()
    const { url, api, client, fail, goDown, comeBack } = await outage({ 'retry-after': '30' })
    goDown()
    await fail('/a', '/b')
    expect(Object.keys(client.store.getState().cooldowns)).toEqual(['divination/HTTP_503'])
    comeBack()
    await pass(9000)
    await api(`${url}/c`)
    expect(client.store.getState().cooldowns).toEqual({})
  })

  it('queries wait for the origin and show no error when it is back in time', async () => {
    hurry()
    const { url, arrived, api, client, goDown, comeBack } = await outage()
    const queryClient = withQueries(client)
    goDown()
    const observers = ['a', 'b', 'c', 'd', 'e'].map((key) => {
      const queryFn = wrapQueryFn<string, readonly string[], never>(
        async () => (await api(`${url}/${key}`)).json() as Promise<string>,
      )
      return new QueryObserver(queryClient, { queryKey: [key], queryFn, retry: shouldRetry, retryDelay })
    })
    for (const observer of observers) onTestFinished(observer.subscribe(() => {}))
    await eventually(() => expect(arrived.length).toBeGreaterThanOrEqual(5))
    await pass(2500)
    comeBack()
    await pass(24_000)
    expect(observers.map((observer) => observer.getCurrentResult().data)).toEqual(Array(5).fill('fine'))
    expect(arrived.length).toBeLessThanOrEqual(5 + 5 + 5)
    expect(client.store.getState().incidents).toEqual([])
  })

  it('share one patience: a query is handed over after 12 s of waiting in all, and no attempt follows', async () => {
    hurry()
    const { url, arrived, api, client, fail, goDown } = await outage()
    const queryClient = withQueries(client)
    goDown()
    await fail('/a', '/b')
    const began = Date.now()
    const queryFn = wrapQueryFn<string, readonly string[], never>(
      async () => (await api(`${url}/c`)).json() as Promise<string>,
    )
    const observer = new QueryObserver(queryClient, { queryKey: ['c'], queryFn, retry: shouldRetry, retryDelay })
    onTestFinished(observer.subscribe(() => {}))
    await pass(14_000)
    expect(observer.getCurrentResult()).toMatchObject({ status: 'error' })
    expect(observer.getCurrentResult().errorUpdatedAt - began).toBeLessThan(12_500)
    const sent = arrived.length
    expect(sent).toBeLessThanOrEqual(2 + 3)
    await pass(20_000)
    expect(arrived).toHaveLength(sent)
  })

  it('a mutation that is not sent yet waits, and is sent once, though nothing else asks', async () => {
    hurry()
    const { url, arrived, api, client, fail, goDown, comeBack } = await outage()
    const queryClient = withQueries(client)
    goDown()
    await fail('/a', '/b')
    const mutationFn = wrapMutationFn(async (body: string) =>
      (await api(`${url}/orders`, { method: 'POST', body })).json(),
    )
    const observer = new MutationObserver(queryClient, { mutationFn, retry: shouldRetry, retryDelay })
    const answer = observer.mutate('{}')
    await pass(5000)
    expect(arrived.filter(({ method }) => method === 'POST')).toHaveLength(0)
    expect(arrived.length).toBeGreaterThan(2)
    comeBack()
    await pass(24_000)
    expect(await answer).toBe('fine')
    expect(arrived.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('what was called off before does not wait for itself', async () => {
    hurry()
    const { url, contract, api, client, fail, goDown, comeBack } = await outage()
    const queryClient = withQueries(client)
    const queryFn = async ({ signal }: { readonly signal: AbortSignal }): Promise<unknown> =>
      (await api(`${url}/c`, { signal })).json()
    const observer = new QueryObserver(queryClient, apiQueryOptions({ contract, queryKey: ['c'], queryFn }))
    observer.subscribe(() => {})()
    await pass(200)
    goDown()
    await fail('/a', '/b')
    await pass(1500)
    comeBack()
    onTestFinished(observer.subscribe(() => {}))
    await pass(1000)
    expect(observer.getCurrentResult().data).toBe('fine')
  })

  it('all that failed go out when all are tried again, though the first answer opens it', async () => {
    hurry()
    const { url, contract, api, client, goDown, comeBack } = await outage({ 'retry-after': '14' })
    const queryClient = withQueries(client)
    goDown()
    const observers = ['a', 'b', 'c', 'd', 'e'].map((key) => {
      const queryFn = async (): Promise<unknown> => (await api(`${url}/${key}`)).json()
      return new QueryObserver(queryClient, apiQueryOptions({ contract, queryKey: [key], queryFn }))
    })
    for (const observer of observers) onTestFinished(observer.subscribe(() => {}))
    await pass(15_000)
    const [incident] = client.store.getState().incidents
    expect(incident).toMatchObject({ count: 5, shown: 'toast' })
    comeBack()
    void client.act(incident?.id ?? '', 'retry')
    await pass(24_000)
    expect(observers.map((observer) => observer.getCurrentResult().data)).toEqual(Array(5).fill('fine'))
    expect(client.store.getState().incidents).toEqual([])
  })

  it('who asks by client.fetch as well as by another client does not wait for itself', async () => {
    hurry()
    const { url, contract, api, client, gates, fail, goDown, comeBack } = await outage()
    const queryClient = withQueries(client)
    const queryFn = async ({ signal }: { readonly signal: AbortSignal }): Promise<unknown> => {
      const token = await fetch(`${url}/token`, { signal })
      return token.ok ? (await api(`${url}/c`, { signal })).json() : Promise.reject(token)
    }
    const observer = new QueryObserver(queryClient, apiQueryOptions({ contract, queryKey: ['c'], queryFn }))
    goDown()
    await fail('/a')
    onTestFinished(observer.subscribe(() => {}))
    await pass(1000)
    expect(gates()).toHaveLength(1)
    comeBack()
    await pass(6000)
    expect(observer.getCurrentResult().data).toBe('fine')
  })
})
