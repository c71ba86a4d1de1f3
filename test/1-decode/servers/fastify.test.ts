// @vitest-environment node
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProblem } from '../../../src/1-decode/read-problem.ts'
import { classify } from '../../../src/2-classify/classify.ts'
import { anyBackend } from '../../../src/contracts/any/index.ts'
import { effectiveStatus } from '../../../src/problem/effective-status.ts'
import type { Problem } from '../../../src/problem/problem.ts'

const app = Fastify()
let url = ''

beforeAll(async () => {
  await app.register(rateLimit, { global: false })
  const integer = { type: 'integer' }
  const item = { type: 'object', required: ['qty'] }
  const properties = {
    name: { type: 'string' },
    address: { type: 'object', properties: { zip: integer } },
    items: { type: 'array', items: item },
  }
  const body = { type: 'object', required: ['name'], properties }
  const querystring = { type: 'object', properties: { page: integer } }
  app.post('/signup', { schema: { body, querystring } }, () => 'fine')
  app.get('/limited', { config: { rateLimit: { max: 1, timeWindow: 60_000 } } }, () => 'fine')
  app.get('/banned', { config: { rateLimit: { max: 1, ban: 0, timeWindow: 60_000 } } }, () => 'fine')
  app.get('/taken', () => {
    throw Object.assign(new Error('This name is taken.'), { statusCode: 409, code: 'NAME_TAKEN' })
  })
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

describe('Fastify', () => {
  it.each<[string, unknown, string, string]>([
    ['', {}, 'name', `must have required property 'name'`],
    ['', { name: 'a', address: { zip: 'x' } }, 'address.zip', 'must be integer'],
    ['', { name: 'a', items: [{ qty: 1 }, {}] }, 'items.1.qty', `must have required property 'qty'`],
    ['?page=x', { name: 'a' }, '', 'querystring/page must be integer'],
  ])('what the schema refuses is found: %s %j', async (query, body, path, message) => {
    const problem = await post(`/signup${query}`, JSON.stringify(body))
    expect(problem).toMatchObject({ code: 'FST_ERR_VALIDATION', status: 400, title: 'Bad Request' })
    expect(problem.fields.map((field) => [field.path.join('.'), field.message])).toEqual([[path, message]])
    expect(classify(problem, anyBackend).show).toBe('fields')
  })

  it('a body that is no JSON has a code and no field', async () => {
    expect(await post('/signup', '{"half":')).toMatchObject({ code: 'FST_ERR_CTP_INVALID_JSON_BODY', fields: [] })
  })

  it('the codes of the app are codes', async () => {
    expect(await get('/taken')).toMatchObject({ code: 'NAME_TAKEN', status: 409, detail: 'This name is taken.' })
    expect(await get('/nowhere')).toMatchObject({ code: 'HTTP_404', title: 'Not Found' })
  })

  it.each([
    ['/limited', 429],
    ['/banned', 403],
  ])('%s is a rate limit, told with %i', async (path, status) => {
    expect((await fetch(url + path)).status).toBe(200)
    const problem = await get(path)
    expect(problem).toMatchObject({
      status,
      retryAfter: 60_000,
      rateLimit: { limit: 1, remaining: 0, resetIn: 60_000 },
    })
    expect(effectiveStatus(problem)).toBe(429)
  })
})

async function get(path: string): Promise<Problem> {
  return (await readProblem(await fetch(url + path), anyBackend)) ?? succeeded()
}

async function post(path: string, body: string): Promise<Problem> {
  const headers = { 'content-type': 'application/json' }
  return (await readProblem(await fetch(url + path, { method: 'POST', headers, body }), anyBackend)) ?? succeeded()
}

function succeeded(): never {
  throw new Error('This was expected to fail.')
}
