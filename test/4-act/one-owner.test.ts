// @vitest-environment node
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import axios from 'axios'
import axiosRetry from 'axios-retry'
import ky from 'ky'
import { describe, expect, it, onTestFinished } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { isProblem } from '../../src/core.ts'
import { apiQueryOptions, createRemedyClient } from '../../src/index.ts'
import { expectConsole } from '../helpers/console.ts'
import { backend, refuse, type Answer } from './backend.ts'

const unavailable: Answer = (response) => refuse(response, 'AUTH_SERVICE_UNAVAILABLE', 503)

/** A page that reads from this server, and how often it was asked when the page gave up. */
async function page(answer: Answer) {
  const { url, arrived, contract } = await backend(answer)
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  const client = createRemedyClient({ contracts: [contract] })
  attach(queryClient, client.parts.runtime)
  const read = (options: object): Promise<unknown> =>
    new Promise((done) => {
      const observer = new QueryObserver(queryClient, { queryKey: ['a'], ...options })
      observer.subscribe(({ status, error, data }) => status !== 'pending' && done(error ?? data))
    })
  return { url, arrived, client, contract, read }
}

const twoLayers = () => expectConsole('warn', /two layers retry/)
const quickKy = ky.create({ retry: { backoffLimit: 1 } })

function quickAxios(retries = 3) {
  const instance = axios.create()
  axiosRetry(instance, { retries })
  return instance
}

describe('what a client sends again by itself, a hook does not', () => {
  it('ky, by its status', async () => {
    const { url, arrived, read } = await page(unavailable)
    twoLayers()
    const problem = await read(apiQueryOptions({ queryKey: ['a'], queryFn: () => quickKy(url).json() }))
    expect(problem).toMatchObject({ code: 'AUTH_SERVICE_UNAVAILABLE', attempts: 3 })
    expect(arrived).toHaveLength(3)
  })

  it.each<[string, Answer]>([
    ['by its status', unavailable],
    ['when the connection breaks', (response) => response.destroy()],
  ])('axios with axios-retry, %s', async (_, answer) => {
    const { url, arrived, read } = await page(answer)
    twoLayers()
    const problem = await read(apiQueryOptions({ queryKey: ['a'], queryFn: () => quickAxios().get(url) }))
    expect(problem).toMatchObject({ attempts: 4 })
    expect(arrived).toHaveLength(4)
  })

  it('client.fetch with retry: true', async () => {
    const { url, arrived, read, client, contract } = await page(unavailable)
    twoLayers()
    const api = client.fetch(contract, { retry: true })
    const problem = await read(apiQueryOptions({ queryKey: ['a'], queryFn: () => api(url) }))
    expect(problem).toMatchObject({ attempts: 3 })
    expect(arrived).toHaveLength(3)
  })

  it.each([3, true, () => true])('whatever retry of its own the hook has: %s', async (retry) => {
    const { url, arrived, read } = await page(unavailable)
    twoLayers()
    await read(apiQueryOptions({ queryKey: ['a'], queryFn: () => quickKy(url).json(), retry, retryDelay: 1 }))
    expect(arrived).toHaveLength(3)
  })
})

describe('what a client does not send again, a hook does, and nobody has to be told', () => {
  it.each([
    ['ky without retries', (url: string) => ky(url, { retry: 0 }).json()],
    ['ky, of a status it leaves alone', (url: string) => ky(url, { retry: { statusCodes: [429] } }).json()],
    ['ky, of a method it leaves alone', (url: string) => ky(url, { retry: { methods: ['put'] } }).json()],
    ['axios', (url: string) => axios.get(url)],
    ['axios with axios-retry, of what it leaves alone', (url: string) => quickAxios(0).get(url)],
  ])('%s', async (_, send) => {
    const { url, arrived, read } = await page(unavailable)
    const problem = await read(apiQueryOptions({ queryKey: ['a'], queryFn: () => send(url) }))
    expect(isProblem(problem)).toBe(true)
    expect(problem).toMatchObject({ attempts: undefined })
    expect(arrived).toHaveLength(3)
  })

  it('TanStack’s own retry around client.fetch, which sends once', async () => {
    const { url, arrived, read, client, contract } = await page(unavailable)
    const api = client.fetch(contract)
    await read({ queryFn: () => api(url), retry: 2, retryDelay: 1 })
    expect(arrived).toHaveLength(3)
  })

  it('of a hook that is told not to retry, the client alone', async () => {
    const { url, arrived, read } = await page(unavailable)
    await read(apiQueryOptions({ queryKey: ['a'], queryFn: () => quickKy(url).json(), retry: false }))
    expect(arrived).toHaveLength(3)
  })
})

describe('two layers that retry are told of once', () => {
  it('and a plain hook, which is not ours to hold, at the first failure', async () => {
    const { url, arrived, read } = await page(unavailable)
    twoLayers()
    await read({ queryFn: () => quickKy(url).json(), retry: 2, retryDelay: 1 })
    expect(arrived).toHaveLength(9)
  })

  it('however many requests show it', async () => {
    const { url, read } = await page(unavailable)
    const said: unknown[] = []
    const { warn } = console
    onTestFinished(() => void (console.warn = warn))
    console.warn = (...words) => said.push(words[0])
    for (const key of ['a', 'b', 'c'])
      await read(apiQueryOptions({ queryKey: [key], queryFn: () => quickKy(url).json() }))
    expect(said).toHaveLength(1)
  })
})
