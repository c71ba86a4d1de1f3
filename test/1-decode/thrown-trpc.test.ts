// @vitest-environment node
import { createTRPCClient, httpBatchLink, httpLink, TRPCClientError } from '@trpc/client'
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import { toProblem } from '../../src/1-decode/to-problem.ts'
import { anyBackend } from '../../src/contracts/any/index.ts'
import { failureOf, serve, type Served } from './serve.ts'

const t = initTRPC.create()
const router = t.router({
  hello: t.procedure.query(() => 'hi'),
  secret: t.procedure.query(() => {
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in.' })
  }),
  make: t.procedure
    .input((value: unknown) => {
      if (typeof value === 'string') return value
      throw new TRPCError({
        code: 'BAD_REQUEST',
        message: '[{"code":"invalid_type","path":["name"],"message":"Required"}]',
      })
    })
    .mutation(({ input }) => input),
})
const links = { httpLink, httpBatchLink }

let server: Served
let broken: Served

beforeAll(async () => {
  const handler = createHTTPHandler({ router })
  server = await serve((request, response) => {
    response.setHeader('x-request-id', 'r-1')
    handler(request, response)
  })
  broken = await serve((_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad</h1>'))
})
afterAll(() => Promise.all([server.close(), broken.close()]))

describe.each(Object.entries(links))('what the client of tRPC throws over %s', (_, link) => {
  const client = (url: string) => createTRPCClient<typeof router>({ links: [link({ url })] })

  it('is a problem with the code and the id of the answer', async () => {
    const thrown = await failureOf(client(server.url).secret.query())
    expect(thrown).toBeInstanceOf(TRPCClientError)
    const problem = toProblem(thrown, anyBackend)
    expect(problem).toMatchObject({ kind: 'http', code: 'UNAUTHORIZED', status: 401, likeStatus: 401 })
    expect(problem).toMatchObject({ detail: 'Sign in.', requestId: 'r-1', data: { path: 'secret' } })
    expect(JSON.stringify(problem)).not.toContain('stack')
  })

  it('is a problem of its own call, whatever became of the others', async () => {
    const { hello, secret, make } = client(server.url)
    const [fine, refused, odd] = await Promise.allSettled([hello.query(), secret.query(), make.mutate(3 as never)])
    expect(fine).toEqual({ status: 'fulfilled', value: 'hi' })
    expect(toProblem((refused as PromiseRejectedResult).reason, anyBackend).code).toBe('UNAUTHORIZED')
    expect(toProblem((odd as PromiseRejectedResult).reason, anyBackend)).toMatchObject({
      code: 'BAD_REQUEST',
      fields: [{ path: ['name'], rule: 'invalid_type', message: 'Required' }],
    })
  })

  it('names the failure of the network, the abort and the answer that is none of tRPC', async () => {
    const closed = await serve(() => {})
    await closed.close()
    expect(toProblem(await failureOf(client(closed.url).secret.query()), anyBackend).kind).toBe('network')
    const signal = AbortSignal.abort()
    expect(toProblem(await failureOf(client(server.url).secret.query(undefined, { signal })), anyBackend).kind).toBe(
      'aborted',
    )
    expect(toProblem(await failureOf(client(broken.url).secret.query()), anyBackend).kind).toBe('unreadable')
  })

  it('is a problem without a code where no contract reads it', async () => {
    const thrown = await failureOf(client(server.url).secret.query())
    expect(toProblem(thrown)).toMatchObject({ kind: 'http', code: 'HTTP_401', contract: 'none' })
  })
})

it('a batch that failed in part is the problem of the first call that failed', async () => {
  const response = await fetch(`${server.url}/hello,secret?batch=1`)
  expect(response.status).toBe(207)
  const problem = await readProblem(response, anyBackend)
  expect(problem).toMatchObject({
    code: 'UNAUTHORIZED',
    status: 207,
    likeStatus: 401,
    data: { index: 1, path: 'secret' },
  })
  expect(await readProblem(await fetch(`${server.url}/hello,hello?batch=1`), anyBackend)).toBeNull()
})

it('a failure without a response, as a socket brings it, has no status', () => {
  const shape = { message: 'no', code: -32004, data: { code: 'NOT_FOUND', httpStatus: 404 } }
  const problem = toProblem(Object.assign(new Error('no'), { name: 'TRPCClientError', shape }), anyBackend)
  expect(problem).toMatchObject({ kind: 'http', code: 'NOT_FOUND', status: undefined, likeStatus: 404 })
})
