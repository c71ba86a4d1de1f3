// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProblem } from '../../../src/1-decode/read-problem.ts'
import { classify } from '../../../src/2-classify/classify.ts'
import { defineContract } from '../../../src/2-classify/define-contract.ts'
import { anyBackend, nest, withFieldNames } from '../../../src/contracts/any/index.ts'
import type { Contract } from '../../../src/problem/contract.ts'
import type { Problem } from '../../../src/problem/problem.ts'
import type { Served } from '../serve.ts'
import { serveNest } from './nest-app.ts'

const wrong = { email: 'x', age: 'y', address: {}, tags: [1], extra: 1 }
const sentences = [
  'property extra should not exist',
  'email must be an email',
  'age must not be less than 18',
  'age must be an integer number',
  'address.zip must be a string',
  'each value in tags must be a string',
]

let server: Served
let grouped: Served

beforeAll(async () => {
  server = await serveNest([{ ttl: 60_000, limit: 1 }])
  const named = [
    { name: 'short', ttl: 1000, limit: 1 },
    { name: 'long', ttl: 60_000, limit: 1 },
  ]
  grouped = await serveNest(named, { errorFormat: 'grouped' })
})
afterAll(() => Promise.all([server.close(), grouped.close()]))

describe('NestJS', () => {
  it('the sentences of the validation pipe are kept in order, and name no field by themselves', async () => {
    const problem = await post(server.url, wrong)
    expect(problem).toMatchObject({ code: 'HTTP_400', title: 'Bad Request' })
    expect(problem.fields).toEqual(sentences.map((message) => ({ path: [], message })))
    expect(classify(problem, anyBackend).show).toBe('fields')
  })

  it('the names in the sentences are read where that is asked for', async () => {
    const contract = defineContract({
      name: 'nest',
      dialects: [withFieldNames(nest)],
      identity: 'status',
      catalogue: {},
    })
    const { fields } = await post(server.url, wrong, contract)
    expect(fields.map(({ path }) => path.join('.'))).toEqual(['extra', 'email', 'age', 'age', 'address.zip', 'tags'])
    expect(fields.map(({ message }) => message)).toEqual(sentences)
  })

  it('sentences grouped by path are field problems', async () => {
    const { fields } = await post(grouped.url, wrong)
    expect(fields.map(({ path }) => path.join('.'))).toEqual(['extra', 'email', 'age', 'age', 'address.zip', 'tags'])
  })

  it('a body that is no JSON is no problem of a field', async () => {
    expect(await post(server.url, '{"half":')).toMatchObject({ code: 'HTTP_400', fields: [] })
  })

  it.each([
    ['/me', 401, 'Unauthorized'],
    ['/taken', 409, 'This name is taken.'],
    ['/broken', 500, 'Internal server error'],
    ['/nowhere', 404, 'Cannot GET /nowhere'],
  ])('%s answers %i', async (path, status, detail) => {
    expect(await get(server.url + path)).toMatchObject({ code: `HTTP_${status}`, status, detail, fields: [] })
  })

  it('the throttler says how long to wait, for each of its limits under a name of its own', async () => {
    expect(await seldom(server.url)).toMatchObject({ status: 429, retryAfter: 60_000 })
    const { retryAfter } = await seldom(grouped.url)
    expect([1000, 60_000]).toContain(retryAfter)
  })
})

async function seldom(url: string): Promise<Problem> {
  const first = await fetch(`${url}/seldom`)
  expect(first.headers.get('x-ratelimit-limit') ?? first.headers.get('x-ratelimit-limit-short')).toBe('1')
  return get(`${url}/seldom`)
}

async function get(url: string): Promise<Problem> {
  return (await readProblem(await fetch(url), anyBackend)) ?? succeeded()
}

async function post(url: string, body: unknown, contract: Contract = anyBackend): Promise<Problem> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/signup`, { method: 'POST', headers, body: text })
  return (await readProblem(response, contract)) ?? succeeded()
}

function succeeded(): never {
  throw new Error('This was expected to fail.')
}
