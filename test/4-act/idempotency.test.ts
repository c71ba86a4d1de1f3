// @vitest-environment node
import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import type { ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { extendContract, type Contract } from '../../src/core.ts'
import { apiMutationOptions, apiQueryOptions, createRemedyClient, type RemedyInit } from '../../src/index.ts'
import { expectConsole } from '../helpers/console.ts'
import { createLedger } from '../faults/ledger.ts'
import { backend, eventually, failureOf, refuse, succeed, type Arrived } from './backend.ts'

type Fault = (response: ServerResponse, turn: number) => boolean

/** A shop that honours keys. Its way out may break after an order was written down: then the fault answers. */
async function shop(fault: Fault = () => false, header: Contract['idempotencyHeader'] = 'Idempotency-Key') {
  const ledger = createLedger()
  const { url, arrived, contract } = await backend((response, request, turn) => {
    const { status, body } = ledger.order(request.body, keyOf(request))
    if (fault(response, turn)) return
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  const keys = () => arrived.map(keyOf)
  return { url, keys, arrived, ledger, contract: extendContract(contract, { idempotencyHeader: header }) }
}

function keyOf({ headers }: Arrived): string | undefined {
  return headers['idempotency-key'] as string | undefined
}

/** A page on which orders are placed, each press as from a hook of its own. */
function page(contract: Contract, { timeout = 5000, ...options }: Record<string, unknown> & { timeout?: number } = {}) {
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  const client = createRemedyClient({ contracts: [contract] })
  attach(queryClient, client.parts.runtime)
  const api = client.fetch(contract, { timeout })
  const url = String(contract.match)
  const order = apiMutationOptions({
    mutationFn: async (what: string) => (await api(`${url}/orders`, { method: 'POST', body: what })).json(),
    ...options,
  })
  const press = (what: string, how: object = order) =>
    new MutationObserver<unknown, Error, string>(queryClient, how).mutate(what)
  return { press, client, queryClient, api, url }
}

const intent = (what: string) => `order ${what}`

describe('an order is placed once, and its press succeeds,', () => {
  it.each<[string, Fault]>([
    ['when no answer comes after it was written down', (_, turn) => turn === 1],
    ['when a gateway breaks after it was written down', (response, turn) => turn === 1 && badGateway(response)],
    ['when the connection breaks after it was written down', (response, turn) => turn === 1 && broken(response)],
    ['when all of that happens', (response, turn) => (turn === 2 ? badGateway(response) : turn === 1)],
  ])('%s', async (_, fault) => {
    const { contract, keys, ledger } = await shop(fault)
    const { press } = page(contract, { timeout: 150 })
    expect(await press('tea')).toEqual({ order: 1 })
    expect(ledger.effects).toEqual(['tea'])
    expect(new Set(keys()).size).toBe(1)
    expect(keys().length).toBeGreaterThan(1)
  })

  it('when its user presses again because the first press failed', async () => {
    const { contract, keys, ledger } = await shop((response, turn) => turn <= 3 && broken(response))
    const { press } = page(contract, { intent, retry: false })
    for (let turn = 1; turn <= 3; turn++) expect(await failureOf(press('tea'))).toMatchObject({ code: 'NETWORK' })
    expect(await press('tea')).toEqual({ order: 1 })
    expect(ledger.effects).toEqual(['tea'])
    expect(new Set(keys()).size).toBe(1)
  })
})

describe('two presses at once', () => {
  it('of the same intent are one request, and both have its answer', async () => {
    const { contract, arrived, ledger } = await shop()
    const { press } = page(contract, { intent })
    expect(await Promise.all([press('tea'), press('tea'), press('rice')])).toEqual([
      { order: 1 },
      { order: 1 },
      { order: 2 },
    ])
    expect(arrived).toHaveLength(2)
    expect(ledger.effects.toSorted()).toEqual(['rice', 'tea'])
  })

  it('without an intent are two, and each has a key of its own', async () => {
    const { contract, keys, ledger } = await shop()
    const { press } = page(contract)
    await Promise.all([press('tea'), press('tea')])
    expect(ledger.effects).toEqual(['tea', 'tea'])
    expect(new Set(keys()).size).toBe(2)
  })

  it('are one also while the first waits to send again', async () => {
    const { contract, arrived, ledger } = await shop((response, turn) => turn === 1 && badGateway(response))
    const { press, queryClient } = page(contract, { intent, retryDelay: 200 })
    const first = press('tea')
    await eventually(() => expect(queryClient.getMutationCache().getAll()[0]?.state.failureCount).toBe(1))
    expect(await Promise.all([first, press('tea')])).toEqual([{ order: 1 }, { order: 1 }])
    expect(arrived).toHaveLength(2)
    expect(ledger.effects).toEqual(['tea'])
  })

  it('fail together, with one problem, and the second sends nothing of its own', async () => {
    const { contract, arrived } = await shop((response) => badGateway(response))
    const { press, client } = page(contract, { intent })
    const [first, second] = await Promise.all([failureOf(press('tea')), failureOf(press('tea'))])
    expect(first).toBe(second)
    expect(arrived).toHaveLength(3)
    await eventually(() => expect(client.store.getState().incidents.map(({ count }) => count)).toEqual([1]))
  })

  it('are one where the first is the button of a problem', async () => {
    const { contract, keys, ledger } = await shop((response, turn) => turn === 1 && broken(response))
    const { press, client } = page(contract, { intent, retry: false })
    const incidents = () => client.store.getState().incidents
    await failureOf(press('tea'))
    await eventually(() => expect(incidents()[0]?.offer).toContain('retry'))
    const again = client.act(incidents()[0]?.id ?? '', 'retry')
    expect(await press('tea')).toEqual({ order: 1 })
    await again
    expect(keys()).toEqual([keys()[0], keys()[0]])
    expect(ledger.effects).toEqual(['tea'])
  })

  it('are one where TanStack runs them one after the other', async () => {
    const { contract, arrived } = await shop()
    const { press } = page(contract, { intent, scope: { id: 'till' } })
    expect(await Promise.all([press('tea'), press('tea')])).toEqual([{ order: 1 }, { order: 1 }])
    expect(arrived).toHaveLength(1)
  })

  it('are one where what comes before they are sent takes its time', async () => {
    const { contract, arrived } = await shop()
    const { press } = page(contract, { intent, onMutate: () => new Promise((done) => setTimeout(done, 30, 'before')) })
    expect(await Promise.all([press('tea'), press('tea')])).toEqual([{ order: 1 }, { order: 1 }])
    expect(arrived).toHaveLength(1)
  })

  it('are one of a plain hook too, which says so under meta', async () => {
    const { contract, keys, ledger } = await shop((response, turn) => turn === 1 && broken(response))
    const { press, api, url } = page(contract)
    const plain = {
      mutationFn: async (what: string) => (await api(`${url}/orders`, { method: 'POST', body: what })).json(),
      meta: { remedy: { intent } },
    }
    const [first, second] = await Promise.all([failureOf(press('tea', plain)), failureOf(press('tea', plain))])
    expect(first).toBe(second)
    expect(await press('tea', plain)).toEqual({ order: 1 })
    expect(ledger.effects).toEqual(['tea'])
    expect(new Set(keys()).size).toBe(1)
  })
})

describe('the key of an intent', () => {
  it.each([
    ['a success', 200, false],
    ['a refusal', 422, false],
    ['a failure of the server', 500, true],
    ['"somebody is at it"', 409, true],
    ['"not so fast"', 429, true],
    ['a gateway', 503, true],
  ])('after %s (%i): kept %s', async (_, status, isKept) => {
    const { url, arrived, contract } = await backend((response, __, turn) =>
      turn === 1 && status !== 200 ? refuse(response, 'X', status) : succeed(response),
    )
    const { press } = page({ ...contract, match: url }, { intent, retry: false })
    await press('tea').catch(() => {})
    await press('tea')
    const keys = arrived.map(keyOf)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[1] === keys[0]).toBe(isKept)
  })
})

describe('what only reads', () => {
  it.each<[string, (api: typeof fetch, url: string) => Promise<Response>]>([
    ['by POST', (api, url) => api(url, { method: 'POST' })],
    ['by a fetch of the app’s own', async (_, url) => Promise.reject(await fetch(url))],
  ])('%s is not sent again after a conflict: no key of it can be at work elsewhere', async (_, read) => {
    const { url, arrived, contract } = await backend((response) => refuse(response, 'X', 409))
    const { api, queryClient } = page(contract)
    const options = apiQueryOptions({ queryKey: ['a'], queryFn: () => read(api, url), contract })
    const observer = new QueryObserver(queryClient, options)
    onTestFinished(observer.subscribe(() => {}))
    await eventually(() => expect(observer.getCurrentResult().status).toBe('error'))
    expect(arrived).toHaveLength(1)
  })
})

describe('the header', () => {
  it.each<[string, Contract['idempotencyHeader'], string, RegExp]>([
    ['has the contract’s name', 'X-Request-Key', 'x-request-key', /^[0-9a-f]{32}$/],
    [
      'is quoted where the contract says so',
      { name: 'Idempotency-Key', quoted: true },
      'idempotency-key',
      /^"\w{32}"$/,
    ],
  ])('%s', async (_, header, name, shape) => {
    const { contract, arrived } = await shop(undefined, header)
    await page(contract).press('tea')
    expect(arrived[0]?.headers[name]).toMatch(shape)
  })

  it.each<[string, RemedyInit, string | undefined]>([
    ['is what the call says', { method: 'POST', idempotencyKey: 'mine' }, 'mine'],
    ['stays away from what only reads', { method: 'GET', idempotencyKey: 'mine' }, undefined],
    ['stays away from a call that belongs to no mutation', { method: 'POST' }, undefined],
  ])('%s', async (_, init, key) => {
    const { contract, url, keys } = await shop()
    await page(contract).api(`${url}/orders`, init)
    expect(keys()).toEqual([key])
  })

  it('is what the app has set itself', async () => {
    const { contract, keys } = await shop()
    const { press, api, url } = page(contract)
    const headers = { 'Idempotency-Key': 'own' }
    const mutationFn = (body: string) => api(`${url}/orders`, { method: 'POST', body, headers })
    await press('tea', apiMutationOptions({ mutationFn }))
    expect(keys()).toEqual(['own'])
  })

  it('stays away from URLs that the contract does not match', async () => {
    expectConsole('warn', /nothing that it sent has its key/)
    const [mine, other] = [await shop(), await shop()]
    const { press, api, url } = page(mine.contract)
    const mutationFn = (to: string) => api(`${to}/orders`, { method: 'POST', body: to, idempotencyKey: 'mine' })
    await press(other.url, apiMutationOptions({ mutationFn, intent }))
    await press(url, apiMutationOptions({ mutationFn, intent }))
    expect([other.keys(), mine.keys()]).toEqual([[undefined], ['mine']])
  })

  it('is not for backends that do not say that they honour it, unless the app asks with an intent', async () => {
    const { url, arrived, contract } = await backend((response) => succeed(response))
    const plain = { ...contract, match: url }
    await page(plain).press('tea')
    await page(plain, { intent }).press('tea')
    expect(arrived.map(keyOf)).toEqual([undefined, expect.stringMatching(/^[0-9a-f]{32}$/)])
  })

  it.each([307, 308, 302, 303])('goes nowhere with a redirect (%i), and nothing is sent again', async (status) => {
    const elsewhere = await shop()
    const { url, arrived, contract } = await backend((response) =>
      response.writeHead(status, { location: `${elsewhere.url}/orders` }).end(),
    )
    const { press } = page(extendContract(contract, { match: url, idempotencyHeader: 'Idempotency-Key' }))
    expect(await failureOf(press('tea'))).toMatchObject({ kind: 'unreadable', request: { method: 'POST' } })
    expect([arrived.length, elsewhere.arrived.length]).toEqual([1, 0])
  })
})

describe('client.fetch with retry: true', () => {
  it('sends a change again under its key, and not without one', async () => {
    const { contract, url, keys, ledger } = await shop((response, turn) => turn % 2 === 1 && badGateway(response))
    const { client } = page(contract)
    const api = client.fetch(contract, { retry: true })
    const sent = { method: 'POST', body: 'tea' }
    expect((await api(`${url}/orders`, { ...sent, idempotencyKey: 'k' })).status).toBe(201)
    expect(keys()).toEqual(['k', 'k'])
    expect(await failureOf(api(`${url}/orders`, sent))).toMatchObject({ status: 502, attempts: 1 })
    expect(ledger.effects).toEqual(['tea', 'tea'])
  })
})

function badGateway(response: ServerResponse): boolean {
  response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
  return true
}

function broken(response: ServerResponse): boolean {
  response.destroy()
  return true
}
