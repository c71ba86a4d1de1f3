// @vitest-environment node
import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { isProblem, type Problem } from '../../src/core.ts'
import { apiMutationOptions, createRemedyClient, createSession, type SignedIn } from '../../src/index.ts'
import { backend, eventually, failureOf, refuse, succeed } from './backend.ts'

describe('client.fetch', () => {
  it('throws the problem of what is no success, and hands out what is one', async () => {
    const { url, contract } = await backend((response, { path }) =>
      path === '/good' ? succeed(response, { points: 12 }) : refuse(response, 'POINTS_INSUFFICIENT_BALANCE', 402),
    )
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    expect(await (await api(`${url}/good`)).json()).toEqual({ points: 12 })
    const problem = await failureOf(api(`${url}/bad`, { method: 'POST', body: '{}' }))
    expect(isProblem(problem, contract)).toBe(true)
    expect(problem).toMatchObject({
      code: 'POINTS_INSUFFICIENT_BALANCE',
      status: 402,
      request: { method: 'POST', url: `${url}/bad` },
    })
  })

  it.each([
    ['a reason of the caller’s own', { mine: true }],
    ['no reason', undefined],
  ])('rethrows an abort untouched, with %s', async (_, reason) => {
    const { url, contract, arrived } = await backend(() => {})
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    const controller = new AbortController()
    const failure = failureOf(api(url, { signal: controller.signal }))
    await eventually(() => expect(arrived).toHaveLength(1))
    controller.abort(reason)
    expect(await failure).toBe(controller.signal.reason)
    expect(await failureOf(api(url, { signal: controller.signal }))).toBe(controller.signal.reason)
    expect(arrived).toHaveLength(1)
  })

  it('rethrows the abort of a Request that it was given', async () => {
    const { url, contract, arrived } = await backend(() => {})
    const controller = new AbortController()
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    const failure = failureOf(api(new Request(url, { signal: controller.signal })))
    await eventually(() => expect(arrived).toHaveLength(1))
    controller.abort('enough')
    expect(await failure).toBe('enough')
  })

  it('rethrows an abort that comes while it waits to send again', async () => {
    const { url, contract, arrived } = await backend((response) => refuse(response, 'X', 503, { 'retry-after': '5' }))
    const controller = new AbortController()
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { retry: true })
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const failure = failureOf(api(url, { signal: controller.signal }))
    await eventually(() => expect(arrived).toHaveLength(1))
    setTimeout(() => controller.abort('enough'), 50)
    expect(await failure).toBe('enough')
  })

  it('rethrows an abort that comes while the session is refreshed, and refreshes all the same', async () => {
    const { url, contract } = await backend((response) => refuse(response, 'AUTH_UNAUTHORIZED', 401))
    let done: (who: SignedIn) => void = () => {}
    const session = createSession({
      load: async () => null,
      refresh: () => new Promise<SignedIn>((resolve) => (done = resolve)),
    })
    session.signedIn({ id: '1', user: 'ada' })
    const controller = new AbortController()
    const api = createRemedyClient({ contracts: [contract], session }).fetch(contract)
    const failure = failureOf(api(url, { signal: controller.signal }))
    await eventually(() => expect(session.getState().status).toBe('refreshing'))
    controller.abort('enough')
    expect(await failure).toBe('enough')
    done({ id: '1', user: 'ada' })
    await eventually(() => expect(session.getState().status).toBe('active'))
  })

  it('calls a dropped connection a network failure', async () => {
    const { url, contract } = await backend((response) => response.destroy())
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    expect(await failureOf(api(url))).toMatchObject({ kind: 'network', code: 'NETWORK', contract: 'divination' })
  })

  it.each([new TypeError('x is not a function'), 'words', null, new DOMException('aborted', 'AbortError')])(
    'calls a rejection of the platform a network failure, whatever it says: %s',
    async (thrown) => {
      vi.stubGlobal('fetch', () => Promise.reject(thrown))
      const api = createRemedyClient({ contracts: [] }).fetch((await backend(() => {})).contract)
      const problem = (await failureOf(api('http://127.0.0.1/'))) as Problem
      expect(problem).toMatchObject({ kind: 'network', code: 'NETWORK', status: undefined })
      expect(problem.cause).toBe(thrown ?? problem.cause)
    },
  )

  it('gives up on headers that do not come', async () => {
    const { url, contract } = await backend(() => {})
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { timeout: 60 })
    expect(await failureOf(api(url))).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', request: { method: 'GET' } })
  })

  it('gives a body its time once the headers are there', async () => {
    const { url, contract } = await backend((response) => {
      response.writeHead(402, { 'content-type': 'application/problem+json' })
      response.write('{"code":')
      setTimeout(() => response.end('"POINTS_INSUFFICIENT_BALANCE"}'), 400)
    })
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { timeout: 300 })
    expect(await failureOf(api(url))).toMatchObject({ kind: 'http', code: 'POINTS_INSUFFICIENT_BALANCE' })
  })
})

describe('client.fetch with retry: true', () => {
  it('sends again what may be sent again, and says how many requests that were', async () => {
    const { url, contract, arrived } = await backend((response) => refuse(response, 'AUTH_SERVICE_UNAVAILABLE', 503))
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { retry: true })
    expect(await failureOf(api(url))).toMatchObject({ code: 'AUTH_SERVICE_UNAVAILABLE', attempts: 3 })
    expect(arrived).toHaveLength(3)
  })

  it('hands out the success that came of it', async () => {
    const { url, contract, arrived } = await backend((response, _, turn) =>
      turn < 3 ? refuse(response, 'AUTH_SERVICE_UNAVAILABLE', 503) : succeed(response),
    )
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { retry: true })
    expect(await (await api(url)).json()).toBe('fine')
    expect(arrived).toHaveLength(3)
  })

  it.each([
    ['what must not be done twice', 'POST', 503, {}],
    ['what the server has understood', 'GET', 422, {}],
    ['what would wait beyond its patience', 'GET', 503, { 'retry-after': '60' }],
  ])('does not send %s again', async (_, method, status, headers) => {
    const { url, contract, arrived } = await backend((response) => refuse(response, 'X', status, headers))
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { retry: true })
    expect(await failureOf(api(url, { method }))).toMatchObject({ status, attempts: 1 })
    expect(arrived).toHaveLength(1)
  })

  it('sends once without it, and leaves the retries to others', async () => {
    const { url, contract, arrived } = await backend((response) => refuse(response, 'X', 503))
    const problem = await failureOf(createRemedyClient({ contracts: [contract] }).fetch(contract)(url))
    expect(problem).toMatchObject({ status: 503, attempts: undefined })
    expect(arrived).toHaveLength(1)
  })

  it('keeps the body whole over all its requests', async () => {
    const { url, contract, arrived } = await backend((response) => refuse(response, 'X', 503))
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { retry: true })
    await failureOf(api(url, { method: 'PUT', body: JSON.stringify({ question: '为什么' }) }))
    expect(arrived.map(({ body }) => body)).toEqual(Array(3).fill('{"question":"为什么"}'))
  })
})

describe('a place to go on from that the server refuses', () => {
  it.each(['client.fetch', 'a hook'])('is left out when %s sends again', async (who) => {
    const { url, contract, arrived } = await backend((response, { headers }) =>
      'last-event-id' in headers ? refuse(response, 'AGENT_INVALID_LAST_EVENT_ID', 422) : succeed(response),
    )
    const client = createRemedyClient({ contracts: [contract] })
    const api = client.fetch(contract, { retry: who === 'client.fetch' })
    const ask = () => api(url, { headers: { 'Last-Event-ID': '7' } })
    if (who === 'client.fetch') await ask()
    else {
      const queryClient = new QueryClient()
      attach(queryClient, client.parts.runtime)
      await new MutationObserver(queryClient, apiMutationOptions({ mutationFn: ask })).mutate()
      queryClient.clear()
    }
    expect(arrived.map(({ headers }) => headers['last-event-id'])).toEqual(['7', undefined])
  })
})

describe('a limit that every answer tells of', () => {
  it('holds from the last permitted success on, under the code of the limit', async () => {
    const { url, contract } = await backend((response, _, turn) => {
      response.setHeader('ratelimit-remaining', String(2 - turn))
      response.setHeader('ratelimit-reset', '30')
      succeed(response)
    })
    const limited = { ...contract, rateLimit: 'AUTH_TOO_MANY_REQUESTS' } as const
    const client = createRemedyClient({ contracts: [limited] })
    const api = client.fetch(limited)
    await api(url)
    expect(client.store.getState().cooldowns).toEqual({})
    await api(url)
    const { until = 0, known } = client.store.getState().cooldowns['divination/AUTH_TOO_MANY_REQUESTS'] ?? {}
    expect(known).toBe(true)
    expect(until - Date.now()).toBeGreaterThan(25_000)
  })
})
