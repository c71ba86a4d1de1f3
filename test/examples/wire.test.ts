// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wire, type WireCode } from '../../examples/server/wire.ts'
import { jsonOf, startServer } from './api.ts'

const codes = Object.keys(wire) as WireCode[]

describe('the fault switch', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())

  test('knows the 52 codes of the document', async () => {
    const listed = await jsonOf(await server.request('GET', '/__faults'))
    expect(codes).toHaveLength(52)
    expect((listed['codes'] as { readonly code: string }[]).map(({ code }) => code)).toEqual(codes)
  })

  test.each(codes)('%s comes over the wire with its status and its body, once', async (code) => {
    expect((await server.request('POST', '/__faults', { route: 'GET /api/points', code })).status).toBe(201)
    const response = await server.request('GET', '/api/points')
    expect(response.status).toBe(wire[code].status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    const { title, detail } = wire[code]
    expect(await jsonOf(response)).toMatchObject({
      code,
      status: response.status,
      title,
      detail,
      instance: '/api/points',
    })
    expect((await jsonOf(await server.request('GET', '/api/points')))['code']).toBe('AUTH_UNAUTHORIZED')
  })

  test('sends Retry-After as the code does, as told, or not at all', async () => {
    expect(await retryAfter({ code: 'AUTH_TOO_MANY_REQUESTS' })).toBe('30')
    expect(await retryAfter({ code: 'AUTH_TOO_MANY_REQUESTS', retryAfter: 7 })).toBe('7')
    expect(await retryAfter({ code: 'AUTH_TOO_MANY_REQUESTS', retryAfter: null })).toBeNull()
    expect(await retryAfter({ code: 'INTERNAL_ERROR' })).toBeNull()
  })

  test('names wrong fields as pointers for the profile and as locations for what did not validate', async () => {
    await server.request('POST', '/__faults', {
      route: 'PATCH /api/profile',
      code: 'PROFILE_PAYLOAD_INVALID',
      fields: ['about'],
    })
    const pointers = await jsonOf(await server.request('PATCH', '/api/profile', {}))
    expect(pointers['errors']).toEqual([{ pointer: '#/about', detail: 'Not accepted' }])
    await server.request('POST', '/__faults', { route: 'POST /api/auth/code', code: 'REQUEST_VALIDATION_ERROR' })
    const locations = await jsonOf(await server.request('POST', '/api/auth/code', { email: 'a@b.example' }))
    expect(locations['errors']).toEqual([{ loc: ['body', 'email'], msg: 'Not accepted', type: 'value_error' }])
  })

  test('breaks the wire itself: a dropped connection, an HTML 502, half a body', async () => {
    await server.request('POST', '/__faults', { route: '*', fault: 'drop' })
    await expect(server.request('GET', '/api/points')).rejects.toThrow('fetch failed')
    await server.request('POST', '/__faults', { route: '*', fault: 'html-502' })
    const html = await server.request('GET', '/api/points')
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8'])
    await html.text()
    await server.request('POST', '/__faults', { route: '*', fault: 'truncate' })
    const half = await server.request('GET', '/api/points')
    expect(half.status).toBe(200)
    await expect(half.json()).rejects.toThrow('terminated')
  })

  test('a hang never answers, and the log has seen it', async () => {
    await server.request('DELETE', '/__log')
    await server.request('POST', '/__faults', { route: 'GET /api/points', fault: 'hang' })
    const caller = new AbortController()
    const hung = fetch(`${server.url}/api/points`, { signal: caller.signal })
    await expect
      .poll(async () => jsonOf(await server.request('GET', '/__log')))
      .toMatchObject({ counts: { 'GET /api/points': 1 } })
    caller.abort()
    await expect(hung).rejects.toThrow('aborted')
  })

  test('an armed failure holds for as many requests as told, and for its own route only', async () => {
    await server.request('POST', '/__faults', { route: 'GET /api/invite', code: 'INTERNAL_ERROR', times: 2 })
    expect((await server.request('GET', '/api/points')).status).toBe(401)
    expect((await server.request('GET', '/api/invite')).status).toBe(500)
    expect((await server.request('GET', '/api/invite')).status).toBe(500)
    expect((await server.request('GET', '/api/invite')).status).toBe(401)
  })

  test.each([
    [{ route: 'GET /nowhere', code: 'INTERNAL_ERROR' }],
    [{ route: '*', code: 'NO_SUCH_CODE' }],
    [{ route: '*', code: '__proto__' }],
    [{ route: '*', fault: 'explode' }],
    [{ route: '*' }],
    [{ route: '*', code: 'INTERNAL_ERROR', times: 0 }],
  ])('refuses to arm %j', async (fault) => {
    expect((await server.request('POST', '/__faults', fault)).status).toBe(400)
    expect(await jsonOf(await server.request('GET', '/__faults'))).toMatchObject({ armed: [] })
  })

  async function retryAfter(fault: object): Promise<string | null> {
    await server.request('POST', '/__faults', { route: '*', ...fault })
    const response = await server.request('GET', '/api/points')
    await response.text()
    return response.headers.get('retry-after')
  }
})
