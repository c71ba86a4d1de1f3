// @vitest-environment node
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { classify, defineContract, readProblem } from '../../../src/core.ts'
import { anyBackend } from '../../../src/contracts/any/index.ts'
import { attach } from '../../../src/4-act/pipeline.ts'
import { apiQueryOptions, createRemedyClient, createSession, type SessionOptions } from '../../../src/index.ts'
import { backend, failureOf, onlyFor, succeed } from '../backend.ts'

interface User {
  readonly token: string
}

const who = (token: string, id = 'ada') => ({ id, user: { token } })

function sessionWith(options: Partial<SessionOptions<User>> = {}) {
  const session = createSession<User>({ load: async () => null, ...options })
  session.signedIn(who('old'))
  return session
}

describe('the wait for a refresh', () => {
  it.each(['client.fetch', 'a hook'])(
    'takes no longer than the patience of %s, whatever the app’s function does',
    async (by) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
      onTestFinished(() => void vi.useRealTimers())
      vi.stubGlobal('fetch', async () =>
        Response.json(
          { code: 'AUTH_UNAUTHORIZED' },
          { status: 401, headers: { 'content-type': 'application/problem+json' } },
        ),
      )
      const shop = defineContract({
        name: 'shop',
        dialects: [(body) => ({ code: String((body as { code: unknown }).code) })],
        identity: 'code',
        catalogue: { AUTH_UNAUTHORIZED: { status: 401, session: 'refresh' } },
      })
      const signals: AbortSignal[] = []
      const session = sessionWith({ refresh: (signal) => (signals.push(signal), new Promise(() => {})) })
      const client = createRemedyClient({ contracts: [shop], session })
      const queryClient = new QueryClient()
      attach(queryClient, client.parts.runtime)
      const api = client.fetch(shop)
      const call =
        by === 'a hook'
          ? queryClient.fetchQuery({
              ...apiQueryOptions({ queryKey: ['a'], queryFn: () => api('http://shop.example/a') }),
              retry: false,
            })
          : api('http://shop.example/a')
      const failure = failureOf(call)
      await vi.advanceTimersByTimeAsync(11_900)
      expect(session.getState()).toMatchObject({ status: 'refreshing', reason: 'refresh-asked' })
      await vi.advanceTimersByTimeAsync(200)
      expect(await failure).toMatchObject({ kind: 'timeout' })
      expect(session.getState().status).toBe('refreshing')
      // The refresh itself is bounded as well, and nothing came of it.
      await vi.advanceTimersByTimeAsync(20_000)
      expect(session.getState()).toMatchObject({ status: 'active', reason: 'refresh-failed', id: 'ada' })
      expect(signals).toMatchObject([{ aborted: true }])
    },
  )

  it('is as long as the call says', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }))
    const shop = defineContract({
      name: 'shop',
      dialects: [],
      identity: 'status',
      catalogue: { HTTP_401: { session: 'refresh' } },
    })
    const session = sessionWith({ refresh: () => new Promise(() => {}) })
    const api = createRemedyClient({ contracts: [shop], session }).fetch(shop, { patience: 3000 })
    const failure = failureOf(api('http://shop.example/a'))
    await vi.advanceTimersByTimeAsync(3001)
    expect(await failure).toMatchObject({ kind: 'timeout' })
    await vi.advanceTimersByTimeAsync(30_000)
  })

  it('leaves nothing that fires after it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const session = sessionWith({ refresh: async () => who('new') })
    await session.refresh(() => false)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('why a session is in its state can be read', () => {
  it('at every change', async () => {
    const answers: (() => Promise<ReturnType<typeof who>>)[] = [
      async () => who('new'),
      () => Promise.reject(new Error('offline')),
    ]
    const session = createSession<User>({
      load: async () => who('old'),
      refresh: () => answers.shift()?.() ?? Promise.reject(new Error()),
    })
    const seen: string[] = []
    session.subscribe(({ status, reason }) => seen.push(`${status}: ${reason}`))
    await session.load()
    await session.refresh(() => true)
    await session.refresh(() => true)
    session.expire('expired-by-code')
    session.signedIn(who('newer'))
    session.end('ended-by-code')
    session.signedIn(who('newest'))
    session.end('signed-out')
    expect(seen).toEqual([
      'active: loaded',
      'refreshing: refresh-asked',
      'active: refreshed',
      'refreshing: refresh-asked',
      'active: refresh-failed',
      'expired: expired-by-code',
      'active: signed-in',
      'ended: ended-by-code',
      'active: signed-in',
      'ended: signed-out',
    ])
  })
})

describe('the end of one user by another', () => {
  it('is told to the app, that has what the library cannot reach', () => {
    const onEnd = vi.fn()
    const session = sessionWith({ onEnd })
    session.signedIn(who('newer'))
    expect(onEnd).not.toHaveBeenCalled()
    session.signedIn(who('hers', 'grace'))
    expect(onEnd.mock.calls).toEqual([['another-user']])
  })
})

describe('what a challenge says', () => {
  const answer = (status: number, challenge: string | undefined, body: BodyInit | null = null) =>
    new Response(body, { status, headers: challenge === undefined ? {} : { 'www-authenticate': challenge } })

  it.each<[string, number, string | undefined, string | undefined]>([
    ['nothing but its scheme', 401, 'Bearer', 'refresh'],
    [
      'that the token is invalid',
      401,
      'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
      'refresh',
    ],
    ['that a scope is missing', 403, 'Bearer error="insufficient_scope", scope="a b"', undefined],
    ['that a scope is missing, though with 401', 401, 'Bearer error="insufficient_scope", scope="a b"', undefined],
    [
      'that another level is wanted',
      401,
      'Bearer error="insufficient_user_authentication", acr_values="myACR"',
      'step-up',
    ],
    [
      'that a younger sign-in is wanted, quoted',
      401,
      'Bearer error="insufficient_user_authentication", max_age="5"',
      'step-up',
    ],
    ['that a younger sign-in is wanted', 401, 'Bearer error="insufficient_user_authentication", max_age=5', 'step-up'],
    ['it after another one', 401, 'Basic realm="x", Bearer ERROR="insufficient_user_authentication"', 'step-up'],
    ['nothing at all', 401, undefined, 'refresh'],
    ['that the request is wrong', 400, 'Bearer error="invalid_request"', undefined],
    ['the name of something inherited', 401, 'Bearer constructor="insufficient_scope"', 'refresh'],
  ])('decides: %s', async (_, status, challenge, move) => {
    const problem = await readProblem(answer(status, challenge), anyBackend)
    if (problem === null) throw new Error('this response is no problem')
    expect(classify(problem, anyBackend).session).toBe(move)
  })

  it('is told by a GraphQL answer of 200 as well', async () => {
    const body = JSON.stringify({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }], data: null })
    const response = new Response(body, { headers: { 'content-type': 'application/json' } })
    const problem = await readProblem(response, anyBackend)
    if (problem === null) throw new Error('this response is no problem')
    expect(classify(problem, anyBackend).session).toBe('refresh')
  })

  it('moves nothing of an app that stated no such remedy', async () => {
    const silent = defineContract({ name: 'silent', dialects: [], identity: 'status', catalogue: {} })
    const problem = await readProblem(answer(401, 'Bearer error="invalid_token"'), silent)
    if (problem === null) throw new Error('this response is no problem')
    expect(classify(problem, silent).session).toBeUndefined()
  })
})

describe('credentials in a header of the app’s own', () => {
  async function start() {
    const there = await backend((response) => succeed(response))
    const here = await backend((response, { path }) => {
      if (path === '/moved') response.writeHead(307, { location: '/here' }).end()
      else if (path === '/away') response.writeHead(307, { location: there.url }).end()
      else succeed(response)
    })
    const session = createSession<User>({
      load: async () => null,
      authorize(request, { token }) {
        request.headers.set('x-api-key', token)
        return request
      },
    })
    session.signedIn(who('secret'))
    const client = createRemedyClient({ contracts: [here.contract], session })
    return { there, here, api: client.fetch(here.contract) }
  }

  it.each(['GET', 'POST'])('never follow a redirect to another origin: %s', async (method) => {
    const { there, here, api } = await start()
    expect(await failureOf(api(`${here.url}/away`, { method }))).toMatchObject({ name: 'Problem' })
    expect(here.arrived[0]?.headers['x-api-key']).toBe('secret')
    expect(there.arrived).toEqual([])
  })

  it('of the page’s own origin follow one that stays there', async () => {
    const { there, here, api } = await start()
    vi.stubGlobal('location', new URL(`${here.url}/page`))
    expect((await api(`${here.url}/moved`)).ok).toBe(true)
    expect(here.arrived.map(({ path, headers }) => [path, headers['x-api-key']])).toEqual([
      ['/moved', 'secret'],
      ['/here', 'secret'],
    ])
    expect(await failureOf(api(`${here.url}/away`))).toMatchObject({ name: 'Problem' })
    expect(there.arrived).toEqual([])
  })
})

describe('the refresh of a plain hook', () => {
  it('sends it again, and once', async () => {
    const refresh = vi.fn(async () => who('new'))
    const session = sessionWith({ refresh })
    const { url, contract, arrived } = await backend(onlyFor(() => 'new'))
    const client = createRemedyClient({ contracts: [contract], session })
    const queryClient = new QueryClient()
    attach(queryClient, client.parts.runtime)
    const read = async () => {
      const response = await fetch(url, { headers: { authorization: `Bearer ${session.getState().user?.token}` } })
      if (!response.ok) throw response
      return response.text()
    }
    const query = new QueryObserver(queryClient, { queryKey: ['a'], queryFn: read, retry: false })
    onTestFinished(query.subscribe(() => {}))
    await vi.waitFor(() => expect(query.getCurrentResult().data).toBe('"fine"'), { timeout: 10_000 })
    expect(arrived).toHaveLength(2)
    expect(refresh).toHaveBeenCalledTimes(1)
  })
})
