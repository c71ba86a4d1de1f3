// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { extendContract } from '../../src/2-classify/extend-contract.ts'
import { creatoria } from '../../src/contracts/creatoria/index.ts'
import { createRemedyClient } from '../../src/5-present/client.ts'
import json from './creatoria.facts.json' with { type: 'json' }
import type { Facts } from './fact.ts'
import { listen } from './wire.ts'

const { facts } = json as unknown as Facts

describe('the streams of creatoria', () => {
  async function collect(text: string): Promise<{ data: readonly string[]; thrown: unknown }> {
    const wire = await listen((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'req_8' })
      response.end(text)
    })
    const own = extendContract(creatoria, { match: wire.url })
    const client = createRemedyClient({ contracts: [own] })
    const data: string[] = []
    try {
      for await (const event of client.events(await client.fetch(own)(wire.url), own)) data.push(event.data)
      return { data, thrown: undefined }
    } catch (thrown) {
      return { data, thrown }
    } finally {
      await wire.close()
    }
  }

  const frame = JSON.stringify(facts.find(({ line }) => line === 185)?.answer?.body)

  it('ends a stream with the problem of its error frame, after what came before', async () => {
    const { data, thrown } = await collect(`data: {"text":"a"}\n\ndata: ${frame}\n\ndata: [DONE]\n\n`)
    expect(data).toEqual(['{"text":"a"}'])
    expect(thrown).toMatchObject({
      contract: 'creatoria',
      kind: 'stream',
      status: undefined,
      detail: 'Tool execution failed: timeout',
      data: { sessionId: 'sess_xxx' },
      requestId: 'req_8',
    })
  })

  it('ends a stream at [DONE] without handing it on', async () => {
    expect(await collect('data: {"text":"a"}\n\ndata: [DONE]\n\ndata: {"text":"b"}\n\n')).toEqual({
      data: ['{"text":"a"}'],
      thrown: undefined,
    })
  })

  it('breaks off where [DONE] does not come', async () => {
    const { thrown } = await collect('data: {"text":"a"}\n\n')
    expect(thrown).toMatchObject({ kind: 'stream', code: 'STREAM_TRUNCATED' })
  })

  it('know a rate limit inside a stream by its name', async () => {
    const { thrown } = await collect('data: {"error":{"code":"RATE_LIMIT_EXCEEDED","retryAfter":45}}\n\n')
    expect(thrown).toMatchObject({ kind: 'stream', code: 'RATE_LIMIT_EXCEEDED', likeStatus: 429, retryAfter: 45_000 })
  })
})
