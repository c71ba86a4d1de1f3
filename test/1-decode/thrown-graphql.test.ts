// @vitest-environment node
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors'
import { GraphQLError } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toProblem } from '../../src/1-decode/to-problem.ts'
import { anyBackend } from '../../src/contracts/any/index.ts'
import { failureOf, serve, type Served } from './serve.ts'

const json = 'application/json'
const errors = [{ message: 'Sign in.', path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }]
const answers: Readonly<Record<string, [status: number, type: string, body: string]>> = {
  '/errors': [200, json, JSON.stringify({ data: { me: null }, errors })],
  '/refused': [400, 'application/graphql-response+json', JSON.stringify({ errors })],
  '/down': [503, 'text/html', '<h1>Down</h1>'],
  '/invalid': [422, json, JSON.stringify({ message: 'Invalid.', errors: { name: ['is taken'] } })],
  '/garbage': [200, json, '{"half":'],
  '/other': [200, json, '{"fine":1}'],
}

let server: Served

beforeAll(async () => {
  server = await serve((request, response) => {
    const [status, type, body] = answers[request.url ?? ''] ?? [404, json, '{}']
    response.writeHead(status, { 'content-type': type, 'retry-after': '7', 'x-request-id': 'r-1' }).end(body)
  })
})
afterAll(() => server.close())

function ask(uri: string, fetch = globalThis.fetch): Promise<unknown> {
  const client = new ApolloClient({ link: new HttpLink({ uri, fetch }), cache: new InMemoryCache() })
  return failureOf(client.query({ query: gql('{ me { name } }') }))
}

describe('what Apollo throws', () => {
  it.each(['/errors', '/refused'])('the errors of an answer (%s) are a problem with their code', async (path) => {
    const thrown = await ask(server.url + path)
    expect(CombinedGraphQLErrors.is(thrown)).toBe(true)
    const problem = toProblem(thrown, anyBackend)
    expect(problem).toMatchObject({ kind: 'http', code: 'UNAUTHENTICATED', likeStatus: 401, detail: 'Sign in.' })
    // Apollo does not say how they came.
    expect(problem.status).toBeUndefined()
  })

  it('an answer that is no success is read by its status and its body', async () => {
    const thrown = await ask(`${server.url}/down`)
    expect(ServerError.is(thrown)).toBe(true)
    expect(toProblem(thrown, anyBackend)).toMatchObject({
      kind: 'http',
      code: 'HTTP_503',
      status: 503,
      retryAfter: 7000,
      requestId: 'r-1',
      detail: undefined,
    })
    const invalid = toProblem(await ask(`${server.url}/invalid`), anyBackend)
    expect(invalid).toMatchObject({ status: 422, fields: [{ path: ['name'], message: 'is taken' }] })
  })

  it('an answer that cannot be read, or is none of GraphQL, is unreadable', async () => {
    const thrown = await ask(`${server.url}/garbage`)
    expect(ServerParseError.is(thrown)).toBe(true)
    expect(toProblem(thrown, anyBackend)).toMatchObject({ kind: 'unreadable', code: 'UNREADABLE', status: 200 })
    expect(toProblem(await ask(`${server.url}/other`), anyBackend)).toMatchObject({ kind: 'unreadable', status: 200 })
  })

  it('no answer is what it is with fetch', async () => {
    const closed = await serve(() => {})
    await closed.close()
    expect(toProblem(await ask(closed.url), anyBackend).kind).toBe('network')
  })
})

describe('what other clients of GraphQL throw', () => {
  const instances = [new GraphQLError('Sign in.', { path: ['me'], extensions: { code: 'UNAUTHENTICATED' } })]

  it.each(['ApolloError', 'CombinedError'])('%s with errors', (name) => {
    const problem = toProblem(Object.assign(new Error('x'), { name, graphQLErrors: instances }), anyBackend)
    expect(problem).toMatchObject({ kind: 'http', code: 'UNAUTHENTICATED', likeStatus: 401, data: { path: ['me'] } })
  })

  it('CombinedError with the response it came with', () => {
    const response = new Response('', { status: 200, headers: { 'x-request-id': 'r-2' } })
    const thrown = Object.assign(new Error('x'), { name: 'CombinedError', graphQLErrors: instances, response })
    expect(toProblem(thrown, anyBackend)).toMatchObject({ code: 'UNAUTHENTICATED', status: 200, requestId: 'r-2' })
  })

  it('CombinedError with a response that was no success', () => {
    const response = new Response('<h1>Down</h1>', { status: 503, headers: { 'retry-after': '7' } })
    const parts = { name: 'CombinedError', graphQLErrors: [], networkError: new Error('Service Unavailable'), response }
    const problem = toProblem(Object.assign(new Error('x'), parts), anyBackend)
    expect(problem).toMatchObject({ kind: 'http', code: 'HTTP_503', retryAfter: 7000 })
  })

  it.each<[string, unknown, object]>([
    ['network', new TypeError('Failed to fetch'), { kind: 'network', code: 'NETWORK' }],
    ['abort', new DOMException('x', 'AbortError'), { kind: 'aborted' }],
    [
      'status',
      Object.assign(new Error('x'), {
        name: 'ServerError',
        response: new Response('', { status: 403 }),
        statusCode: 403,
        result: { error: { code: 'NOT_YOURS', message: 'x' } },
      }),
      { kind: 'http', code: 'NOT_YOURS', status: 403 },
    ],
    ['own', new Error('x'), { kind: 'unknown', code: 'UNKNOWN' }],
  ])('ApolloError of an older release around a failure of the %s', (_, networkError, expected) => {
    const thrown = Object.assign(new Error('x'), { name: 'ApolloError', graphQLErrors: [], networkError })
    expect(toProblem(thrown, anyBackend)).toMatchObject(expected)
  })

  it('hostile values are problems all the same', () => {
    const trap = new Proxy([], {
      get() {
        throw new Error('trap')
      },
    })
    for (const graphQLErrors of [trap, [trap], [null, 3, 'x'], { length: 3 }, 'x'])
      expect(toProblem(Object.assign(new Error('x'), { name: 'ApolloError', graphQLErrors }), anyBackend).name).toBe(
        'Problem',
      )
  })
})
