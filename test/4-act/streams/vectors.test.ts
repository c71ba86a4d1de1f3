// @vitest-environment node
import { assert, property, array, constantFrom, nat } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, type Contract, isProblem } from '../../../src/core.ts'
import { longestEvent } from '../../../src/4-act/streams/frames.ts'
import { readStream } from '../../../src/4-act/streams/read-stream.ts'
import type { ServerSentEvent } from '../../../src/index.ts'
import { answers } from './samples.ts'
import { agreed, standard, type Expected, type Vector } from './vectors.ts'

const cuts: readonly (readonly [how: string, cut: (bytes: Uint8Array) => Uint8Array[]])[] = [
  ['at once', (bytes) => [bytes]],
  ['byte by byte', (bytes) => Array.from(bytes, (byte) => Uint8Array.of(byte))],
]

describe.each(cuts)('a stream that comes %s', (_how, cut) => {
  it.each(standard)('$no: $law', async (vector) => {
    expect(await outcomeOf(vector, cut, undefined)).toEqual(expectedOf(vector))
  })

  it.each(agreed)('$no: $law', async (vector) => {
    expect(await outcomeOf(vector, cut, answers)).toEqual(expectedOf(vector))
  })
})

describe('any stream', () => {
  it('is read the same wherever its bytes are cut', async () => {
    const pieces = ['data', 'id', 'event', ':', ' ', '\n', '\r', '\r\n', '\n\n', 'é', '龍', '\0', '1', '\uFEFF']
    const runs: Promise<void>[] = []
    assert(
      property(array(constantFrom(...pieces), { maxLength: 40 }), array(nat(7), { minLength: 1 }), (parts, sizes) => {
        const bytes = new TextEncoder().encode(parts.join(''))
        runs.push(
          Promise.all([read([bytes]), read(cutBy(bytes, sizes))]).then(([whole, cut]) => expect(cut).toEqual(whole)),
        )
      }),
      { seed: 5, numRuns: 500 },
    )
    await Promise.all(runs)
  })

  it('172: is never kept beyond the longest event: a line without an end fails after as many bytes', async () => {
    const { body, pulled } = endless('x')
    const result = await readBody(body, undefined)
    expect(result.thrown).toMatchObject({ kind: 'stream', code: 'STREAM_TRUNCATED', status: undefined })
    expect(pulled()).toBeLessThan(longestEvent + 3 * 64 * 1024)
  })

  it('172a: nor is an event of many lines', async () => {
    const { body, pulled } = endless('data: 0123456789\n')
    const result = await readBody(body, undefined)
    expect(result.thrown).toMatchObject({ kind: 'stream', code: 'STREAM_TRUNCATED' })
    expect(pulled()).toBeLessThan(3 * longestEvent)
  })

  it('172b: but an event that is as long as may be is read', async () => {
    const data = 'x'.repeat(longestEvent - 'data:'.length)
    const { events, thrown } = await read([new TextEncoder().encode(`data:${data}\n\n`)])
    expect(thrown).toBeUndefined()
    expect(events.map((event) => event.data.length)).toEqual([data.length])
  })

  it('keeps what was complete before the line that was too long', async () => {
    const { events, thrown } = await read([new TextEncoder().encode(`data:a\n\n${'x'.repeat(longestEvent + 1)}`)])
    expect(events.map(({ data }) => data)).toEqual(['a'])
    expect(thrown).toMatchObject({ code: 'STREAM_TRUNCATED' })
  })
})

describe('the problem in an error frame', () => {
  it('has no status and no wait of the response around it, but its request id; its remedy offers the retry', async () => {
    const wire =
      'event: error\ndata: {"error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_7"}\n\n'
    const { thrown } = await read([new TextEncoder().encode(wire)], answers, { 'retry-after': '9' })
    if (!isProblem(thrown)) throw new Error('no problem')
    expect(thrown).toMatchObject({
      contract: 'answers',
      kind: 'stream',
      code: 'overloaded_error',
      status: undefined,
      retryAfter: undefined,
      requestId: 'req_7',
      detail: 'Overloaded',
    })
    expect(classify(thrown, answers).offer).toEqual(['retry'])
  })

  it.each(['', 'no JSON', '<html>', '[]', '{"__proto__":{"error":{"type":"x"}}}'])(
    'is a problem without a code where nothing can be read: %s',
    async (data) => {
      const { thrown } = await read([new TextEncoder().encode(`event: error\ndata: ${data}\n\n`)], answers)
      expect(thrown).toMatchObject({ kind: 'stream', code: 'UNKNOWN', status: undefined })
    },
  )
})

describe('a rule of a contract that is a function', () => {
  const named = (done: (event: ServerSentEvent) => boolean): Contract => ({ ...answers, streams: { done } })

  it('ends the stream with an event that is handed on', async () => {
    const wire = 'data: a\n\nevent: stop\ndata: b\n\ndata: c\n\n'
    const { events, thrown } = await read(
      [new TextEncoder().encode(wire)],
      named(({ event }) => event === 'stop'),
    )
    expect(thrown).toBeUndefined()
    expect(events.map(({ data }) => data)).toEqual(['a', 'b'])
  })

  it('knows nothing where it throws', async () => {
    const throwing = named(() => {
      throw new Error('a rule that stumbles')
    })
    const { events, thrown } = await read([new TextEncoder().encode('data: a\n\n')], throwing)
    expect(events).toHaveLength(1)
    expect(thrown).toMatchObject({ code: 'STREAM_TRUNCATED' })
  })
})

/** What came out, as far as the vector is about it. */
async function outcomeOf(vector: Vector, cut: (bytes: Uint8Array) => Uint8Array[], contract: Contract | undefined) {
  const { events, memory, thrown } = await read(cut(new TextEncoder().encode(vector.wire)), contract)
  return {
    events: events.map(asExpected),
    ...('ids' in vector && { ids: events.map(({ id }) => id) }),
    ...('lastEventId' in vector && { lastEventId: memory.lastEventId }),
    ...('retry' in vector && { retry: memory.retry }),
    ended: isProblem(thrown) ? [thrown.kind, thrown.code, thrown.status] : thrown,
  }
}

function expectedOf({ no: _no, law: _law, wire: _wire, code, ...expected }: Vector) {
  return { ...expected, ended: code === undefined ? undefined : ['stream', code, undefined] }
}

function asExpected({ event, data }: ServerSentEvent): Expected {
  return event === 'message' ? data : [event, data]
}

function read(chunks: readonly Uint8Array[], contract?: Contract, headers?: Record<string, string>) {
  const source = chunks.values()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = source.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
  })
  return readBody(body, contract, headers)
}

async function readBody(body: ReadableStream<Uint8Array>, contract: Contract | undefined, headers = {}) {
  const events: ServerSentEvent[] = []
  const memory = { lastEventId: '', retry: undefined as number | undefined, payload: false }
  const signal = new AbortController().signal
  try {
    const response = new Response(body, { headers })
    for await (const list of readStream({ response, contract }, { memory, signal, silence: 5000 })) events.push(...list)
    return { events, memory }
  } catch (thrown) {
    return { events, memory, thrown }
  }
}

function endless(text: string) {
  const chunk = new TextEncoder().encode(text.repeat(Math.ceil((64 * 1024) / text.length)))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += chunk.length
      // Ten megabytes, so that a reader that keeps everything ends too, and is found out by the count.
      if (sent > 10 * 1024 * 1024) controller.close()
      else controller.enqueue(chunk)
    },
  })
  return { body, pulled: () => sent }
}

function cutBy(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = []
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = (sizes[turn % sizes.length] ?? 0) + 1
    chunks.push(bytes.subarray(at, at + size))
    at += size
  }
  return chunks
}
