// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backends } from '../../examples/server/backends/backends.ts'
import { startServer } from './api.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

async function ask(method: string, path: string) {
  const response = await server.request(method, path)
  const text = await response.text()
  const parsed: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: parsed }
}

describe('the fault switch, for the backends beside the product', () => {
  const routes = {
    qoder: 'GET /qoder/v1/agents',
    creatoria: 'GET /creatoria/v1/agents',
    resq: 'GET /resq/coordination/missions',
  }
  const all = Object.entries(backends).flatMap(([name, { wire }]) => {
    const route = routes[name as keyof typeof routes]
    return Object.entries(wire).map(([code, wireCase]) => ({ name, code, route, wireCase }))
  })

  test.each(all)('$name $code comes over the wire as it is documented, once', async ({ code, route, wireCase }) => {
    expect((await server.request('POST', '/__faults', { route, code })).status).toBe(201)
    const [method = '', path = ''] = route.split(' ')
    const answer = await ask(method, path)
    expect(answer.status).toBe(wireCase.status)
    expect(answer.body).toEqual(wireCase.body)
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.has('x-ratelimit-limit')).toBe(route === routes.creatoria)
    expect((await ask(method, path)).status).toBe(401)
  })

  test.each([
    { route: 'GET /qoder/v1/agents', code: 'HTTP_403' },
    { route: 'GET /resq/coordination/missions', code: 'conflict_error' },
    { route: 'GET /creatoria/v1/agents', code: 'INTERNAL_ERROR' },
    { route: 'GET /api/points', code: 'conflict_error' },
    { route: '*', code: 'conflict_error' },
    { route: '* /qoder/', code: 'HTTP_404' },
    { route: '* /nowhere/', fault: 'drop' },
    { route: 'GET /qoder/v1/agents', code: 'toString' },
  ])('refuses a failure that the backend of the route does not have: %j', async (fault) => {
    expect((await server.request('POST', '/__faults', fault)).status).toBe(400)
  })

  test('one armed for whichever comes next to a backend waits for that backend', async () => {
    await server.request('POST', '/__faults', { route: '* /resq/', code: 'HTTP_503' })
    expect((await ask('GET', '/qoder/v1/agents')).status).toBe(401)
    expect((await ask('POST', '/resq/coordination/telemetry')).status).toBe(503)
  })

  test('a code armed for whichever comes next passes by the backends that do not have it', async () => {
    await server.request('POST', '/__faults', { route: '*', code: 'INTERNAL_ERROR' })
    expect((await ask('GET', '/qoder/v1/agents')).status).toBe(401)
    expect((await server.request('GET', '/api/points')).status).toBe(500)
  })
})
