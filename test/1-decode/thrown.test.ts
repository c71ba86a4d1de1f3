// @vitest-environment node
import axios from 'axios'
import ky from 'ky'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readThrown } from '../../src/1-decode/read-thrown.ts'
import { toProblem } from '../../src/1-decode/to-problem.ts'
import { evidenceOf } from '../../src/problem/problem.ts'
import { clients, failure } from './clients.ts'
import { contract } from './read.ts'
import { invalid, startServer } from './server.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

// ky 1 lets network failures through as they are, and a thrown Response knows no method.
describe.each(Object.entries(clients))('what %s throws', (name, client) => {
  const knowsRequest = name !== 'fetch'
  const alwaysKnowsRequest = knowsRequest && name !== 'ky'

  it('is read whole when the server answered with a problem', async () => {
    const thrown = await failure(client(`${server.url}/invalid?secret=1`, { method: 'POST', body: { amount: 9 } }))
    const problem = await readThrown(thrown, contract)
    expect(problem).toMatchObject({
      contract: 'shop',
      kind: 'http',
      code: 'OUT_OF_CREDIT',
      status: 422,
      title: 'Invalid',
      type: `${server.url}/problems/invalid`,
      requestId: 'r-1',
      retryAfter: 7000,
      fields: [{ path: ['amount'], message: 'too much' }],
      cause: thrown,
    })
    expect(problem.request).toEqual({ method: knowsRequest ? 'POST' : '', url: `${server.url}/invalid?secret=1` })
    expect(evidenceOf(problem).received).toBeDefined()
    const { sent } = evidenceOf(problem)
    const parsed: unknown = typeof sent === 'string' ? JSON.parse(sent) : sent
    expect(parsed).toEqual(knowsRequest ? { amount: 9 } : undefined)
  })

  it('has its status and its headers even without waiting', async () => {
    const problem = toProblem(await failure(client(`${server.url}/invalid`)), contract)
    expect(problem).toMatchObject({ kind: 'http', status: 422, requestId: 'r-1', retryAfter: 7000 })
    expect(['HTTP_422', 'OUT_OF_CREDIT']).toContain(problem.code)
  })

  it('is resolved against where the answer came from', async () => {
    const problem = await readThrown(await failure(client(`${server.url}/moved`)), contract)
    expect(problem).toMatchObject({ code: 'OUT_OF_CREDIT', type: `${server.url}/problems/invalid` })
  })

  it('is a problem by its status when a proxy answered in HTML', async () => {
    const problem = await readThrown(await failure(client(`${server.url}/html`)), contract)
    expect(problem).toMatchObject({ kind: 'http', code: 'HTTP_502', status: 502, title: undefined, detail: undefined })
  })

  it('is a network failure when nobody answered', async () => {
    const gone = await startServer()
    await gone.close()
    for (const url of [`${server.url}/drop`, `${gone.url}/`]) {
      const problem = await readThrown(await failure(client(url)), contract)
      expect(problem).toMatchObject({ kind: 'network', code: 'NETWORK', status: undefined, contract: 'shop' })
      expect(problem.request).toEqual(alwaysKnowsRequest ? { method: 'GET', url } : undefined)
    }
  })

  it('is a timeout when it took too long', async () => {
    const problem = await readThrown(await failure(client(`${server.url}/hang`, { timeout: 50 })), contract)
    expect(problem).toMatchObject({ kind: 'timeout', code: 'TIMEOUT' })
  })

  it('is an abort when it was aborted', async () => {
    const controller = new AbortController()
    const work = failure(client(`${server.url}/hang`, { signal: controller.signal }))
    controller.abort()
    expect(await readThrown(await work, contract)).toMatchObject({ kind: 'aborted', code: 'ABORTED' })
  })

  it('is unreadable when a success is no JSON', async () => {
    const problem = await readThrown(await failure(client(`${server.url}/garbage`)), contract)
    expect(problem).toMatchObject({ kind: 'unreadable', code: 'UNREADABLE' })
  })

  it('is a failure of the network or of the body when a success breaks off', async () => {
    const problem = await readThrown(await failure(client(`${server.url}/cut`)), contract)
    expect(['network', 'unreadable']).toContain(problem.kind)
  })

  it('may be wrapped by somebody', async () => {
    const cause = await failure(client(`${server.url}/invalid`))
    const wrapped = new Error('Could not pay', { cause: { cause } })
    expect(await readThrown(wrapped, contract)).toMatchObject({ code: 'OUT_OF_CREDIT', cause: wrapped })
  })
})

describe('clients have their ways', () => {
  it('ky leaves its body to the application', async () => {
    const thrown = (await failure(ky(`${server.url}/invalid`, { retry: 0 }).json())) as { response: Response }
    await readThrown(thrown, contract)
    expect(await thrown.response.json()).toEqual(invalid)
  })

  it.each(['text', 'arraybuffer', 'blob'] as const)('axios may have read the body as %s', async (responseType) => {
    const adapter = responseType === 'blob' ? 'fetch' : 'http'
    const thrown = await failure(axios.get(`${server.url}/invalid`, { responseType, adapter }))
    expect(await readThrown(thrown, contract)).toMatchObject({ code: 'OUT_OF_CREDIT', status: 422, requestId: 'r-1' })
  })

  it('axios throws what its caller does not accept, a redirect too', async () => {
    const thrown = await failure(axios.get(`${server.url}/moved`, { maxRedirects: 0 }))
    expect(await readThrown(thrown)).toMatchObject({ kind: 'unknown', code: 'UNKNOWN', status: 307 })
  })
})
