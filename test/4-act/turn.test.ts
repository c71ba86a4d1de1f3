// @vitest-environment node
import type { ServerResponse } from 'node:http'
import { MutationObserver, QueryObserver, type QueryKey } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { retryDelay, shouldRetry, wrapMutationFn, wrapQueryFn } from '../../src/4-act/wrap.ts'
import { creatoria } from '../../src/contracts/creatoria/index.ts'
import { extendContract, isProblem, type Problem } from '../../src/core.ts'
import { createRemedyClient } from '../../src/index.ts'
import { backend, eventually, failureOf, refuse, succeed } from './backend.ts'
import { withQueries } from './with-queries.ts'

/** Lets the clock run ahead of the real one: the waits are seconds, the server answers at once. */
function hurry(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true, advanceTimeDelta: 5 })
  onTestFinished(() => void vi.useRealTimers())
}

async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await vi.advanceTimersByTimeAsync(100)
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** A server that refuses the first request to `/limited` for so many seconds. */
async function limited(seconds: number, code = 'AUTH_TOO_MANY_REQUESTS') {
  let turns = 0
  const { url, arrived, contract } = await backend((response, { path }) => {
    if (path.startsWith('/limited') && turns++ === 0) refuse(response, code, 429, { 'retry-after': String(seconds) })
    else succeed(response)
  })
  const client = createRemedyClient({ contracts: [contract] })
  return { url, arrived, contract, client, api: client.fetch(contract) }
}

describe('R3: a limit that holds', () => {
  it('holds the next request to it until its deadline, spread, and lets all others through', async () => {
    hurry()
    const { url, arrived, api } = await limited(4)
    await failureOf(api(`${url}/limited`))
    const answers = Array.from({ length: 20 }, () => api(`${url}/limited`))
    expect((await api(`${url}/other`)).ok).toBe(true)
    await pass(3800)
    expect(arrived).toHaveLength(2)
    await pass(2000)
    expect(arrived.length).toBeGreaterThan(2)
    expect(arrived.length).toBeLessThan(22)
    await pass(3000)
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
  })

  it('hands over at once what has not so much patience: unsent, with the code of the limit and the time left', async () => {
    const { url, arrived, api, client } = await limited(30)
    const first = (await failureOf(api(`${url}/limited/1`))) as Problem
    const next = (await failureOf(api(`${url}/limited/2`))) as Problem
    expect(arrived).toHaveLength(1)
    expect(next).toMatchObject({ code: first.code, status: 429, contract: first.contract, attempts: 0 })
    expect(next.request?.url).toBe(`${url}/limited/2`)
    expect(next.retryAfter).toBeGreaterThan(28_000)
    expect(next.retryAfter).toBeLessThanOrEqual(30_000)
    client.present(first)
    client.present(next)
    await eventually(() => expect(client.store.getState().incidents).toHaveLength(1))
    await eventually(() => expect(client.store.getState().incidents[0]?.count).toBe(2))
  })

  it('is waited for by a call that says it has the patience', async () => {
    hurry()
    const { url, arrived, client, contract } = await limited(20)
    await failureOf(client.fetch(contract)(`${url}/limited`))
    const answer = client.fetch(contract, { patience: 30_000 })(`${url}/limited`)
    await pass(19_000)
    expect(arrived).toHaveLength(1)
    await pass(11_500)
    expect((await answer).ok).toBe(true)
  })

  it('holds no longer than it was meant to when the clock is set back', async () => {
    hurry()
    const { url, arrived, api } = await limited(4)
    await failureOf(api(`${url}/limited`))
    vi.setSystemTime(Date.now() - 3_600_000)
    const answer = api(`${url}/limited`)
    await pass(3500)
    expect(arrived).toHaveLength(1)
    await pass(5000)
    expect((await answer).ok).toBe(true)
  })

  it('ends with an abort, in the same task and with its reason', async () => {
    const { url, arrived, api } = await limited(5)
    await failureOf(api(`${url}/limited`))
    const controller = new AbortController()
    const failure = failureOf(api(`${url}/limited`, { signal: controller.signal }))
    await new Promise((resolve) => setImmediate(resolve))
    controller.abort('enough')
    expect(await failure).toBe('enough')
    expect(arrived).toHaveLength(1)
  })

  it('of which the server gave no end holds nothing back', async () => {
    const { url, arrived, contract } = await backend((response) => refuse(response, 'AUTH_TOO_MANY_REQUESTS', 429))
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    await failureOf(api(`${url}/limited`))
    await failureOf(api(`${url}/limited`))
    expect(arrived).toHaveLength(2)
  })

  it('covers its whole backend where the contract names it, though a success told of it', async () => {
    const { url, arrived } = await backend((response) => {
      response.setHeader('X-RateLimit-Remaining', '0')
      response.setHeader('X-RateLimit-Reset', String(Math.floor(Date.now() / 1000) + 45))
      succeed(response)
    })
    const contract = extendContract(creatoria, { match: url })
    const client = createRemedyClient({ contracts: [contract] })
    const api = client.fetch(contract)
    await api(`${url}/v1/agents`)
    const problem = (await failureOf(api(`${url}/v1/runs`))) as Problem
    expect(arrived).toHaveLength(1)
    expect(problem).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', status: 429, attempts: 0 })
    expect(problem.retryAfter).toBeGreaterThan(40_000)
    client.present(problem)
    await eventually(() => expect(client.store.getState().incidents[0]?.limit).toBe('creatoria/RATE_LIMIT_EXCEEDED'))
  })
})

describe('R5: other clients than ours, inside a hook', () => {
  const unavailable = (response: ServerResponse) => {
    response.writeHead(503, { 'content-type': 'text/html' })
    response.end('<h1>Service Unavailable</h1>')
  }
  // A failed `fetch` does not say whom it asked; the hook names the contract.
  const broken = (response: ServerResponse) => void response.destroy()
  const ways: readonly [string, typeof unavailable][] = [
    ['by a gateway', unavailable],
    ['by a broken connection', broken],
  ]

  async function hooks(fail = unavailable) {
    let down = false
    const { url, arrived, contract } = await backend((response) => (down ? fail(response) : succeed(response)))
    const client = createRemedyClient({ contracts: [contract] })
    const queryClient = withQueries(client)
    const plainFetch = async (key: string) => {
      const response = await fetch(`${url}/${key}`)
      if (!response.ok) throw response
      return response.json() as Promise<string>
    }
    // What the hooks of the library leave among TanStack's options.
    const said = { contract, scopes: [] }
    const wrapped = (key: string) => ({
      queryKey: [key],
      queryFn: wrapQueryFn<string, QueryKey, never>(() => plainFetch(key)),
      ...said,
      retry: shouldRetry,
      retryDelay,
    })
    const watch = (options: ConstructorParameters<typeof QueryObserver<string>>[1]) => {
      const observer = new QueryObserver<string>(queryClient, options)
      onTestFinished(observer.subscribe(() => {}))
      return observer
    }
    const ordering = () => {
      const mutationFn = wrapMutationFn<unknown, string>(async (body) => {
        const response = await fetch(`${url}/orders`, { method: 'POST', body })
        if (!response.ok) throw response
      })
      return new MutationObserver(queryClient, { mutationFn, ...said })
    }
    const placed = () => arrived.filter(({ method }) => method === 'POST').map(({ body }) => body)
    const gates = () => Object.keys(client.store.getState().gates)
    return {
      url,
      arrived,
      client,
      contract,
      ordering,
      placed,
      plainFetch,
      wrapped,
      watch,
      gates,
      goDown: (is = true) => void (down = is),
    }
  }

  it.each(ways)('close its gate, and wait there for the next attempt, %s', async (_, fail) => {
    hurry()
    const { url, arrived, wrapped, watch, gates, goDown } = await hooks(fail)
    goDown()
    const observers = ['a', 'b', 'c', 'd'].map((key) => watch(wrapped(key)))
    await eventually(() => expect(arrived.length).toBeGreaterThanOrEqual(4))
    await pass(1000)
    expect(gates()).toEqual([url])
    goDown(false)
    await pass(24_000)
    expect(observers.map((observer) => observer.getCurrentResult().data)).toEqual(Array(4).fill('fine'))
    expect(gates()).toEqual([])
  })

  it.each(ways)('are held while it is closed, and handed over when their patience ends, %s', async (_, fail) => {
    hurry()
    const { arrived, wrapped, watch, goDown } = await hooks(fail)
    goDown()
    const began = Date.now()
    const observers = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => watch(wrapped(key)))
    await pass(14_000)
    for (const observer of observers) {
      const { status, error, errorUpdatedAt } = observer.getCurrentResult()
      expect([status, isProblem(error)]).toEqual(['error', true])
      expect(errorUpdatedAt - began).toBeLessThan(12_600)
    }
    // Six times three without a gate.
    expect(arrived.length).toBeLessThan(6 + 7)
  })

  it('wait from the first attempt on where the very same is asked for once more', async () => {
    hurry()
    const { ordering, placed, url, wrapped, watch, gates, goDown } = await hooks()
    const orders = ordering()
    const order = (what: string) =>
      orders.mutate(what).then(
        () => 'placed',
        () => 'lost',
      )
    goDown()
    expect(await order('tea')).toBe('lost')
    watch(wrapped('a'))
    await eventually(() => expect(gates()).toEqual([url]))
    const again = order('tea')
    await pass(1000)
    expect(placed()).toEqual(['tea'])
    goDown(false)
    await pass(24_000)
    expect(await again).toBe('placed')
    expect(placed()).toEqual(['tea', 'tea'])
  })

  it('do not where it is something else, which may be for somebody else', async () => {
    hurry()
    const { ordering, placed, url, wrapped, watch, gates, goDown } = await hooks()
    const orders = ordering()
    goDown()
    await orders.mutate('tea').catch(() => {})
    watch(wrapped('a'))
    await eventually(() => expect(gates()).toEqual([url]))
    await orders.mutate('coffee').catch(() => {})
    expect(placed()).toEqual(['tea', 'coffee'])
  })

  it('of plain hooks count too', async () => {
    const { plainFetch, watch, gates, goDown, url } = await hooks()
    goDown()
    for (const key of ['a', 'b']) watch({ queryKey: [key], queryFn: () => plainFetch(key), retry: false })
    await eventually(() => expect(gates()).toEqual([url]))
  })

  it('that succeed take back what others of them made doubtful', async () => {
    const { plainFetch, watch, gates, goDown } = await hooks()
    for (const key of ['a', 'b', 'c']) {
      goDown()
      const bad = watch({ queryKey: [key], queryFn: () => plainFetch(key), retry: false })
      await eventually(() => expect(bad.getCurrentResult().status).toBe('error'))
      goDown(false)
      const good = watch({ queryKey: [key, 'good'], queryFn: () => plainFetch(key), retry: false })
      await eventually(() => expect(good.getCurrentResult().status).toBe('success'))
    }
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(gates()).toEqual([])
  })
})

describe('the options of the gate', () => {
  async function down(gate: Parameters<typeof createRemedyClient>[0]['gate']) {
    const { url, arrived, contract } = await backend((response) => {
      response.writeHead(503, { 'content-type': 'text/html' })
      response.end('')
    })
    const api = createRemedyClient({ contracts: [contract], gate }).fetch(contract)
    for (const path of ['/a', '/b']) await failureOf(api(url + path))
    return { url, arrived, api }
  }

  it('`gate: false` sends whatever comes', async () => {
    const { url, arrived, api } = await down(false)
    await Promise.all(['/c', '/d', '/e'].map((path) => failureOf(api(url + path))))
    expect(arrived).toHaveLength(5)
  })

  it('without it they wait', async () => {
    const { url, arrived, api } = await down(undefined)
    const controller = new AbortController()
    const waiting = failureOf(api(`${url}/c`, { signal: controller.signal }))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(arrived).toHaveLength(2)
    controller.abort()
    await waiting
  })
})

describe('R8: nothing waits for ever', () => {
  it.each([
    ['', (response: Response) => response.json(), 0],
    [', read from a copy', (response: Response) => response.clone().clone().json(), 0],
    [', though the clock is set back', (response: Response) => response.json(), 3_600_000],
  ] as const)('a server that stalls in the body of a success%s', async (_, read, back) => {
    hurry()
    const { url, contract } = await backend((response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"a":')
    })
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract)
    const failure = failureOf(api(url).then(read))
    vi.setSystemTime(Date.now() - back)
    await pass(61_000)
    expect(await failure).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', request: { method: 'GET' } })
  })

  it('a call, over all its attempts', async () => {
    hurry()
    const { url, arrived, contract } = await backend(() => {})
    const api = createRemedyClient({ contracts: [contract] }).fetch(contract, { retry: true, patience: 60_000 })
    const began = Date.now()
    const failure = failureOf(api(`${url}/never`)).then((problem) => ({ problem, took: Date.now() - began }))
    await pass(62_000)
    const { problem, took } = await failure
    expect(problem).toMatchObject({ kind: 'timeout', attempts: 2 })
    expect(took).toBeLessThanOrEqual(61_000)
    expect(arrived).toHaveLength(2)
  })
})
