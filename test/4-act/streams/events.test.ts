// @vitest-environment node
import type { ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { anyBackend } from '../../../src/contracts/any/index.ts'
import { type Contract, extendContract } from '../../../src/core.ts'
import { createRemedyClient, createSession, type ServerSentEvent } from '../../../src/index.ts'
import { answers, quick } from './samples.ts'
import { cut, eventually, refuse, serve, stream } from './serve.ts'

const client = () => createRemedyClient({ contracts: [quick, answers] })

describe('client.events', () => {
  it('hands on what comes, as it comes, and ends with the response', async () => {
    const server = await serve((response) => stream(response, 'id: 1\ndata: a\n\n').end('event: b\ndata: c\n\n'))
    const { events, thrown } = await collect(await fetch(server.url), quick)
    expect(thrown).toBeUndefined()
    expect(events).toEqual([
      { event: 'message', data: 'a', id: '1' },
      { event: 'b', data: 'c', id: '1' },
    ])
  })

  it('throws the problem of an error frame after what came before it, and closes the connection', async () => {
    const server = await serve((response) => {
      stream(response, 'data: a\n\nevent: error\ndata: {"error":{"type":"overloaded_error"}}\n\ndata: b\n\n')
    })
    const { events, thrown } = await collect(await fetch(server.url), answers)
    expect(events.map(({ data }) => data)).toEqual(['a'])
    expect(thrown).toMatchObject({
      contract: 'answers',
      kind: 'stream',
      code: 'overloaded_error',
      status: undefined,
      requestId: 'req_1',
    })
    await eventually(() => expect(server.open()).toBe(0))
  })

  it('throws STREAM_TRUNCATED for a connection that is cut, with what was asked where client.fetch asked it', async () => {
    const server = await serve((response) => cut(response, 'data: a\n\ndata: b'))
    const own = client()
    const response = await own.fetch(quick)(server.url, { method: 'POST', body: '{"token":"t"}' })
    const { events, thrown } = await collect(response, quick, own)
    expect(events.map(({ data }) => data)).toEqual(['a'])
    expect(thrown).toMatchObject({
      contract: 'divination',
      kind: 'stream',
      code: 'STREAM_TRUNCATED',
      status: undefined,
      request: { method: 'POST', url: server.url },
    })
  })

  it('throws STREAM_TRUNCATED for an end without the end that the contract names, and only then', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n').end())
    const named = await collect(await fetch(server.url), answers)
    expect(named.thrown).toMatchObject({ kind: 'stream', code: 'STREAM_TRUNCATED' })
    const unnamed = await collect(await fetch(server.url), quick)
    expect(unnamed.thrown).toBeUndefined()
  })

  it('ends with [DONE] where it comes, also where the contract names no end', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\ndata: [DONE]\n\ndata: b\n\n').end())
    const { events, thrown } = await collect(await fetch(server.url), quick)
    expect([events.map(({ data }) => data), thrown]).toEqual([['a'], undefined])
  })

  it.each([
    ['{"error":{"message":"m","type":"server_error","code":null}}', 'server_error'],
    ['{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', 'overloaded_error'],
  ])('of any backend throws the problem of %s', async (frame, code) => {
    const server = await serve((response) => stream(response, `data: {"error":null}\n\ndata: ${frame}\n\n`).end())
    const { events, thrown } = await collect(await fetch(server.url), anyBackend)
    expect(events).toHaveLength(1)
    expect(thrown).toMatchObject({ contract: 'any', kind: 'stream', code, status: undefined })
  })

  it('throws TIMEOUT when no byte comes for too long, and closes the connection', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n'))
    const patient = extendContract(quick, { streams: { silence: 40 } })
    const { events, thrown } = await collect(await fetch(server.url), patient)
    expect(events).toHaveLength(1)
    expect(thrown).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', status: undefined })
    await eventually(() => expect(server.open()).toBe(0))
  })

  it('waits 30 s for a byte where nobody said otherwise; a comment is a byte', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    let send: (text: string) => void = () => {}
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (send = (text) => controller.enqueue(new TextEncoder().encode(text))),
    })
    const reading = collect(new Response(body), quick)
    for (const text of [':\n', ':\n', 'data: late\n\n']) {
      await vi.advanceTimersByTimeAsync(29_999)
      send(text)
    }
    await vi.advanceTimersByTimeAsync(30_000)
    const { events, thrown } = await reading
    expect(events.map(({ data }) => data)).toEqual(['late'])
    expect(thrown).toMatchObject({ kind: 'timeout', code: 'TIMEOUT' })
  })

  it('throws the problem of a response that is none of a stream', async () => {
    const server = await serve((response, turn) => {
      if (turn === 1) return refuse(response, 'AGENT_INVALID_RUN_ID', 422)
      response.writeHead(200, { 'content-type': turn === 2 ? 'text/html' : 'application/json' })
      response.end('<html>')
    })
    const problem = async () => (await collect(await fetch(server.url), quick)).thrown
    expect(await problem()).toMatchObject({ kind: 'http', code: 'AGENT_INVALID_RUN_ID', status: 422 })
    expect(await problem()).toMatchObject({ kind: 'unreadable', code: 'UNREADABLE', status: 200 })
    expect(await problem()).toMatchObject({ kind: 'unreadable', code: 'UNREADABLE', status: 200 })
  })

  it('ends at once with a 204, also where the contract names an end', async () => {
    const server = await serve((response) => response.writeHead(204).end())
    expect(await collect(await fetch(server.url), answers)).toEqual({ events: [], thrown: undefined })
  })

  it('says how to mend it when the body was read already', async () => {
    const response = new Response('data: a\n\n')
    response.body?.getReader()
    const { thrown } = await collect(response, quick)
    expect(thrown).toBeInstanceOf(TypeError)
    expect(String(thrown)).toContain('response.clone()')
  })

  it('waits as long as can be waited where the silence may be endless', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n').end())
    const { events, thrown } = await collect(await fetch(server.url), quick, client(), { silence: Infinity })
    expect(thrown).toBeUndefined()
    expect(events).toHaveLength(1)
  })

  it('closes the connection when its reader stops', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\ndata: b\n\n'))
    const seen: string[] = []
    for await (const { data } of client().events(await fetch(server.url), quick)) {
      seen.push(data)
      break
    }
    expect(seen).toEqual(['a'])
    await eventually(() => expect(server.open()).toBe(0))
  })

  it('throws an abort untouched, from the request or from its own signal', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n'))
    const ofRequest = new AbortController()
    const response = await fetch(server.url, { signal: ofRequest.signal })
    const first = await collect(response, quick, client(), {}, () => ofRequest.abort())
    expect(first.thrown).toMatchObject({ name: 'AbortError' })
    const own = new AbortController()
    const reason = new Error('the user left')
    const second = await collect(await fetch(server.url), quick, client(), { signal: own.signal }, () =>
      own.abort(reason),
    )
    expect(second.thrown).toBe(reason)
    await eventually(() => expect(server.open()).toBe(0))
  })

  it('throws an abort of a request of client.fetch, whose response has long been there', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n'))
    const own = client()
    const controller = new AbortController()
    const response = await own.fetch(quick)(server.url, { signal: controller.signal })
    const { thrown } = await collect(response, quick, own, {}, () => controller.abort())
    expect(thrown).toMatchObject({ name: 'AbortError' })
    await eventually(() => expect(server.open()).toBe(0))
  })

  it('ends with the session of its user', async () => {
    const server = await serve((response) => stream(response, 'data: a\n\n'))
    const session = createSession({ load: async () => ({ id: '7', user: {} }) })
    await session.load()
    const own = createRemedyClient({ contracts: [quick], session })
    const { thrown } = await collect(await fetch(server.url), quick, own, {}, () => session.end('signed-out'))
    expect(thrown).toMatchObject({ name: 'AbortError' })
    await eventually(() => expect(server.open()).toBe(0))
  })

  it('keeps to the most streams that the contract allows: the one that was quiet the longest makes room', async () => {
    const responses: ServerResponse[] = []
    const server = await serve((response) => responses.push(stream(response, 'data: a\n\n')))
    const two = extendContract(quick, { streams: { maxStreams: 2 } })
    const own = client()
    const read = async () => own.events(await fetch(server.url), two)[Symbol.asyncIterator]()
    const [first, second, third] = [await read(), await read(), await read()]
    await first.next()
    await second.next()
    responses[0]?.write('data: b\n\n')
    await first.next()
    const makesRoom = second.next()
    await third.next()
    await expect(makesRoom).rejects.toMatchObject({ name: 'AbortError' })
    await eventually(() => expect(server.open()).toBe(2))
  })
})

/** Reads to the end; `onEvent` is called with each event. */
async function collect(
  response: Response,
  contract: Contract,
  reader = client(),
  options: { readonly silence?: number; readonly signal?: AbortSignal } = {},
  onEvent: () => void = () => {},
): Promise<{ events: ServerSentEvent[]; thrown: unknown }> {
  const events: ServerSentEvent[] = []
  try {
    for await (const event of reader.events(response, contract, options)) {
      events.push(event)
      onEvent()
    }
    return { events, thrown: undefined }
  } catch (thrown) {
    return { events, thrown }
  }
}
