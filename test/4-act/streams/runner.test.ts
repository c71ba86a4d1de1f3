// @vitest-environment node
import type { ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { divination } from '../../../src/contracts/divination/index.ts'
import { extendContract, isProblem, type Contract } from '../../../src/core.ts'
import { createRemedyClient, createSession, type RemedyClient } from '../../../src/index.ts'
import { longestEvent } from '../../../src/4-act/streams/frames.ts'
import { StreamRunner } from '../../../src/4-act/streams/runner.ts'
import type { StreamCall } from '../../../src/4-act/streams/stream-call.ts'
import { answers, quick } from './samples.ts'
import { cut, eventually, refuse, serve, stream, type TestServer } from './serve.ts'

describe('a stream that is cut', () => {
  it('goes on after its last id, and sends that id; what came is kept', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, 'id: 1\ndata: a\n\nid: 2\ndata: b\n\n')
      else stream(response, 'id: 3\ndata: c\n\n').end()
    })
    const { runner, client } = follow(server)
    await until(runner, 'closed')
    expect(dataOf(runner)).toEqual(['a', 'b', 'c'])
    expect(server.lastEventIds()).toEqual([undefined, '2'])
    expect(client.store.getState().incidents).toEqual([])
  })

  it('is handed over after its first data where it has no ids, and keeps what came', async () => {
    const server = await serve((response) => cut(response, 'data: a\n\n'))
    const { runner, client } = follow(server)
    await until(runner, 'error')
    expect(runner.store.getState().problem).toMatchObject({ kind: 'stream', code: 'STREAM_TRUNCATED' })
    expect(dataOf(runner)).toEqual(['a'])
    expect(server.requests).toHaveLength(1)
    const incident = await shown(client)
    expect(incident).toMatchObject({ shown: 'toast', offer: ['retry'], count: 1 })
  })

  it('begins anew by itself before its first data, where asking twice does no harm', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, ': hello\n\n')
      else stream(response, 'data: a\n\n').end()
    })
    const { runner } = follow(server)
    await until(runner, 'closed')
    expect(dataOf(runner)).toEqual(['a'])
    expect(server.requests).toHaveLength(2)
  })

  it('does not, where asking twice may do it twice', async () => {
    const server = await serve((response) => cut(response, ': hello\n\n'))
    const { runner } = follow(server, quick, { method: 'POST' })
    await until(runner, 'error')
    expect(server.requests).toHaveLength(1)
  })

  it('is handed over when it can be resumed but gets no further', async () => {
    const server = await serve((response, turn) => cut(response, turn === 1 ? 'id: 1\ndata: a\n\n' : ':\n'))
    const { runner } = follow(server)
    await until(runner, 'error')
    // One request, and the retries of the rule.
    expect(server.lastEventIds()).toEqual([undefined, '1', '1'])
    expect(dataOf(runner)).toEqual(['a'])
  })

  it('goes on by whatever method it began, and is patient with a server that comes back', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, 'id: 1\ndata: a\n\n')
      else if (turn === 2) refuse(response, 'AGENT_STREAM_DOWN', 503)
      else stream(response, 'id: 2\ndata: b\n\n').end()
    })
    const { runner } = follow(server, quick, { method: 'POST' })
    await until(runner, 'closed')
    expect(server.lastEventIds()).toEqual([undefined, '1', '1'])
    expect(dataOf(runner)).toEqual(['a', 'b'])
  })

  it('does not go on where it is the server that sends more than anybody can hold', async () => {
    const server = await serve((response) => stream(response, `id: 1\ndata: a\n\n${'x'.repeat(longestEvent + 1)}`))
    const { runner } = follow(server)
    await until(runner, 'error')
    expect(runner.store.getState().problem).toMatchObject({ code: 'STREAM_TRUNCATED' })
    expect(server.requests).toHaveLength(1)
  })

  it('goes on as long as it gets further', async () => {
    const server = await serve((response, turn) => {
      if (turn <= 6) cut(response, `id: ${turn}\ndata: ${turn}\n\n`)
      else stream(response).end()
    })
    const { runner } = follow(server)
    await until(runner, 'closed')
    expect(dataOf(runner)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(server.lastEventIds()).toEqual([undefined, '1', '2', '3', '4', '5', '6'])
  })

  it('waits as long as the server asks before it connects again', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, 'retry: 300\nid: 1\ndata: a\n\n')
      else stream(response).end()
    })
    const { runner } = follow(server)
    await until(runner, 'open')
    await until(runner, 'connecting')
    const cutAt = performance.now()
    await until(runner, 'closed')
    expect(performance.now() - cutAt).toBeGreaterThan(290)
  })

  it('is handed over at once when the server asks for a wait beyond all patience', async () => {
    const server = await serve((response) => cut(response, 'retry: 3600000\nid: 1\ndata: a\n\n'))
    const { runner } = follow(server)
    await until(runner, 'error')
    expect(server.requests).toHaveLength(1)
  })

  it('sends an id of any characters as UTF-8', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, 'id: 龍\ndata: a\n\n')
      else stream(response).end()
    })
    const { runner } = follow(server)
    await until(runner, 'closed')
    expect(Buffer.from(server.lastEventIds()[1] ?? '', 'latin1').toString('utf8')).toBe('龍')
  })
})

describe('a stream that falls silent', () => {
  it('is closed and resumed', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) stream(response, 'id: 1\ndata: a\n\n')
      else stream(response, 'id: 2\ndata: b\n\n').end()
    })
    const { runner } = follow(server, extendContract(quick, { streams: { silence: 60 } }))
    await until(runner, 'closed')
    expect(server.lastEventIds()).toEqual([undefined, '1'])
    expect(dataOf(runner)).toEqual(['a', 'b'])
  })

  it('is given up when it does not even open in time', async () => {
    const server = await serve(() => undefined)
    const { runner } = follow(server, quick, { method: 'POST', timeout: 50 })
    await until(runner, 'error')
    expect(runner.store.getState().problem).toMatchObject({ kind: 'timeout', code: 'TIMEOUT' })
    await eventually(() => expect(server.open()).toBe(0))
  })
})

describe('an error frame', () => {
  it('is handed over with what came before it, and offers the retry', async () => {
    const server = await serve((response) => {
      stream(response, 'data: a\n\nevent: error\ndata: {"error":{"type":"overloaded_error"}}\n\n')
    })
    const { runner, client } = follow(server, answers)
    await until(runner, 'error')
    expect(dataOf(runner)).toEqual(['a'])
    expect(runner.store.getState().problem).toMatchObject({ code: 'overloaded_error', status: undefined })
    expect(await shown(client)).toMatchObject({ offer: ['retry'] })
    expect(server.requests).toHaveLength(1)
  })

  it('that comes before all events is tried again where its remedy says so, and after one event is not', async () => {
    const eager = extendContract(answers, { change: { overloaded_error: { retry: { retries: 1, first: 1 } } } })
    const overloaded = 'event: error\ndata: {"error":{"type":"overloaded_error"}}\n\n'
    const first = await serve((response, turn) => {
      stream(response, turn === 1 ? overloaded : 'data: a\n\ndata: [DONE]\n\n')
    })
    await until(follow(first, eager, { method: 'POST' }).runner, 'closed')
    expect(first.requests).toHaveLength(2)
    const later = await serve((response) => stream(response, `data: a\n\n${overloaded}`))
    await until(follow(later, eager, { method: 'POST' }).runner, 'error')
    expect(later.requests).toHaveLength(1)
  })
})

describe('AGENT_INVALID_LAST_EVENT_ID', () => {
  it('is answered once by a connection without the header, which replaces what came', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, 'id: x\ndata: old\n\n')
      else if (turn === 2) refuse(response, 'AGENT_INVALID_LAST_EVENT_ID', 422)
      else stream(response, 'data: new\n\n').end()
    })
    const { runner, client } = follow(server)
    await until(runner, 'closed')
    expect(server.lastEventIds()).toEqual([undefined, 'x', undefined])
    expect(dataOf(runner)).toEqual(['new'])
    expect(client.store.getState().incidents).toEqual([])
  })

  it('is said when that was refused too', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, 'id: x\ndata: old\n\n')
      else refuse(response, 'AGENT_INVALID_LAST_EVENT_ID', 422)
    })
    const { runner, client } = follow(server)
    await until(runner, 'error')
    expect(server.lastEventIds()).toEqual([undefined, 'x', undefined])
    expect(dataOf(runner)).toEqual(['old'])
    expect((await shown(client)).problem.code).toBe('AGENT_INVALID_LAST_EVENT_ID')
  })

  it('is answered once in a stream, also where the server cuts and refuses for ever', async () => {
    const server = await serve((response, turn) => {
      if (turn % 2 === 1) cut(response, `id: ${turn}\ndata: a\n\n`)
      else refuse(response, 'AGENT_INVALID_LAST_EVENT_ID', 422)
    })
    const { runner } = follow(server)
    await until(runner, 'error')
    expect(server.lastEventIds().filter((id) => id === undefined)).toHaveLength(2)
  })
})

describe('AGENT_SSE_CONNECTION_LIMIT', () => {
  /** A backend that lets two streams be open at once, as long as there is room for them. */
  const limited = () =>
    serve((response, _turn, request) => {
      if (openStreams.size >= 2) return refuse(response, 'AGENT_SSE_CONNECTION_LIMIT', 429)
      openStreams.add(response)
      response.on('close', () => openStreams.delete(response))
      stream(response, `data: ${request.headers['x-name'] as string}\n\n`)
    })
  const openStreams = new Set<unknown>()

  it('is said, closes the stream that was quiet the longest, and connects once more', async () => {
    openStreams.clear()
    const server = await limited()
    // As it ships: the wait before the second request is what lets the server see that a stream was closed.
    const client = createRemedyClient({ contracts: [divination] })
    const [first, second] = [named('first'), named('second')]
    await until(first, 'open')
    await until(second, 'open')
    const third = named('third')
    await eventually(() => expect(dataOf(third)).toEqual(['third']))
    expect([first, second, third].map((runner) => runner.store.getState().status)).toEqual(['closed', 'open', 'open'])
    expect(dataOf(first)).toEqual(['first'])
    expect(await shown(client)).toMatchObject({ shown: 'toast', count: 1 })
    expect((await shown(client)).problem.code).toBe('AGENT_SSE_CONNECTION_LIMIT')
    expect(server.requests).toHaveLength(4)

    function named(name: string): StreamRunner {
      return follow(server, divination, { client, headers: { 'x-name': name } }).runner
    }
  })

  it('closes one stream for one that is refused, however often it is refused', async () => {
    const server = await serve((response, turn) => {
      if (turn <= 2) stream(response, 'data: a\n\n')
      else refuse(response, 'AGENT_SSE_CONNECTION_LIMIT', 429)
    })
    const stubborn = extendContract(quick, {
      change: { AGENT_SSE_CONNECTION_LIMIT: { retry: { retries: 3, first: 1 } } },
    })
    const client = createRemedyClient({ contracts: [stubborn] })
    const open = [follow(server, stubborn, { client }).runner, follow(server, stubborn, { client }).runner]
    await Promise.all(open.map((runner) => until(runner, 'open')))
    const { runner } = follow(server, stubborn, { client })
    await until(runner, 'error')
    expect(open.map(({ store }) => store.getState().status).toSorted()).toEqual(['closed', 'open'])
    expect(server.requests).toHaveLength(2 + 4)
  })

  it('is handed over when there was nothing to close and it is refused again', async () => {
    const server = await serve((response) => refuse(response, 'AGENT_SSE_CONNECTION_LIMIT', 429))
    const { runner, client } = follow(server)
    await until(runner, 'error')
    expect(server.requests).toHaveLength(2)
    expect((await shown(client)).problem.code).toBe('AGENT_SSE_CONNECTION_LIMIT')
  })

  it('never comes to it where the contract names the most: one is closed before one more is asked for', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n'))
    const one = extendContract(quick, { streams: { maxStreams: 1 } })
    const client = createRemedyClient({ contracts: [one] })
    const first = follow(server, one, { client }).runner
    await until(first, 'open')
    const asked: string[] = []
    const second = start(client, {
      contract: one,
      connect: () => {
        asked.push(first.store.getState().status)
        return fetch(server.url)
      },
    })
    await until(second, 'open')
    expect(asked).toEqual(['closed'])
    await eventually(() => expect(server.open()).toBe(1))
  })

  it('closes the one that was quiet the longest, not the one that was opened first', async () => {
    const responses: ServerResponse[] = []
    const server = await serve((response) => responses.push(stream(response, 'data: a\n\n')))
    const two = extendContract(quick, { streams: { maxStreams: 2 } })
    const client = createRemedyClient({ contracts: [two] })
    const first = follow(server, two, { client }).runner
    await eventually(() => expect(dataOf(first)).toEqual(['a']))
    const second = follow(server, two, { client }).runner
    await eventually(() => expect(dataOf(second)).toEqual(['a']))
    responses[0]?.write('data: b\n\n')
    await eventually(() => expect(dataOf(first)).toEqual(['a', 'b']))
    const third = follow(server, two, { client }).runner
    await until(third, 'open')
    expect([first, second].map(({ store }) => store.getState().status)).toEqual(['open', 'closed'])
  })
})

describe('a stream that does not open', () => {
  it('is tried again by the rule of any request, and its user learns nothing of it', async () => {
    const server = await serve((response, turn) => {
      if (turn <= 2) refuse(response, 'AGENT_STREAM_DOWN', 503)
      else stream(response, 'data: a\n\n').end()
    })
    const { runner, client } = follow(server)
    await until(runner, 'closed')
    expect(server.requests).toHaveLength(3)
    expect(client.store.getState().incidents).toEqual([])
  })

  it('is tried once where asking twice may do it twice', async () => {
    const server = await serve((response) => refuse(response, 'AGENT_STREAM_DOWN', 503))
    const { runner } = follow(server, quick, { method: 'POST' })
    await until(runner, 'error')
    expect(server.requests).toHaveLength(1)
  })

  it('is connected by the retry button, whose success closes the incident', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) refuse(response, 'INTERNAL_ERROR', 500)
      else stream(response, 'data: a\n\n')
    })
    const { runner, client } = follow(server, quick, { method: 'POST' })
    await until(runner, 'error')
    const { id } = await shown(client)
    await client.act(id, 'retry')
    expect(runner.store.getState().status).toBe('open')
    await eventually(() => expect(client.store.getState().incidents).toEqual([]))
  })

  it('refreshes the session once, and is connected under the new credentials', async () => {
    const server = await serve((response, _turn, request) => {
      if (request.headers['authorization'] === 'fresh') stream(response, 'data: a\n\n').end()
      else refuse(response, 'AUTH_UNAUTHORIZED', 401)
    })
    let token = 'old'
    const refresh = vi.fn(async () => {
      token = 'fresh'
      return { id: '7', user: {} }
    })
    const session = createSession({ load: async () => ({ id: '7', user: {} }), refresh })
    await session.load()
    const client = createRemedyClient({ contracts: [quick], session })
    const runner = start(client, {
      contract: quick,
      connect: ({ signal, headers }) => fetch(server.url, { signal, headers: { ...headers, authorization: token } }),
    })
    await until(runner, 'closed')
    expect(dataOf(runner)).toEqual(['a'])
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(session.getState().status).toBe('active')
  })

  it('ends the session where the new credentials are refused too, and asks no third time', async () => {
    const server = await serve((response) => refuse(response, 'AUTH_UNAUTHORIZED', 401))
    const refresh = vi.fn(async () => ({ id: '7', user: {} }))
    const session = createSession({ load: async () => ({ id: '7', user: {} }), refresh })
    await session.load()
    const client = createRemedyClient({ contracts: [quick], session })
    const runner = start(client, { contract: quick, connect: () => fetch(server.url) })
    await eventually(() => expect(session.getState().status).toBe('ended'))
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(server.requests).toHaveLength(2)
    expect(runner.store.getState().events).toEqual([])
  })

  it.each<[string, () => Promise<Response>]>([
    ['throws what is no error', () => Promise.reject('nonsense')],
    ['answers with what is no response', () => Promise.resolve(undefined as unknown as Response)],
    [
      'throws before it promises anything',
      () => {
        throw new Error('a mistake')
      },
    ],
  ])('is handed over when its function %s', async (_what, connect) => {
    const client = createRemedyClient({ contracts: [quick] })
    const runner = start(client, { contract: quick, connect })
    await until(runner, 'error')
    expect(isProblem(runner.store.getState().problem)).toBe(true)
  })
})

describe('a stream that is closed', () => {
  it('by its app is over, keeps what came, and lets its connection go', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n'))
    const { runner } = follow(server)
    await eventually(() => expect(dataOf(runner)).toEqual(['a']))
    runner.close()
    expect(runner.store.getState()).toMatchObject({ status: 'closed', problem: null })
    expect(dataOf(runner)).toEqual(['a'])
    await eventually(() => expect(server.open()).toBe(0))
  })

  it('while it waits to connect again does not connect again', async () => {
    const server = await serve((response) => refuse(response, 'AGENT_STREAM_DOWN', 503))
    const slow = extendContract(quick, { retry: { first: 100 } })
    const { runner } = follow(server, slow)
    await eventually(() => expect(server.requests).toHaveLength(1))
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    runner.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.requests).toHaveLength(1)
    expect(runner.store.getState().status).toBe('closed')
  })

  it('while it waits ends the wait in the same task', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const patient = extendContract(quick, { fallbacks: { 503: { retry: { retries: 5, first: 5000, jitter: 0 } } } })
    const client = createRemedyClient({ contracts: [patient] })
    const connect = vi.fn(async () => new Response('', { status: 503 }))
    const runner = start(client, { contract: patient, connect })
    await vi.advanceTimersByTimeAsync(4999)
    expect(connect).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(1)
    runner.close()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('by its end stays over when its component is hidden and shown again; one that was open goes on', async () => {
    const server = await serve((response, turn) => {
      const open = stream(response, 'id: 1\ndata: a\n\n')
      if (turn === 1) open.end()
    })
    const over = follow(server).runner
    await until(over, 'closed')
    over.release()
    over.start()
    expect(over.store.getState().status).toBe('closed')
    const running = follow(server).runner
    await eventually(() => expect(dataOf(running)).toEqual(['a']))
    running.release()
    running.start()
    await until(running, 'open')
    expect(server.lastEventIds()).toEqual([undefined, undefined, '1'])
  })

  it('before its response came wants nothing of the response', async () => {
    const cancel = vi.fn()
    let answer: (response: Response) => void = () => {}
    const client = createRemedyClient({ contracts: [quick] })
    const connect = vi.fn(() => new Promise<Response>((resolve) => void (answer = resolve)))
    const runner = start(client, { contract: quick, connect })
    await eventually(() => expect(connect).toHaveBeenCalledTimes(1))
    runner.close()
    answer(new Response(new ReadableStream({ cancel })))
    await eventually(() => expect(cancel).toHaveBeenCalledTimes(1))
    expect(runner.store.getState()).toEqual({ status: 'closed', events: [], problem: null })
  })

  it('by its end tells the app so by the signal, for whatever the app has built around it', async () => {
    const signals: AbortSignal[] = []
    const client = createRemedyClient({ contracts: [answers] })
    const connect = async ({ signal }: { readonly signal: AbortSignal }) => {
      signals.push(signal)
      return new Response('data: [DONE]\n\n')
    }
    await until(start(client, { contract: answers, connect }), 'closed')
    await eventually(() => expect(signals.map(({ aborted }) => aborted)).toEqual([true]))
  })

  it('by a 204 is over without a problem', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) cut(response, 'id: 1\ndata: {}\n\n')
      else response.writeHead(204).end()
    })
    const { runner } = follow(server, answers)
    await until(runner, 'closed')
    expect(runner.store.getState().problem).toBeNull()
  })

  it('by the end of the session leaves nothing of the user behind', async () => {
    const server = await serve((response) => stream(response, 'id: 1\ndata: secret\n\n'))
    const session = createSession({ load: async () => ({ id: '7', user: {} }) })
    await session.load()
    const client = createRemedyClient({ contracts: [quick], session })
    const { runner } = follow(server, quick, { client })
    await eventually(() => expect(dataOf(runner)).toEqual(['secret']))
    session.end('signed-out')
    expect(runner.store.getState()).toEqual({ status: 'closed', events: [], problem: null })
    await eventually(() => expect(server.open()).toBe(0))
    session.signedIn({ id: '8', user: {} })
    runner.reconnect()
    await until(runner, 'open')
    expect(server.lastEventIds()).toEqual([undefined, undefined])
  })

  it('leaves nothing either when it was over before the session was', async () => {
    const server = await serve((response) => stream(response, 'data: secret\n\n').end())
    const session = createSession({ load: async () => ({ id: '7', user: {} }) })
    await session.load()
    const { runner } = follow(server, quick, { client: createRemedyClient({ contracts: [quick], session }) })
    await until(runner, 'closed')
    session.end('signed-out')
    expect(runner.store.getState().events).toEqual([])
  })
})

describe('what is told to the app', () => {
  it('is each event once and in order; a listener that throws stops nothing and is reported', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\ndata: b\n\ndata: c\n\n').end())
    const onReport = vi.fn()
    const client = createRemedyClient({ contracts: [quick], onReport })
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const onEvent = vi.fn(({ data }: { data: string }) => {
      if (data === 'b') throw new Error('a mistake in the app')
    })
    const { runner } = follow(server, quick, { client, onEvent })
    await until(runner, 'closed')
    expect(onEvent.mock.calls.map(([{ data }]) => data)).toEqual(['a', 'b', 'c'])
    expect(onReport).toHaveBeenCalledTimes(1)
  })
})

interface Following extends Partial<Pick<StreamCall, 'onEvent' | 'timeout'>> {
  readonly client?: RemedyClient
  readonly method?: string
  readonly headers?: Record<string, string>
}

/** Follows the stream of a server through `client.fetch`. */
function follow(server: TestServer, contract: Contract = quick, following: Following = {}) {
  const { client = createRemedyClient({ contracts: [contract] }), method = 'GET', headers: more, ...call } = following
  const send = client.fetch(contract)
  const runner = start(client, {
    contract,
    connect: ({ signal, headers }) => send(server.url, { signal, method, headers: { ...headers, ...more } }),
    ...call,
  })
  return { runner, client }
}

function start(client: RemedyClient, call: StreamCall): StreamRunner {
  const { runtime } = client.parts
  const runner = new StreamRunner(runtime, String(runtime.next()), call)
  onTestFinished(() => runner.release())
  runner.start()
  return runner
}

function until({ store }: StreamRunner, status: string): Promise<void> {
  return new Promise((resolve) => {
    if (store.getState().status === status) return resolve()
    const leave = store.subscribe((state) => {
      if (state.status !== status) return
      leave()
      resolve()
    })
  })
}

function dataOf({ store }: StreamRunner): readonly string[] {
  return store.getState().events.map(({ data }) => data)
}

/** The one incident that is shown. */
function shown(client: RemedyClient) {
  return eventually(() => {
    const [incident, ...more] = client.store.getState().incidents
    if (incident === undefined || more.length > 0) throw new Error(`${more.length} incidents more than one`)
    return incident
  })
}
