import { dehydrate, hydrate, MutationObserver, onlineManager, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createIntents, type Intents } from '../../src/4-act/intents.ts'
import { attach } from '../../src/4-act/pipeline.ts'
import { apiMutationOptions, createRemedyClient, createSession } from '../../src/index.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import { expectConsole } from '../helpers/console.ts'
import { fail } from './app.ts'

beforeEach(() => sessionStorage.clear())

const kept = () => Object.keys(sessionStorage).filter((name) => name.startsWith('react-remedy'))

/** A page; a second one in the same tab is what a reload makes of the first. */
function page(session?: ReturnType<typeof createSession>) {
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  attach(queryClient, createRemedyClient({ contracts: [divination], session }).parts.runtime)
  const press = (options: object, what = 'tea') =>
    new MutationObserver<unknown, Error, string>(queryClient, options).mutate(what).catch(() => 'failed')
  return { queryClient, press }
}

/** An order that notes its key, and is answered as it is told. */
function order(answers: (() => Promise<unknown>)[]) {
  const keys: string[] = []
  const options = apiMutationOptions({
    mutationKey: ['order'],
    mutationFn: (_: string, { idempotencyKey }) => {
      keys.push(idempotencyKey)
      return answers.shift()?.() ?? Promise.resolve('placed')
    },
    intent: (what) => `order ${what}`,
    retry: false,
  })
  return { keys, options }
}

const offline = () => fail('NETWORK', 0, { kind: 'network', status: undefined })

describe('the key of an intent is kept in the tab', () => {
  it('until the server answers', async () => {
    const { keys, options } = order([offline])
    await page().press(options)
    expect(kept()).toHaveLength(1)
    expect(await page().press(options)).toBe('placed')
    expect(kept()).toEqual([])
    expect(new Set(keys).size).toBe(1)
    await page().press(options)
    expect(new Set(keys).size).toBe(2)
  })

  it('for each intent its own', async () => {
    const { keys, options } = order([offline, offline])
    await page().press(options, 'tea')
    await page().press(options, 'rice')
    expect(kept()).toHaveLength(2)
    expect(new Set(keys).size).toBe(2)
  })

  it('for one user, and not after he has gone', async () => {
    const { keys, options } = order([offline, offline, offline])
    const session = createSession({ load: async () => null })
    session.signedIn({ id: 'ada', user: {} })
    await page(session).press(options)
    session.end('signed-out')
    expect(kept()).toEqual([])
    session.signedIn({ id: 'bob', user: {} })
    await page(session).press(options)
    // The same tab, and somebody who signed in elsewhere.
    const other = createSession({ load: async () => null })
    other.signedIn({ id: 'eve', user: {} })
    await page(other).press(options)
    expect(new Set(keys).size).toBe(3)
  })

  it('and nobody joins what another user has under way', async () => {
    const { keys, options } = order([() => new Promise(() => {})])
    const session = createSession({ load: async () => null })
    session.signedIn({ id: 'ada', user: {} })
    const { press } = page(session)
    void press(options)
    void press(options)
    await vi.waitFor(() => expect(keys).toHaveLength(1))
    session.end('signed-out')
    session.signedIn({ id: 'ada', user: {} })
    expect(await press(options)).toBe('placed')
    expect(new Set(keys).size).toBe(2)
  })

  it('also of an order that was put off while the tab was offline, and taken up by the next page', async () => {
    const { keys, options } = order([])
    const [before, after] = [page(), page()]
    onTestFinished(() => onlineManager.setOnline(true))
    onlineManager.setOnline(false)
    void before.press(options)
    await vi.waitFor(() => expect(before.queryClient.isMutating()).toBe(1))
    after.queryClient.setMutationDefaults(['order'], options as object)
    hydrate(after.queryClient, dehydrate(before.queryClient))
    onlineManager.setOnline(true)
    await Promise.all([after.queryClient.resumePausedMutations(), after.press(options)])
    expect(keys).toHaveLength(1)
  })
})

describe('a tab that keeps nothing', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError')
  }

  it.each<[string, () => void]>([
    ['is full', () => vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)],
    ['may not be read', () => vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)],
    ['may not even be asked', () => void vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(refuse)],
    ['holds what is no key', () => sessionStorage.setItem('react-remedy.key  order tea', 'a\r\nb: c')],
  ])('because it %s still sends one key as long as the page lives', async (_, forbid) => {
    forbid()
    const { keys, options } = order([offline])
    const { press } = page()
    await press(options)
    expect(await press(options)).toBe('placed')
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0]])
  })

  it('is forgotten without a word', () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(refuse)
    expect(() => createIntents().clear()).not.toThrow()
  })
})

describe('intents', () => {
  it('that say nothing because they throw leave a call as it is, and the developer hears of it', async () => {
    expectConsole('warn', /a cache listener threw/)
    const { keys, options } = order([])
    const broken = { ...options, ...apiMutationOptions({ ...options, intent: () => refuseToSay() }) }
    expect(await page().press(broken)).toBe('placed')
    expect(keys).toHaveLength(1)
  })

  it('whose key nothing carries are told of, once', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { press } = page()
    const keyless = apiMutationOptions({ mutationFn: async (what: string) => what, intent: (what) => what })
    await Promise.all([press(keyless, 'tea'), press(keyless, 'tea'), press(keyless, 'rice')])
    expect(said.mock.calls).toEqual([[expect.stringContaining('nothing that it sent has its key')]])
  })

  it('leave alone what is under way for another call of the same name', () => {
    const intents: Intents = createIntents()
    const [first, second] = [{}, {}] as never[]
    if (first === undefined || second === undefined) return
    expect(intents.begin('a', first)).toBeUndefined()
    expect(intents.begin('a', second)).toBe(first)
    const key = intents.keyOf('a', undefined)
    intents.end('a', second, true)
    expect(intents.begin('a', second)).toBe(first)
    expect(intents.keyOf('a', undefined)).toBe(key)
    intents.end('a', first, true)
    expect(intents.begin('a', second)).toBeUndefined()
    expect(intents.keyOf('a', undefined)).not.toBe(key)
  })
})

function refuseToSay(): string {
  throw new Error('which order?')
}
