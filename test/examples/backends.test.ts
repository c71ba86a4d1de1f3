// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backends } from '../../examples/server/backends/backends.ts'
import { memory } from '../../examples/server/backends/qoder-wire.ts'
import { jsonOf, startServer } from './api.ts'

type Headers_ = Record<string, string>

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function ask(method: string, path: string, body?: unknown, headers?: Headers_) {
  const response = await server.request(method, path, body, headers)
  const text = await response.text()
  const parsed: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: parsed }
}

describe('qoder', () => {
  const bearer = { authorization: 'Bearer pt-demo' }

  test.each([{}, { authorization: 'Bearer pt-old' }, { 'x-api-key': 'pt-demo' }])(
    'refuses %j for its token',
    async (headers) => {
      const answer = await ask('GET', '/qoder/v1/agents', undefined, headers)
      expect(answer).toMatchObject({ status: 401, body: { error: { type: 'authentication_error' } } })
    },
  )

  test('says which field is missing, and takes the agent when it is there', async () => {
    expect(await ask('POST', '/qoder/v1/agents', {}, bearer)).toMatchObject({
      status: 400,
      body: { error: { type: 'invalid_request_error', param: 'name' } },
    })
    expect(await ask('POST', '/qoder/v1/agents', { name: 'Clerk' }, bearer)).toMatchObject({ status: 201 })
  })

  test('tells its three conflicts apart by their sentences', async () => {
    const key = { ...bearer, 'idempotency-key': 'k1' }
    await ask('POST', '/qoder/v1/agents', { name: 'One' }, key)
    const conflicts = [
      await ask('POST', '/qoder/v1/agents', { name: 'Two' }, key),
      await ask('POST', '/qoder/v1/sessions/sess_204/messages', {}, bearer),
      await ask('POST', '/qoder/v1/agents', { name: 'One' }, bearer),
    ]
    expect(conflicts.map(({ status }) => status)).toEqual([409, 409, 409])
    const [sameKey, ended, duplicate] = conflicts.map(({ body }) => JSON.stringify(body))
    expect(sameKey).toContain('idempotency key')
    expect(ended).toContain('terminated')
    expect(duplicate).toContain('already exists')
  })

  test('wants the beta identifier, and the current one', async () => {
    const withBeta = (beta: string) => ask('GET', '/qoder/v1/memory', undefined, { ...bearer, 'qoder-beta': beta })
    expect(await ask('GET', '/qoder/v1/memory', undefined, bearer)).toMatchObject({
      status: 501,
      body: { error: { message: expect.stringMatching(/missing/) as unknown, ...memory } },
    })
    expect(await withBeta('agent-memory-2025-06')).toMatchObject({
      status: 501,
      body: { error: { message: expect.stringMatching(/outdated/) as unknown, ...memory } },
    })
    expect(await withBeta(memory.available_from)).toMatchObject({ status: 200 })
  })

  test('shows nobody the agents of others, and knows none that is not there', async () => {
    expect(await ask('GET', '/qoder/v1/agents/agent_other_user_123', undefined, bearer)).toMatchObject({ status: 403 })
    expect(await ask('GET', '/qoder/v1/agents/agent_nonexistent_123', undefined, bearer)).toMatchObject({ status: 404 })
  })
})

describe('creatoria', () => {
  const admin = { 'x-api-key': 'ck-admin' }
  const agent = { name: 'Nova', model: 'aria-2' }

  test('says what is left of the limit on every answer, failures included', async () => {
    await server.request('POST', '/__limit', { left: 60 })
    const answers = [
      await ask('GET', '/creatoria/v1/agents'),
      await ask('GET', '/creatoria/v1/agents', undefined, admin),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 200])
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-limit'))).toEqual(['60', '60'])
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['59', '58'])
    const reset = Number(answers[0]?.headers.get('x-ratelimit-reset')) - Date.now() / 1000
    expect(reset).toBeGreaterThan(50)
    expect(reset).toBeLessThan(62)
  })

  test('refuses when nothing is left, and says for how long', async () => {
    await server.request('POST', '/__limit', { left: 1 })
    expect((await ask('GET', '/creatoria/v1/agents', undefined, admin)).headers.get('x-ratelimit-remaining')).toBe('0')
    const refused = await ask('GET', '/creatoria/v1/agents', undefined, admin)
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMIT_EXCEEDED' } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
    await server.request('POST', '/__limit', { left: 60 })
  })

  test('asks in turn for the level of the key, the fields, the project, and another name', async () => {
    const create = (body: unknown, headers: Headers_) => ask('POST', '/creatoria/v1/agents', body, headers)
    const project = { ...admin, 'x-project-id': 'river' }
    expect(await create(agent, { 'x-api-key': 'ck-read' })).toMatchObject({ status: 403 })
    expect(await create({ name: 'Nova' }, admin)).toMatchObject({
      status: 400,
      body: { message: ['model is required'] },
    })
    expect(await create(agent, admin)).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^Project context is required/) as unknown },
    })
    expect(await create(agent, project)).toMatchObject({ status: 201 })
    expect(await create(agent, project)).toMatchObject({ status: 409 })
    expect(await ask('GET', '/creatoria/v1/agents/agent_xxx', undefined, admin)).toMatchObject({ status: 404 })
  })

  test('breaks a conversation off with an error frame, and ends it', async () => {
    const response = await server.request('POST', '/creatoria/v1/chat', {}, admin)
    const text = await response.text()
    expect(response.headers.get('x-ratelimit-limit')).toBe('60')
    expect(text).toContain('data: {"error":"Tool execution failed: timeout","sessionId":"sess_xxx"}')
    expect(text.trim().endsWith('data: [DONE]')).toBe(true)
  })
})

describe('resq', () => {
  test('refuses who is not signed in, each service with its own sentence', async () => {
    expect(await ask('GET', '/resq/coordination/missions')).toMatchObject({
      status: 401,
      body: { error: 'Token expired' },
    })
    expect(await ask('POST', '/resq/infrastructure/evidence')).toMatchObject({
      status: 401,
      body: { error: 'Invalid credentials' },
    })
  })

  test('validates, queues, stores, deletes, and leaves approving to those who may', async () => {
    const { call } = await server.signIn('resq@example.com')
    const status = async (method: string, path: string, body?: unknown) => (await call(method, path, body)).status
    const wrong = await call('POST', '/resq/coordination/missions', {})
    expect([wrong.status, await jsonOf(wrong)]).toEqual([422, backends.resq.wire.HTTP_422.body])
    expect(await status('POST', '/resq/coordination/missions', { mission_id: 'm-30' })).toBe(201)
    expect(await status('POST', '/resq/coordination/telemetry', {})).toBe(202)
    expect(await status('POST', '/resq/infrastructure/evidence', {})).toBe(201)
    expect(await status('DELETE', '/resq/infrastructure/evidence/1')).toBe(204)
    expect(await status('POST', '/resq/coordination/missions/m-17/approve')).toBe(403)
    expect(await status('POST', '/resq/coordination/missions/m-99/approve')).toBe(404)
  })

  test('finds that another operator was faster, and shows it from then on', async () => {
    const { call } = await server.signIn('resq@example.com')
    expect((await call('POST', '/resq/coordination/missions/m-18/claim')).status).toBe(409)
    const { missions } = await jsonOf(await call('GET', '/resq/coordination/missions'))
    expect(missions).toContainEqual({ id: 'm-18', place: 'Old harbour', status: 'approved' })
  })
})
