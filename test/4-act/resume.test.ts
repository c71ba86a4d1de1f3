// @vitest-environment node
import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { apiQueryOptions, createRemedyClient } from '../../src/index.ts'
import { backend, failureOf, refuse, succeed } from './backend.ts'
import { hurry, pass } from './hurry.ts'

/** A tab that somebody looks at, or not. */
function tabOf(visibilityState: 'hidden' | 'visible') {
  const tab = Object.assign(new EventTarget(), { visibilityState })
  vi.stubGlobal('document', tab)
  const turn = (next: 'hidden' | 'visible') => {
    tab.visibilityState = next
    tab.dispatchEvent(new Event('visibilitychange'))
  }
  return { show: () => turn('visible'), stir: () => turn('hidden') }
}

/** Fails what it is asked for the first time. */
async function shaky() {
  const seen = new Set<string>()
  const server = await backend((response, { path }) => {
    if (seen.has(path)) return succeed(response)
    seen.add(path)
    refuse(response, 'INTERNAL_ERROR', 500)
  })
  return { ...server, client: createRemedyClient({ contracts: [server.contract] }) }
}

beforeEach(() => {
  hurry()
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
})

describe('R6: what is to be sent again', () => {
  it('waits while the tab is hidden, and goes out a moment after it is seen', async () => {
    const tab = tabOf('hidden')
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const { url, arrived, client, contract } = await shaky()
    const answer = client.fetch(contract, { retry: true })(`${url}/a`)
    await pass(90_000)
    tab.stir()
    await pass(1000)
    expect(arrived).toHaveLength(1)
    tab.show()
    await pass(1500)
    expect(arrived).toHaveLength(1)
    await pass(1000)
    expect(arrived).toHaveLength(2)
    expect((await answer).ok).toBe(true)
  })

  it('can be called off in the same task meanwhile', async () => {
    tabOf('hidden')
    const { url, arrived, client, contract } = await shaky()
    const call = new AbortController()
    const failure = failureOf(client.fetch(contract, { retry: true })(`${url}/a`, { signal: call.signal }))
    await pass(3000)
    call.abort('enough')
    expect(await failure).toBe('enough')
    expect(arrived).toHaveLength(1)
  })

  it('goes out at once where nothing held it up', async () => {
    tabOf('visible')
    const { url, arrived, client, contract } = await shaky()
    const answer = client.fetch(contract, { retry: true })(`${url}/a`)
    await pass(300)
    expect(arrived).toHaveLength(2)
    expect((await answer).ok).toBe(true)
  })

  it('of several hooks goes out apart once their tab is seen', async () => {
    onTestFinished(() => focusManager.setFocused(undefined))
    focusManager.setFocused(false)
    const dice = [0, 0.2, 0.4, 0.6, 0.8, 0.999]
    const { url, arrived, client, contract } = await shaky()
    const queryClient = new QueryClient()
    queryClient.mount()
    attach(queryClient, client.parts.runtime)
    const api = client.fetch(contract)
    const observers = dice.map((_, index) => {
      const queryFn = async () => (await api(`${url}/${index}`)).json() as Promise<string>
      const observer = new QueryObserver(queryClient, apiQueryOptions({ queryKey: [index], queryFn }))
      onTestFinished(observer.subscribe(() => {}))
      return observer
    })
    await pass(10_000)
    expect(arrived).toHaveLength(6)
    vi.spyOn(Math, 'random').mockImplementation(() => dice.shift() ?? 0)
    focusManager.setFocused(true)
    await pass(500)
    expect(arrived.length).toBeLessThan(9)
    await pass(4000)
    expect(arrived).toHaveLength(12)
    expect(observers.map((observer) => observer.getCurrentResult().data)).toEqual(Array(6).fill('fine'))
    queryClient.unmount()
  })
})
