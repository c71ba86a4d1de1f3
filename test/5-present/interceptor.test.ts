// @vitest-environment node
import { MutationObserver, QueryClient } from '@tanstack/react-query'
import axios from 'axios'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { apiMutationOptions, apiQueryOptions, createRemedyClient } from '../../src/index.ts'
import { backend, eventually, failureOf, refuse } from '../4-act/backend.ts'

/** An app that talks to a backend, which refuses all it is asked, through axios. */
async function start() {
  const { url, contract, arrived } = await backend((response) => refuse(response, 'AGENT_FORBIDDEN', 403))
  const onReport = vi.fn()
  const client = createRemedyClient({ contracts: [contract], onReport })
  const queryClient = new QueryClient()
  attach(queryClient, client.parts.runtime)
  onTestFinished(() => queryClient.clear())
  const http = axios.create({ baseURL: url, adapter: 'http' })
  const shown = () =>
    client.store.getState().incidents.map(({ problem, shown: where, count }) => `${problem.code} ${where} ${count}`)
  return { client, queryClient, http, contract, onReport, shown, arrived }
}

const told = ['AGENT_FORBIDDEN toast 1']

describe('an interceptor of axios that presents what it sees', () => {
  it('shows what nobody else catches', async () => {
    const { client, http, shown, onReport } = await start()
    http.interceptors.response.use(undefined, (thrown: unknown) => {
      client.present(thrown)
      throw thrown
    })
    await failureOf(http.get('/points'))
    await eventually(() => expect(shown()).toEqual(told))
    expect(onReport).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['passes on what axios threw', false],
    ['passes on a problem in its place', true],
  ])('and a loader, a hook and a catch further out are one failure: it %s', async (_, replaces) => {
    const { client, queryClient, http, shown, onReport, contract, arrived } = await start()
    http.interceptors.response.use(undefined, (thrown: unknown) => {
      const problem = client.present(thrown)
      throw replaces ? problem : thrown
    })
    const points = apiQueryOptions({
      contract,
      queryKey: ['points'],
      queryFn: async () => (await http.get('/points')).data as number,
    })
    const loader = () => queryClient.ensureQueryData(points)
    const hook = new MutationObserver(queryClient, apiMutationOptions({ contract, mutationFn: loader }))
    await hook.mutate().catch((thrown: unknown) => void client.present(thrown))
    await eventually(() => expect(shown()).toEqual(told))
    expect(onReport).toHaveBeenCalledTimes(1)
    expect(arrived).toHaveLength(1)
  })

  it('shows nothing beside whoever has claimed it', async () => {
    const { client, http, shown, onReport } = await start()
    http.interceptors.response.use(undefined, (thrown: unknown) => Promise.reject(client.present(thrown)))
    await http.get('/points').catch((thrown) => void client.claim(thrown))
    await eventually(() => expect(shown()).toEqual(['AGENT_FORBIDDEN claimed 1']))
    expect(onReport).toHaveBeenCalledTimes(1)
  })
})

describe('a handler of a socket', () => {
  it('shows each failure of its own once, and the same one once, however often it hears of it', async () => {
    const { client, shown } = await start()
    const socket = new EventTarget()
    socket.addEventListener('error', (event) => void client.present((event as CustomEvent).detail))
    const lost = new Error('the connection was lost')
    for (const detail of [lost, lost, new Error('the server went away')])
      socket.dispatchEvent(new CustomEvent('error', { detail }))
    await eventually(() => expect(shown()).toEqual(['UNKNOWN toast 1', 'UNKNOWN toast 1']))
  })
})

describe('what another boundary caught', () => {
  it('is reported and comes up nowhere, whatever was thrown, however often it breaks', async () => {
    const { client, onReport } = await start()
    const seen: number[] = []
    client.store.subscribe(({ incidents }) => void seen.push(incidents.length))
    for (const thrown of [new RangeError('boom'), 'words', null]) client.caught(thrown, {})
    await eventually(() => expect(onReport).toHaveBeenCalledTimes(3))
    client.present(new Error('after'))
    await eventually(() => expect(seen.at(-1)).toBe(1))
    client.caught(new RangeError('boom'))
    await eventually(() => expect(onReport).toHaveBeenCalledTimes(5))
    expect(Math.max(...seen)).toBe(1)
  })
})
