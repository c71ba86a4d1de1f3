import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readThrown } from '../../src/1-decode/read-thrown.ts'
import { failure, overXhr } from './clients.ts'
import { contract } from './read.ts'
import { startServer } from './server.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

describe('what axios throws over XMLHttpRequest', () => {
  it('is read whole when the server answered with a problem', async () => {
    const thrown = await failure(overXhr(`${server.url}/invalid`, { method: 'POST', body: { amount: 9 } }))
    expect(await readThrown(thrown, contract)).toMatchObject({
      kind: 'http',
      code: 'OUT_OF_CREDIT',
      status: 422,
      requestId: 'r-1',
      type: `${server.url}/problems/invalid`,
      request: { method: 'POST', url: `${server.url}/invalid` },
    })
  })

  it.each([
    ['/html', 'HTTP_502', {}],
    ['/garbage', 'UNREADABLE', {}],
    ['/hang', 'TIMEOUT', { timeout: 50 }],
  ])('%s is %s', async (path, code, sent) => {
    expect(await readThrown(await failure(overXhr(server.url + path, sent)), contract)).toMatchObject({ code })
  })

  it('is an abort when it was aborted', async () => {
    const controller = new AbortController()
    const work = failure(overXhr(`${server.url}/hang`, { signal: controller.signal }))
    controller.abort()
    expect((await readThrown(await work, contract)).kind).toBe('aborted')
  })
})
