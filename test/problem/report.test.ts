import { describe, expect, it } from 'vitest'
import { classify } from '../../src/2-classify/classify.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { ProblemInit } from '../../src/problem/problem-data.ts'
import { createReport } from '../../src/problem/report.ts'
import { routeTemplate } from '../../src/problem/route.ts'

const hidden = '[Filtered]'

function failure(init: Partial<ProblemInit> = {}): Problem {
  return new Problem({ kind: 'http', code: 'SOLD_OUT', contract: 'shop', status: 409, occurredAt: 0, ...init })
}

describe('O1: one shape for all problems', () => {
  it('holds what helps to find the cause', () => {
    const problem = failure({
      request: { method: 'POST', url: 'https://api.example.com/v1/orders/42?access_token=x&page=2' },
      requestId: 'req-1',
      title: 'Sold out',
      detail: 'Bearer abc bought the last one',
      type: 'https://api.example.com/problems/sold-out',
      fields: [{ path: ['items', '0'], rule: 'stock', message: 'none left' }],
      evidence: { sent: '{"item":1,"card":{"number":"4111"}}', received: '{"code":"SOLD_OUT","token":"x","left":0}' },
      attempts: 3,
    })
    expect(createReport(problem, { remedy: classify(problem, undefined) })).toEqual({
      fingerprint: 'shop SOLD_OUT /v1/orders/:id',
      expected: false,
      contract: 'shop',
      code: 'SOLD_OUT',
      kind: 'http',
      status: 409,
      method: 'POST',
      url: `https://api.example.com/v1/orders/42?access_token=${hidden}&page=2`,
      requestId: 'req-1',
      time: '1970-01-01T00:00:00.000Z',
      attempts: 3,
      requestBody: { item: 1, card: hidden },
      responseBody: { code: 'SOLD_OUT', token: hidden, left: 0 },
      said: {
        title: 'Sold out',
        detail: `Bearer ${hidden} bought the last one`,
        type: 'https://api.example.com/problems/sold-out',
        instance: undefined,
        fields: [{ path: ['items', '0'], rule: 'stock', message: 'none left' }],
      },
      cause: undefined,
      why: { rung: 'status', layer: 'kit', key: '409' },
    })
  })

  it('has the same members for a problem that no response came for', () => {
    const lost = createReport(
      failure({ kind: 'network', code: 'NETWORK', status: undefined, cause: new TypeError('Failed to fetch') }),
    )
    expect(Object.keys(lost)).toEqual(Object.keys(createReport(failure())))
    expect(lost).toMatchObject({ fingerprint: 'shop NETWORK -', cause: 'TypeError: Failed to fetch' })
  })

  it('keeps the expected apart from the unexpected', () => {
    const remedy = { why: { rung: 'code', layer: 'contract', key: 'SOLD_OUT' } } as const
    expect(createReport(failure(), { remedy: { ...remedy, report: 'expected' } }).expected).toBe(true)
    expect(createReport(failure(), { remedy: { ...remedy, report: 'unexpected' } }).expected).toBe(false)
    expect(createReport(failure()).expected).toBe(false)
    expect(createReport(failure({ kind: 'network' })).expected).toBe(true)
  })

  it('has the same fingerprint in every language and for every one of many things', () => {
    const at = (url: string, title: string) =>
      createReport(failure({ title, request: { method: 'GET', url } })).fingerprint
    expect(at('/v1/orders/42?x=1', 'Sold out')).toBe(
      at('https://h.example/v1/orders/550e8400-e29b-41d4-a716-446655440000', '售罄'),
    )
    expect(at('/v1/orders/42', '')).not.toBe(at('/v1/refunds/42', ''))
  })

  it.each([
    ['https://h.example/v1/users/42?x#y', '/v1/users/:id'],
    ['/a/550e8400-e29b-41d4-a716-446655440000/b', '/a/:id/b'],
    ['/commits/9fceb02d0ae598e95dc970b74767f19372d61af8', '/commits/:id'],
    ['/agent/01HZXQ5Y8K3M4N5P6Q7R8S9T0V/events', '/agent/:id/events'],
    ['/sess_1a2b3c4d/runs', '/:id/runs'],
    ['/readings/2026-01-31', '/readings/:id'],
    ['/users/anna%20b', '/users/:id'],
    ['/users/a@b.example', '/users/:id'],
    [`/x/${'a'.repeat(100)}`, '/x/:id'],
    ['/api/v2/oauth2/refresh-notifications', '/api/v2/oauth2/refresh-notifications'],
    ['/facade/step2/user_profile', '/facade/step2/user_profile'],
    ['https://h.example', '/'],
    ['', '/'],
  ])('reads %s as the route %s', (url, route) => {
    expect(routeTemplate(url)).toBe(route)
  })
})

describe('O2: no secret leaves with a report', () => {
  const sentCode = new FormData()
  sentCode.set('code', '123456')
  sentCode.set('avatar', new File(['abc'], 'my-passport.png', { type: 'image/png' }))

  it.each<[string, unknown, unknown]>([
    ['JSON', '{"phone":"1","code":"123456"}', { phone: '1', code: hidden }],
    ['an object', { phone: '1', code: '123456' }, { phone: '1', code: hidden }],
    ['a form', 'phone=1&password=hunter2', { phone: '1', password: hidden }],
    ['URLSearchParams', new URLSearchParams('phone=1&otp=2'), { phone: '1', otp: hidden }],
    ['FormData, files by their size alone', sentCode, { code: hidden, avatar: '[File, 3 bytes]' }],
    ['a Blob', new Blob(['abc']), '[Blob, 3 bytes]'],
    ['bytes', new Uint8Array(3), '[Uint8Array, 3 bytes]'],
    ['a stream', new ReadableStream(), '[ReadableStream]'],
    ['text', 'password=hunter2; rest', `password=${hidden}; rest`],
    ['nothing', null, undefined],
  ])('in a request body that is %s', (_, sent, clean) => {
    expect(createReport(failure({ evidence: { sent } })).requestBody).toEqual(clean)
  })

  it.each<[string, unknown, unknown]>([
    ['JSON', '{"code":"X","input":"hunter2"}', { code: 'X', input: hidden }],
    [
      'what was put in, echoed deep inside',
      '{"detail":[{"loc":["body","pw"],"input":"hunter2"}]}',
      { detail: [{ loc: ['body', 'pw'], input: hidden }] },
    ],
    ['JSON cut off', '{"code":"X","password":"hunt', `{"code":"X","password":"${hidden}"`],
    ['HTML', '<p>Cookie</p>', '<p>Cookie</p>'],
  ])('in a response body that is %s', (_, received, clean) => {
    expect(createReport(failure({ evidence: { received } })).responseBody).toEqual(clean)
  })

  it('takes the rest of the body where the body itself is gone', () => {
    expect(createReport(failure({ data: { left: 0, token: 'x' } })).responseBody).toEqual({ left: 0, token: hidden })
  })

  it('lets the application take out more, and nothing back in', () => {
    const problem = failure({
      evidence: { sent: { email: 'a@b.example', deep: [{ email: 'c@d.example' }], token: 'x' } },
    })
    const seen: unknown[] = []
    const redact = (key: string, value: unknown) => {
      if (key === 'token') seen.push(value)
      return key === 'email' ? hidden : value
    }
    expect(createReport(problem, { redact }).requestBody).toEqual({
      email: hidden,
      deep: [{ email: hidden }],
      token: hidden,
    })
    expect(seen).toEqual([hidden])
  })

  it('leaves nothing where the application throws', () => {
    const redact = (key: string, value: unknown) => {
      if (key === 'title') throw new Error('mistake')
      return value
    }
    expect(createReport(failure({ title: 'Sold out' }), { redact }).said.title).toBe(hidden)
  })
})

describe('a report is plain data, whatever the problem holds', () => {
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no')
      },
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )

  it.each<[string, Partial<ProblemInit>]>([
    ['a cyclic body', { evidence: { sent: cyclic } }],
    ['a body that throws', { evidence: { sent: hostile, received: hostile } }],
    ['a cause that throws', { cause: hostile }],
    ['a bigint', { evidence: { sent: { n: 1n } } }],
    ['a time that never was', { occurredAt: Number.NaN }],
    ['a URL that is none', { request: { method: '', url: 'http://[' } }],
  ])('%s', (_, init) => {
    const report = createReport(failure(init))
    expect(() => structuredClone(report)).not.toThrow()
    expect(() => JSON.stringify(report)).not.toThrow()
  })

  it('and whatever the application puts in', () => {
    const report = createReport(failure(), { redact: (key, value) => (key === 'said' ? cyclic : value) })
    expect(() => JSON.stringify(report)).not.toThrow()
  })
})
