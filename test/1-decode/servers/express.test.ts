// @vitest-environment node
import express from 'express'
import { rateLimit, type Options } from 'express-rate-limit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProblem } from '../../../src/1-decode/read-problem.ts'
import { anyBackend } from '../../../src/contracts/any/index.ts'
import type { Problem } from '../../../src/problem/problem.ts'
import { serve, type Served } from '../serve.ts'

const generations: Readonly<Record<string, Partial<Options>>> = {
  default: {},
  'draft-6': { standardHeaders: 'draft-6', legacyHeaders: false },
  'draft-7': { standardHeaders: 'draft-7', legacyHeaders: false },
  'draft-8': { standardHeaders: 'draft-8', legacyHeaders: false },
}

let server: Served

beforeAll(async () => {
  const app = express()
  app.set('env', 'test') // or it writes every failure to the console
  app.use(express.json())
  app.get('/broken', () => {
    throw new Error('a secret of the server')
  })
  app.get(
    '/coded',
    (_, response) => void response.status(409).json({ error: { code: 'NAME_TAKEN', message: 'Taken.' } }),
  )
  app.post('/signup', (_, response) => void response.json('fine'))
  for (const [name, options] of Object.entries(generations))
    app.get(
      `/limited/${name}`,
      rateLimit({ windowMs: 60_000, limit: 1, ...options }),
      (_, response) => void response.json(1),
    )
  server = await serve(app)
})
afterAll(() => server.close())

describe('Express', () => {
  it.each([
    ['/broken', 500],
    ['/nowhere', 404],
  ])('the page of %s is a problem by its status, without its markup', async (path, status) => {
    const problem = await get(path)
    expect(problem).toMatchObject({ code: `HTTP_${status}`, title: undefined, detail: undefined, data: {} })
    expect(JSON.stringify(problem)).not.toMatch(/secret|</)
  })

  it('a body that is no JSON is refused with a page', async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${server.url}/signup`, { method: 'POST', headers, body: '{"half":' })
    expect(await readProblem(response, anyBackend)).toMatchObject({ code: 'HTTP_400', detail: undefined })
  })

  it('what most apps send by hand has its code', async () => {
    expect(await get('/coded')).toMatchObject({ code: 'NAME_TAKEN', detail: 'Taken.' })
  })

  it.each(Object.keys(generations))('the rate limit with the headers of %s says how long to wait', async (name) => {
    expect((await fetch(`${server.url}/limited/${name}`)).status).toBe(200)
    const problem = await get(`/limited/${name}`)
    expect(problem).toMatchObject({
      status: 429,
      retryAfter: 60_000,
      detail: 'Too many requests, please try again later.',
    })
    expect(problem.rateLimit).toMatchObject({ limit: 1, remaining: 0 })
    expect(problem.rateLimit?.resetIn).toBeGreaterThan(50_000)
    expect(problem.rateLimit?.resetIn).toBeLessThanOrEqual(61_000)
  })
})

async function get(path: string): Promise<Problem> {
  const problem = await readProblem(await fetch(server.url + path), anyBackend)
  if (problem === null) throw new Error('This was expected to fail.')
  return problem
}
