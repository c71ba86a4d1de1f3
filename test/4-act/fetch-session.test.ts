// @vitest-environment node
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { defineContract } from '../../src/core.ts'
import { apiMutationOptions, createRemedyClient, createSession, type SessionOptions } from '../../src/index.ts'
import { backend, eventually, failureOf, onlyFor, refuse, succeed, type Answer } from './backend.ts'

interface User {
  readonly token: string
}

const who = (token: string, id = '1') => ({ id, user: { token } })

/** A backend, a client whose session puts a token on requests, and its fetch. */
async function start(answer: Answer, options: Partial<SessionOptions<User>> = {}) {
  const served = await backend(answer)
  const session = createSession<User>({
    load: async () => null,
    authorize(request, { token }) {
      request.headers.set('authorization', `Bearer ${token}`)
      return request
    },
    ...options,
  })
  session.signedIn(who('old'))
  const client = createRemedyClient({ contracts: [served.contract], session })
  return { ...served, session, client, api: client.fetch(served.contract) }
}

describe('credentials', () => {
  it('go to the URLs of the contract, and to no others', async () => {
    const other = await backend((response) => succeed(response))
    const { api, url, arrived } = await start((response) => succeed(response))
    await api(`${url}/points`)
    await api(`${other.url}/points`)
    expect(arrived[0]?.token).toBe('old')
    expect(other.arrived[0]?.token).toBeUndefined()
  })

  it('of a contract without match go to the origin of the page alone', async () => {
    const here = await backend((response) => succeed(response))
    const there = await backend((response) => succeed(response))
    const { client } = await start(() => {})
    const anywhere = defineContract({ name: 'anywhere', dialects: [], identity: 'status', catalogue: {} })
    await client.fetch(anywhere)(here.url)
    vi.stubGlobal('location', new URL(here.url))
    await client.fetch(anywhere)(here.url)
    await client.fetch(anywhere)(there.url)
    expect(here.arrived.map(({ token }) => token)).toEqual([undefined, 'old'])
    expect(there.arrived[0]?.token).toBeUndefined()
  })

  it('do not follow a redirect to another origin', async () => {
    const other = await backend((response) => succeed(response))
    const { api, url } = await start((response) => {
      response.writeHead(302, { location: other.url })
      response.end()
    })
    await api(url)
    expect(other.arrived).toHaveLength(1)
    expect(other.arrived[0]?.token).toBeUndefined()
  })

  it('that cannot be put on are no network failure', async () => {
    const bug = new TypeError('tokens.get is not a function')
    const { api, url, arrived } = await start((response) => succeed(response), {
      authorize: () => {
        throw bug
      },
    })
    expect(await failureOf(api(url))).toMatchObject({ kind: 'unknown', cause: bug })
    expect(arrived).toHaveLength(0)
  })
})

describe('a refused request', () => {
  it.each([
    ['text', () => JSON.stringify({ question: 'why' })],
    ['a form', () => new URLSearchParams({ question: 'why' })],
    ['bytes', () => new TextEncoder().encode('question why')],
    ['a blob', () => new Blob(['question why'])],
  ])('is sent again once under fresh credentials, its body of %s intact', async (_, body) => {
    const refresh = vi.fn(async () => who('new'))
    const { api, url, arrived } = await start(
      onlyFor(() => 'new'),
      { refresh },
    )
    const response = await api(url, { method: 'POST', body: body() as BodyInit })
    expect(response.ok).toBe(true)
    expect(arrived.map((one) => one.token)).toEqual(['old', 'new'])
    expect(arrived[0]?.body).not.toBe('')
    expect(arrived[1]?.body).toBe(arrived[0]?.body)
    expect(refresh).toHaveBeenCalledTimes(1)
  })

  it('is not sent a third time: refused under fresh credentials, the failure is handed on', async () => {
    const refresh = vi.fn(async () => who('new'))
    const { api, url, arrived } = await start((response) => refuse(response, 'AUTH_UNAUTHORIZED', 401), { refresh })
    expect(await failureOf(api(url))).toMatchObject({ code: 'AUTH_UNAUTHORIZED' })
    expect(arrived).toHaveLength(2)
    expect(refresh).toHaveBeenCalledTimes(1)
  })

  it('shares one refresh with nineteen others', async () => {
    const refresh = vi.fn(async () => who('new'))
    const { api, url, arrived } = await start(
      onlyFor(() => 'new'),
      { refresh },
    )
    const responses = await Promise.all(Array.from({ length: 20 }, (_, index) => api(`${url}/${index}`)))
    expect(responses.every(({ ok }) => ok)).toBe(true)
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(arrived).toHaveLength(40)
  })

  it('late, for credentials that were replaced meanwhile, is sent again without another refresh', async () => {
    const refresh = vi.fn(async () => who('new'))
    let late: () => void = () => {}
    const { api, url, arrived } = await start(
      (response, request, turn) => {
        const answer = () => onlyFor(() => 'new')(response, request, turn)
        if (request.path === '/slow' && request.token === 'old') late = answer
        else answer()
      },
      { refresh },
    )
    const slow = api(`${url}/slow`)
    await eventually(() => expect(arrived).toHaveLength(1))
    await api(`${url}/quick`)
    late()
    expect((await slow).ok).toBe(true)
    expect(refresh).toHaveBeenCalledTimes(1)
  })
})

describe('an answer that ends the session', () => {
  const ends = 'AUTH_REFRESH_TOKEN_INVALID'

  it('does so outside the hooks too, with one notice for all of them', async () => {
    const { url, api, client, session } = await start((response) => refuse(response, ends, 401))
    const failures = await Promise.all(Array.from({ length: 5 }, () => failureOf(api(url))))
    expect(failures).toContainEqual(expect.objectContaining({ code: ends }))
    expect(session.getState()).toMatchObject({ status: 'ended', reason: 'ended-by-code' })
    await eventually(() => expect(client.store.getState().incidents).toMatchObject([{ count: 1 }]))
  })

  it.each([
    { code: ends, sent: 'at once', first: () => undefined },
    { code: ends, sent: 'after a wait', first: () => Promise.resolve() },
    { code: 'AUTH_UNAUTHORIZED', sent: 'at once', first: () => undefined },
    { code: 'AUTH_UNAUTHORIZED', sent: 'after a wait', first: () => Promise.resolve() },
  ])('is what its mutation rejects with: $code, asked for $sent', async ({ code, first }) => {
    const { url, api, client, session } = await start((response) => refuse(response, code, 401))
    const queryClient = new QueryClient()
    attach(queryClient, client.parts.runtime)
    const mutationFn = async () => {
      const wait = first()
      if (wait !== undefined) await wait
      return api(url, { method: 'POST' })
    }
    const mutation = queryClient.getMutationCache().build(queryClient, apiMutationOptions({ mutationFn }))
    expect(await failureOf(mutation.execute(undefined))).toMatchObject({ code, status: 401 })
    expect(session.getState().status).toBe('ended')
    await eventually(() => expect(client.store.getState().incidents).toMatchObject([{ count: 1, problem: { code } }]))
  })

  it('does nothing to who was not signed in: that is how the app finds out', async () => {
    const { url, contract } = await backend((response) => refuse(response, ends, 401))
    const load = async (): Promise<null> => failureOf(client.fetch(contract)(url)).then(() => null)
    const session = createSession<User>({ load })
    const client = createRemedyClient({ contracts: [contract], session })
    await session.load()
    expect(session.getState().status).toBe('anonymous')
  })

  it('does nothing when it is late, for credentials that were replaced meanwhile: they are tried', async () => {
    let late: () => void = () => {}
    const { url, api, session, arrived } = await start((response, { token }) => {
      if (token === 'old') late = () => refuse(response, ends, 401)
      else succeed(response)
    })
    const slow = api(url)
    await eventually(() => expect(arrived).toHaveLength(1))
    session.signedIn(who('new'))
    late()
    expect((await slow).ok).toBe(true)
    expect(session.getState()).toMatchObject({ status: 'active', user: { token: 'new' } })
  })
})

describe('the refresh', () => {
  it('is not waited for by its own request', async () => {
    const { url, api, client, contract, session, arrived } = await start(
      (response, { path }) =>
        path === '/refresh' ? refuse(response, 'AUTH_UNAUTHORIZED', 401) : refuse(response, 'AUTH_UNAUTHORIZED', 401),
      {
        refresh: async (signal) => {
          await Promise.resolve()
          await client.fetch(contract)(`${url}/refresh`, { signal })
          return who('new')
        },
      },
    )
    expect(await failureOf(api(url))).toMatchObject({ code: 'AUTH_UNAUTHORIZED' })
    expect(session.getState()).toMatchObject({ status: 'ended', reason: 'refused' })
    expect(arrived).toHaveLength(2)
  })

  it('is not waited for by a request that it sends at once, even without its signal', async () => {
    const { url, api, client, contract, session } = await start(
      (response) => refuse(response, 'AUTH_REFRESH_TOKEN_INVALID', 401),
      {
        refresh: () =>
          client
            .fetch(contract)(`${url}/refresh`)
            .then(() => who('new')),
      },
    )
    const unauthorized = await failureOf(api(url))
    expect(unauthorized).toMatchObject({ code: 'AUTH_REFRESH_TOKEN_INVALID' })
    session.signedIn(who('old'))
    expect((await session.refresh(() => false)).outcome).toBe('refused')
  })

  it.each([
    ['a dropped connection', 'NETWORK', (response: Parameters<Answer>[0]) => void response.destroy()],
    ['a 503', 'X', (response: Parameters<Answer>[0]) => refuse(response, 'X', 503)],
    ['a 429', 'X', (response: Parameters<Answer>[0]) => refuse(response, 'X', 429)],
  ])('that fails by %s keeps the session, and is what failed', async (_, code, fail) => {
    const { url, api, client, contract, session } = await start(
      (response, { path }) => (path === '/refresh' ? fail(response) : refuse(response, 'AUTH_UNAUTHORIZED', 401)),
      {
        refresh: (signal) =>
          client
            .fetch(contract)(`${url}/refresh`, { signal })
            .then(() => who('new')),
      },
    )
    expect(await failureOf(api(`${url}/points`))).toMatchObject({ code })
    expect(session.getState()).toMatchObject({ status: 'active', user: { token: 'old' } })
  })

  it('of a user who has gone meanwhile does nothing to the one who came', async () => {
    let finish: (thrown: Error) => void = () => {}
    const { url, api, session } = await start((response) => refuse(response, 'AUTH_UNAUTHORIZED', 401), {
      refresh: () => new Promise((_, reject) => (finish = reject)),
    })
    const failure = failureOf(api(url))
    await eventually(() => expect(session.getState().status).toBe('refreshing'))
    session.end('signed-out')
    session.signedIn(who('hers', '2'))
    finish(new Error('refused'))
    await failure
    expect(session.getState()).toMatchObject({ status: 'active', id: '2' })
  })

  it('is not asked for where there is none: the session ends', async () => {
    const { url, api, session, arrived } = await start((response) => refuse(response, 'AUTH_UNAUTHORIZED', 401))
    expect(await failureOf(api(url))).toMatchObject({ code: 'AUTH_UNAUTHORIZED' })
    expect(session.getState()).toMatchObject({ status: 'ended', reason: 'no-refresh', user: undefined })
    expect(arrived).toHaveLength(1)
  })
})

describe('the end of a user', () => {
  it('aborts what is in the air, and what waits to be sent again', async () => {
    const { url, client, contract, session, arrived } = await start((response, { path }) => {
      if (path === '/waits') refuse(response, 'X', 503, { 'retry-after': '1' })
    })
    const api = client.fetch(contract, { retry: true })
    const failures = [failureOf(api(`${url}/hangs`)), failureOf(api(`${url}/waits`))]
    await eventually(() => expect(arrived).toHaveLength(2))
    setTimeout(() => session.end('signed-out'), 100)
    for (const thrown of await Promise.all(failures)) expect(thrown).toMatchObject({ name: 'AbortError' })
    expect(arrived).toHaveLength(2)
  })
})
