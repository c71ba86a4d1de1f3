// @vitest-environment node
import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { attach } from '../../../src/4-act/pipeline.ts'
import { offerSignIn } from '../../../src/4-act/session/parking.ts'
import { extendContract, isProblem } from '../../../src/core.ts'
import { apiMutationOptions, apiQueryOptions, createRemedyClient, createSession } from '../../../src/index.ts'
import type { SessionOptions } from '../../../src/index.ts'
import { hurry, pass } from '../hurry.ts'
import { backend, eventually, failureOf, refuse, succeed, type Answer } from '../backend.ts'

interface User {
  readonly token: string
}

const who = (token: string, id = 'ada') => ({ id, user: { token } })

/** Refuses every token but `new` with this code. */
const refuseOld =
  (code: string, headers: Record<string, string> = {}): Answer =>
  (response, { token }) =>
    token === 'new' ? succeed(response) : refuse(response, code, 401, headers)

/** An app whose user is signed in under old credentials, with a place to sign in again in the page, or none. */
async function start(
  answer: Answer,
  { inPage = true, ...options }: Partial<SessionOptions<User, string>> & { inPage?: boolean } = {},
) {
  const served = await backend(answer)
  const contract = extendContract(served.contract, {
    add: { IDLE: { status: 401, session: 'expire', offer: ['login'] }, OLD: { status: 401, session: 'step-up' } },
  })
  const session = createSession<User, string>({
    load: async () => null,
    authorize(request, { token }) {
      request.headers.set('authorization', `Bearer ${token}`)
      return request
    },
    ...options,
  })
  session.signedIn(who('old'))
  const client = createRemedyClient({ contracts: [contract], session })
  if (inPage) onTestFinished(offerSignIn(client.parts.runtime))
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  attach(queryClient, client.parts.runtime)
  const request = () => client.store.getState().signIn
  const asked = (why: string | undefined) => eventually(() => expect(request()?.why).toBe(why))
  const parking = () => client.parts.runtime.parking
  return { ...served, session, client, contract, queryClient, api: client.fetch(contract), request, asked, parking }
}

/** What became of a promise so far. */
function watch(promise: Promise<unknown>): { state: string } {
  const watched = { state: 'waiting' }
  promise.then(
    () => (watched.state = 'done'),
    (thrown: unknown) => (watched.state = isProblem(thrown) ? thrown.code : (thrown as Error).name),
  )
  return watched
}

describe('a request that was refused until its user signs in again', () => {
  it('waits, and is sent again by itself when it only reads', async () => {
    const { api, url, session, asked, arrived } = await start(refuseOld('IDLE'))
    const sent = [watch(api(`${url}/a`)), watch(api(`${url}/b`))]
    await eventually(() =>
      expect(session.getState()).toMatchObject({ status: 'expired', reason: 'expired-by-code', id: 'ada' }),
    )
    await eventually(() => expect(arrived).toHaveLength(2))
    await asked('expired')
    expect(sent.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    session.signedIn(who('new'))
    await eventually(() => expect(sent.map(({ state }) => state)).toEqual(['done', 'done']))
    await asked(undefined)
    expect(arrived).toHaveLength(4)
  })

  it.each([
    ['sent', true, 'done', 2],
    ['not sent, and nobody hears of a failure', false, 'AbortError', 1],
  ])('is asked about when it changes something, and then %s', async (_, answer, outcome, requests) => {
    const { api, url, session, asked, arrived, parking, request, client } = await start(refuseOld('IDLE'))
    const sent = watch(api(url, { method: 'POST', body: 'x' }))
    await asked('expired')
    session.signedIn(who('new'))
    await asked('send')
    expect(request()?.waiting).toBe(1)
    expect(arrived).toHaveLength(1)
    parking()?.answer(answer)
    await eventually(() => expect(sent.state).toBe(outcome))
    expect(arrived).toHaveLength(requests)
    await asked(undefined)
    expect(client.store.getState().incidents).toEqual([])
  })

  it('is dropped when somebody else signs in, whatever it is', async () => {
    const { api, url, session, asked, arrived } = await start(refuseOld('IDLE'))
    const sent = [watch(api(url)), watch(api(url, { method: 'POST' }))]
    await eventually(() => expect(arrived).toHaveLength(2))
    await asked('expired')
    session.signedIn(who('new', 'grace'))
    await eventually(() => expect(sent.map(({ state }) => state)).toEqual(['AbortError', 'AbortError']))
    expect(arrived).toHaveLength(2)
    await asked(undefined)
  })

  it('is dropped when the session ends, though it was to be asked about', async () => {
    const { api, url, session, asked } = await start(refuseOld('IDLE'))
    const sent = watch(api(url, { method: 'POST' }))
    await asked('expired')
    session.signedIn(who('new'))
    await asked('send')
    session.end('signed-out')
    await eventually(() => expect(sent.state).toBe('AbortError'))
    await asked(undefined)
  })

  it('is handed over when its user will not sign in now, and when there is no place for that', async () => {
    const { api, url, asked, parking, session } = await start(refuseOld('IDLE'))
    const sent = watch(api(url))
    await asked('expired')
    parking()?.leave()
    await eventually(() => expect(sent.state).toBe('IDLE'))
    await asked(undefined)
    expect(session.getState()).toMatchObject({ status: 'expired', id: 'ada' })
    const other = await start(refuseOld('IDLE'), { inPage: false })
    expect(await failureOf(other.api(other.url))).toMatchObject({ code: 'IDLE' })
  })

  it('can still be called off', async () => {
    const { api, url, asked, arrived, session } = await start(refuseOld('IDLE'))
    const controller = new AbortController()
    const sent = watch(api(url, { signal: controller.signal }))
    await asked('expired')
    controller.abort()
    await eventually(() => expect(sent.state).toBe('AbortError'))
    session.signedIn(who('new'))
    await asked(undefined)
    expect(arrived).toHaveLength(1)
  })

  it('is handed over when it is refused under the new credentials too', async () => {
    const { api, url, session, asked, arrived } = await start((response) => refuse(response, 'IDLE', 401))
    const sent = watch(api(url))
    await asked('expired')
    session.signedIn(who('new'))
    await eventually(() => expect(sent.state).toBe('IDLE'))
    expect(arrived).toHaveLength(2)
  })

  it('takes as long as its user does, also in a hook of another client', async () => {
    hurry()
    const { url, contract, session, asked, queryClient } = await start(refuseOld('IDLE'))
    const queryFn = async (): Promise<unknown> => {
      const authorization = `Bearer ${session.getState().user?.token}`
      const response = await fetch(url, { headers: { authorization } })
      return response.ok ? response.json() : Promise.reject(response)
    }
    const sent = watch(queryClient.fetchQuery(apiQueryOptions({ contract, queryKey: ['a'], queryFn })))
    await asked('expired')
    await pass(300_000)
    session.signedIn(who('new'))
    await eventually(() => expect(sent.state).toBe('done'))
  })

  it('does not ask for a refresh that could not help any more', async () => {
    const refresh = vi.fn(async () => who('new'))
    const { api, url, session, request } = await start(refuseOld('AUTH_UNAUTHORIZED'), { refresh })
    session.expire('expired-by-code')
    const sent = watch(api(url))
    await eventually(() => expect(request()?.waiting).toBe(1))
    session.signedIn(who('new'))
    await eventually(() => expect(sent.state).toBe('done'))
    expect(refresh).not.toHaveBeenCalled()
  })

  it('waits as well when it was the refresh that was refused with such a code', async () => {
    const answer: Answer = (response, request, turn) =>
      request.path === '/refresh'
        ? refuse(response, 'IDLE', 401)
        : refuseOld('AUTH_UNAUTHORIZED')(response, request, turn)
    const { api, url, client, contract, session, asked, arrived } = await start(answer, {
      refresh: async (signal) => {
        await client.fetch(contract)(`${url}/refresh`, { method: 'POST', signal })
        return who('new')
      },
    })
    const sent = Array.from({ length: 5 }, (_, index) => watch(api(`${url}/${index}`)))
    await asked('expired')
    await eventually(() => expect(client.store.getState().signIn?.waiting).toBe(5))
    session.signedIn(who('new'))
    await eventually(() => expect(sent.map(({ state }) => state)).toEqual(sent.map(() => 'done')))
    expect(arrived.filter(({ path }) => path === '/refresh')).toHaveLength(1)
  })
})

describe('what signs in', () => {
  it('does not wait for itself, and fails without moving the session', async () => {
    const { url, client, contract, session, asked } = await start((response) => refuse(response, 'IDLE', 401), {
      signIn: () =>
        client
          .fetch(contract)(`${url}/sign-in`, { method: 'POST' })
          .then(() => who('new')),
    })
    session.expire('expired-by-code')
    await asked('expired')
    expect(await failureOf(session.signIn('wrong'))).toMatchObject({ code: 'IDLE' })
    await asked('expired')
  })

  it('with a wrong password is no lost session, though the contract says so of its status', async () => {
    const refresh = vi.fn(async () => who('new'))
    const { url, client, contract, session, queryClient } = await start(
      (response) => refuse(response, 'AUTH_UNAUTHORIZED', 401),
      {
        refresh,
        signIn: () =>
          client
            .fetch(contract)(`${url}/sign-in`, { method: 'POST' })
            .then(() => who('new')),
      },
    )
    const form = new MutationObserver(
      queryClient,
      apiMutationOptions({ mutationFn: (word: string) => session.signIn(word) }),
    )
    expect(await failureOf(form.mutate('wrong'))).toMatchObject({ code: 'AUTH_UNAUTHORIZED' })
    expect(session.getState()).toMatchObject({ status: 'active', id: 'ada' })
    expect(refresh).not.toHaveBeenCalled()
  })
})

describe('a stronger sign-in', () => {
  const challenge = {
    'www-authenticate': 'Bearer error="insufficient_user_authentication", acr_values="phone", max_age=5',
  }

  it.each(['OLD', 'AUTH_UNAUTHORIZED', 'WHATEVER'])(
    'is asked for by the challenge, whatever %s says: no refresh, no end, and then what was asked for is done',
    async (code) => {
      const refresh = vi.fn(async () => who('old'))
      const { api, url, session, asked, arrived, request } = await start(refuseOld(code, challenge), { refresh })
      const sent = watch(api(url, { method: 'DELETE' }))
      await asked('step-up')
      expect(session.getState()).toMatchObject({ status: 'active', id: 'ada' })
      expect(request()?.challenge?.params).toMatchObject({ acr_values: 'phone', max_age: '5' })
      session.signedIn(who('new'))
      await eventually(() => expect(sent.state).toBe('done'))
      expect(arrived).toHaveLength(2)
      expect(refresh).not.toHaveBeenCalled()
    },
  )

  it('is not a refresh', async () => {
    const refresh = vi.fn(async () => who('new'))
    const { api, url, session, asked, request } = await start(refuseOld('OLD', challenge), { refresh })
    const sent = watch(api(url))
    await asked('step-up')
    await session.refresh(() => false)
    expect(sent.state).toBe('waiting')
    expect(request()?.why).toBe('step-up')
    session.signedIn(who('new'))
    await eventually(() => expect(sent.state).toBe('done'))
  })

  it('is asked for once: refused after it, the problem is handed over', async () => {
    const { api, url, session, asked, arrived } = await start((response) => refuse(response, 'OLD', 401, challenge))
    const sent = watch(api(url))
    await asked('step-up')
    session.signedIn(who('new'))
    await eventually(() => expect(sent.state).toBe('OLD'))
    expect(arrived).toHaveLength(2)
    expect(session.getState().status).toBe('active')
  })

  it('is a problem like any other where there is no place for it', async () => {
    const { api, url, session } = await start(refuseOld('AUTH_UNAUTHORIZED', challenge), { inPage: false })
    expect(await failureOf(api(url))).toMatchObject({ code: 'AUTH_UNAUTHORIZED' })
    expect(session.getState().status).toBe('active')
  })
})

describe('a missing scope', () => {
  it('is neither refreshed nor an end, though its code says so', async () => {
    const refresh = vi.fn(async () => who('new'))
    const { api, url, session } = await start(
      (response) =>
        refuse(response, 'AUTH_UNAUTHORIZED', 403, {
          'www-authenticate': 'Bearer error="insufficient_scope", scope="a b"',
        }),
      { refresh },
    )
    expect(await failureOf(api(url))).toMatchObject({ challenges: [{ params: { scope: 'a b' } }] })
    expect(refresh).not.toHaveBeenCalled()
    expect(session.getState().status).toBe('active')
  })
})

describe('in hooks', () => {
  it('a query waits and goes on, by whatever method it reads; a mutation asks', async () => {
    const { url, session, asked, queryClient, api, parking, request } = await start(refuseOld('IDLE'))
    const text = async (path: string, method: string) => (await api(`${url}${path}`, { method })).text()
    const query = new QueryObserver(
      queryClient,
      apiQueryOptions({ queryKey: ['graph'], queryFn: () => text('/graph', 'POST') }),
    )
    onTestFinished(query.subscribe(() => {}))
    const order = new MutationObserver(queryClient, apiMutationOptions({ mutationFn: () => text('/order', 'POST') }))
    const sent = watch(order.mutate(undefined))
    await eventually(() => expect(request()?.waiting).toBe(2))
    session.signedIn(who('new'))
    await asked('send')
    await eventually(() => expect(query.getCurrentResult().data).toBe('"fine"'))
    expect(sent.state).toBe('waiting')
    parking()?.answer(true)
    await eventually(() => expect(sent.state).toBe('done'))
  })

  it('what a plain hook fails with is read again, or asked about, too', async () => {
    const { url, session, asked, queryClient, arrived, parking } = await start(refuseOld('IDLE'))
    // Sent by another client, and thrown as it is.
    const plain = async (path: string, method = 'GET') => {
      const { user } = session.getState()
      const response = await fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${user?.token}` } })
      if (!response.ok) throw response
      return response.text()
    }
    const query = new QueryObserver(queryClient, { queryKey: ['plain'], queryFn: () => plain('/read'), retry: false })
    onTestFinished(query.subscribe(() => {}))
    await asked('expired')
    const order = new MutationObserver(queryClient, { mutationFn: () => plain('/order', 'POST') })
    order.mutate(undefined).catch(() => {})
    await eventually(() => expect(order.getCurrentResult().status).toBe('error'))
    session.signedIn(who('new'))
    await eventually(() => expect(query.getCurrentResult().data).toBe('"fine"'))
    await asked('send')
    parking()?.answer(true)
    await eventually(() => expect(order.getCurrentResult().status).toBe('success'))
    expect(arrived).toHaveLength(4)
  })

  it('nothing ends a session that has expired, where there is no place to sign in again', async () => {
    const { url, session, queryClient, api, client } = await start(refuseOld('AUTH_UNAUTHORIZED'), { inPage: false })
    session.expire('expired-by-code')
    const query = new QueryObserver(queryClient, apiQueryOptions({ queryKey: ['a'], queryFn: () => api(url) }))
    onTestFinished(query.subscribe(() => {}))
    await eventually(() => expect(client.store.getState().incidents).toHaveLength(1))
    expect(session.getState()).toMatchObject({ status: 'expired', id: 'ada' })
  })

  it('what a plain hook of the user before was refused is never sent as another', async () => {
    const { url, session, asked, queryClient, arrived } = await start(refuseOld('IDLE'))
    const order = async () => {
      const { user } = session.getState()
      const response = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${user?.token}` } })
      if (!response.ok) throw response
    }
    for (const then of ['another at once', 'the same, and then another']) {
      const before = arrived.length
      session.signedIn(who('old', then))
      new MutationObserver(queryClient, { mutationFn: order }).mutate().catch(() => {})
      await asked('expired')
      if (then !== 'another at once') session.signedIn(who('new', then))
      if (then !== 'another at once') await asked('send')
      session.signedIn(who('new', `not ${then}`))
      await asked(undefined)
      await queryClient.fetchQuery({ queryKey: [then], queryFn: () => fetch(`${url}/after`).catch(() => null) })
      expect(arrived.slice(before).map(({ method }) => method)).toEqual(['POST', 'GET'])
    }
  })

  it('a mutation of the user before reaches no callback when another signs in', async () => {
    const { url, session, asked, queryClient, api } = await start(refuseOld('IDLE'))
    const told = { onSuccess: vi.fn(), onError: vi.fn(), onSettled: vi.fn() }
    const order = new MutationObserver(
      queryClient,
      apiMutationOptions({ mutationFn: () => api(url, { method: 'POST' }), ...told }),
    )
    const sent = watch(order.mutate(undefined))
    await asked('expired')
    session.signedIn(who('new', 'grace'))
    await eventually(() => expect(sent.state).not.toBe('waiting'))
    for (const callback of Object.values(told)) expect(callback).not.toHaveBeenCalled()
  })
})
