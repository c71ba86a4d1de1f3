import { MutationObserver, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import type { RemedyClient } from '../../src/index.ts'
import { createApp, fail, pass, problem } from '../4-act/app.ts'

type App = ReturnType<typeof createApp>

const ignore = () => {}
const network = () => Promise.reject(new TypeError('Failed to fetch'))
const server = () => fail('INTERNAL_ERROR', 500)

/** Looks at a query that fails, unless told otherwise. */
function watch({ queryClient }: App, key: string, options: object = {}) {
  const given = { queryKey: [key], queryFn: server, retry: false, ...options }
  const observer = new QueryObserver(queryClient, given)
  observer.subscribe(ignore)
  return observer
}

/** One hook of a mutation. */
function hook({ queryClient }: App, mutationFn: (variables: unknown) => Promise<unknown>) {
  const observer = new MutationObserver<unknown, Error, unknown>(queryClient, { mutationFn })
  observer.subscribe(ignore)
  return (variables?: unknown) => void observer.mutate(variables).catch(ignore)
}

/** Everything that is said from now on, by code. */
function listen({ store }: RemedyClient): string[] {
  const said: string[] = []
  store.subscribe((now, before) => {
    for (const channel of ['polite', 'assertive'] as const) {
      const next = now[channel]
      if (next !== undefined && next !== before[channel])
        said.push(`${channel} ${next.of === 'text' ? next.key : next.incident.problem.code}`)
    }
  })
  return said
}

describe('one cause is one incident', () => {
  it('two uploads are two, also through one hook', async () => {
    const app = createApp()
    const upload = hook(app, server)
    upload(new Blob(['a']))
    upload(new Blob(['b']))
    await pass()
    expect(app.shown()).toEqual(['INTERNAL_ERROR toast 1', 'INTERNAL_ERROR toast 1'])
  })

  it('one dead origin is one, whatever failed; two origins are two', async () => {
    const app = createApp()
    const to = (origin: string) => () =>
      fail('HTTP_503', 503, { request: { method: 'GET', url: `${origin}/${Math.random()}` } })
    for (let index = 0; index < 10; index++) watch(app, `a${index}`, { queryFn: to('https://one.example') })
    watch(app, 'b', { queryFn: to('https://two.example') })
    await pass()
    expect(app.shown()).toEqual(['HTTP_503 toast 10', 'HTTP_503 toast 1'])
  })

  it('a thousand failing queries are one, said once, in a few writes of the store', async () => {
    const app = createApp()
    const said = listen(app.client)
    let writes = 0
    app.client.store.subscribe(() => void writes++)
    for (let index = 0; index < 1000; index++) watch(app, `${index}`, { queryFn: network })
    await pass()
    expect(app.shown()).toEqual(['NETWORK toast 1000'])
    expect(said).toEqual(['polite NETWORK'])
    expect(writes).toBeLessThanOrEqual(5)
  })

  it('the same call, made again and failed again, is one: trying again sends it once', async () => {
    const app = createApp()
    const sent = vi.fn(server)
    const save = hook(app, sent)
    save({ name: 'Ada' })
    await pass()
    save({ name: 'Ada' })
    await pass()
    expect(app.shown()).toEqual(['INTERNAL_ERROR toast 1'])
    await app.client.act(app.incidents()[0]?.id ?? '', 'retry')
    await pass()
    expect(sent).toHaveBeenCalledTimes(3)
  })

  it('a query that fails in another way than before has one problem, not two', async () => {
    const app = createApp()
    let now: () => Promise<never> = network
    const query = watch(app, 'a', { queryFn: () => now() })
    await pass()
    expect(app.shown()).toEqual(['NETWORK toast 1'])
    now = server
    void query.refetch()
    await pass()
    expect(app.shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })

  it('is shown as long as one of its failures is to be shown, whatever the others say', async () => {
    const app = createApp()
    watch(app, 'a', { queryFn: network })
    await pass()
    watch(app, 'b', { queryFn: network, meta: { remedy: { show: 'none' } } })
    await pass()
    expect(app.shown()).toEqual(['NETWORK toast 1'])
  })
})

describe('an incident stays until it is over', () => {
  it('a refetch in progress closes nothing, and one that fails again does not make it blink', async () => {
    const app = createApp()
    const query = watch(app, 'a', { queryFn: () => new Promise((_, no) => setTimeout(no, 300, new Error())) })
    await pass()
    const [first] = app.incidents()
    const counts: number[] = []
    app.client.store.subscribe(({ incidents }) => counts.push(incidents.length))
    void query.refetch()
    await pass(200)
    expect(app.incidents()[0]?.id).toBe(first?.id)
    await pass()
    expect(app.incidents()[0]?.id).toBe(first?.id)
    expect(new Set(counts)).toEqual(new Set([1]))
    expect(app.incidents()[0]?.count).toBe(1)
  })

  it('success of the same key closes it, once all have recovered', async () => {
    const app = createApp()
    let good = false
    for (const key of ['a', 'b']) watch(app, key, { queryFn: () => (good ? 'fine' : network()) })
    await pass()
    good = true
    await app.queryClient.refetchQueries({ queryKey: ['a'] })
    await pass()
    expect(app.shown()).toEqual(['NETWORK toast 1'])
    await app.queryClient.refetchQueries({ queryKey: ['b'] })
    await pass()
    expect(app.shown()).toEqual([])
  })

  it('so does removal, and so does its user', async () => {
    const app = createApp()
    watch(app, 'a')
    watch(app, 'b')
    await pass()
    app.queryClient.removeQueries({ queryKey: ['a'] })
    await pass()
    expect(app.shown()).toEqual(['INTERNAL_ERROR toast 1'])
    app.client.dismiss(app.incidents()[0]?.id ?? '')
    expect(app.shown()).toEqual([])
  })
})

describe('an incident is announced', () => {
  it('once, however often its failures repeat by themselves', async () => {
    const app = createApp()
    const said = listen(app.client)
    const query = watch(app, 'a')
    for (let turn = 0; turn < 3; turn++) {
      await pass()
      void query.refetch()
    }
    await pass()
    expect(said).toEqual(['polite INTERNAL_ERROR'])
  })

  it('again after its user tried again, by its button or by their own', async () => {
    const app = createApp()
    const said = listen(app.client)
    const save = hook(app, server)
    save(1)
    await pass()
    await app.client.act(app.incidents()[0]?.id ?? '', 'retry')
    await pass()
    expect(said).toHaveLength(2)
    save(1)
    await pass()
    expect(said).toEqual(Array(3).fill('assertive INTERNAL_ERROR'))
  })

  it('once for calls that were all under way when it was', async () => {
    const app = createApp()
    const said = listen(app.client)
    for (let index = 1; index <= 5; index++)
      hook(app, () => new Promise((_, no) => setTimeout(no, index * 200, new TypeError('Failed to fetch'))))(index)
    await pass(3000)
    expect(app.shown()).toEqual(['NETWORK toast 5'])
    expect(said).toEqual(['assertive NETWORK'])
  })

  it('again as a new one, after it was dismissed', async () => {
    const app = createApp()
    const said = listen(app.client)
    const query = watch(app, 'a')
    await pass()
    app.client.dismiss(app.incidents()[0]?.id ?? '')
    void query.refetch()
    await pass()
    expect(said).toHaveLength(2)
  })

  it('by the form whose fields it marks, else by us: also when the form is gone before it could be read', async () => {
    const app = createApp()
    const said = listen(app.client)
    const { claims, runtime } = app.client.parts
    let thrown: unknown
    const observer = new MutationObserver(app.queryClient, { mutationFn: server })
    observer.subscribe(ignore)
    let release = ignore
    observer.mutate().catch((error: unknown) => {
      thrown = error
      release = claims.hold(thrown, 'fields', {})
    })
    await pass(300)
    expect(runtime.store.getState().incidents[0]?.shown).toBe('claimed')
    expect(said).toEqual([])
    release()
    await pass()
    expect(app.shown()).toEqual(['INTERNAL_ERROR toast 1'])
    expect(said).toEqual(['assertive INTERNAL_ERROR'])
  })

  it('a user who sends again before the clock has looked at it is not told of what was shown in place', async () => {
    const app = createApp()
    const { claims } = app.client.parts
    let turn = 0
    const send = hook(app, () => Promise.reject(problem('PROFILE_PAYLOAD_INVALID', 422, { data: { turn: turn++ } })))
    let release = () => {}
    const stop = app.queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error' && turn === 1)
        release = claims.hold(event.action.error, 'fields', {})
    })
    send('')
    await pass(10)
    send('Ada')
    release()
    stop()
    await pass()
    expect(app.incidents().map((incident) => incident.problem.data)).toEqual([{ turn: 1 }])
  })

  it('a part that is gone before the clock has looked at what it showed leaves it to the others', async () => {
    const app = createApp()
    const thrown = problem('PROFILE_PAYLOAD_INVALID', 422)
    hook(app, () => Promise.reject(thrown))()
    const release = app.client.parts.claims.hold(thrown, 'fields', {})
    await pass(10)
    release()
    await pass()
    expect(app.shown()).toEqual(['PROFILE_PAYLOAD_INVALID fields 1'])
  })
})

describe('what fails in the background, over data', () => {
  const after = (first: unknown, then: () => unknown) => {
    let reads = 0
    return () => (reads++ === 0 ? first : then())
  }

  it.each([
    ['a server that stumbles', server],
    ['a network that is gone', network],
  ])('is not shown where trying again can help: %s', async (_, failing) => {
    const onReport = vi.fn()
    const app = createApp({ onReport })
    const query = watch(app, 'a', { queryFn: after('data', failing) })
    await pass()
    void query.refetch()
    await pass()
    expect(app.shown()).toEqual([])
    expect(query.getCurrentResult().data).toBe('data')
    expect(onReport).toHaveBeenCalledTimes(1)
  })

  it('is shown where it cannot, and what runs by itself runs in either case', async () => {
    const app = createApp()
    const refreshHistory = vi.fn()
    app.client.parts.runtime.actions = { refreshHistory }
    const gone = () => fail('AGENT_SESSION_NOT_FOUND', 404)
    const query = watch(app, 'a', { queryFn: after('data', gone) })
    await pass()
    void query.refetch()
    await pass()
    expect(app.shown()).toEqual(['AGENT_SESSION_NOT_FOUND toast 1'])
    expect(refreshHistory).toHaveBeenCalledTimes(1)
  })

  it('of a query that nobody looks at is reported and not shown', async () => {
    const onReport = vi.fn()
    const app = createApp({ onReport })
    await app.queryClient.prefetchQuery({ queryKey: ['a'], queryFn: server, retry: false })
    await pass()
    expect(app.shown()).toEqual([])
    expect(onReport).toHaveBeenCalledTimes(1)
  })
})

describe('what puts itself right at once', () => {
  it('stays to be read', async () => {
    const app = createApp()
    let good = false
    app.client.parts.runtime.actions = {
      async refreshHistory() {
        good = true
        await app.queryClient.refetchQueries({ queryKey: ['a'] })
      },
    }
    watch(app, 'a', { queryFn: () => (good ? 'fine' : fail('AGENT_SESSION_NOT_FOUND', 404)) })
    await pass()
    expect(app.shown()).toEqual(['AGENT_SESSION_NOT_FOUND toast 1'])
    await pass(10_000)
    expect(app.shown()).toEqual([])
  })
})
