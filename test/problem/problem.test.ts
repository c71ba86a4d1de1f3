import { describe, expect, it } from 'vitest'
import { isProblem, Problem } from '../../src/problem/problem.ts'
import type { ProblemData, ProblemInit } from '../../src/problem/problem-data.ts'

const hidden = '[Filtered]'
const full: ProblemInit = {
  kind: 'http',
  code: 'SOLD_OUT',
  contract: 'shop',
  status: 409,
  title: 'Sold out',
  detail: 'Bearer abc was too late',
  type: 'https://api.example.com/problems/sold-out',
  instance: '/orders/42?token=x',
  fields: [{ path: ['items', '0'], rule: 'stock', message: 'password=hunter2 is weak' }],
  retryAfter: 1000,
  shouldRetry: true,
  rateLimit: { limit: 10, remaining: 0 },
  challenges: [{ scheme: 'bearer', params: { realm: 'shop', nonce: 'x' } }],
  location: '/jobs/1?access_token=x',
  requestId: 'req-1',
  request: { method: 'POST', url: '/orders?token=x&page=2' },
  data: { left: 0, token: 'x' },
  attempts: 2,
  occurredAt: 0,
  evidence: { sent: 'hunter2', received: 'hunter2' },
}

describe('a problem as data', () => {
  it('holds everything but the bodies, and no secret', () => {
    expect(new Problem(full).toJSON()).toEqual({
      problem: 1,
      kind: 'http',
      code: 'SOLD_OUT',
      contract: 'shop',
      status: 409,
      title: 'Sold out',
      detail: `Bearer ${hidden} was too late`,
      type: 'https://api.example.com/problems/sold-out',
      instance: `/orders/42?token=${hidden}`,
      fields: [{ path: ['items', '0'], rule: 'stock', message: `password=${hidden} is weak` }],
      retryAfter: 1000,
      shouldRetry: true,
      rateLimit: { limit: 10, remaining: 0 },
      challenges: [{ scheme: 'bearer', params: { realm: 'shop', nonce: hidden } }],
      location: `/jobs/1?access_token=${hidden}`,
      requestId: 'req-1',
      request: { method: 'POST', url: `/orders?token=${hidden}&page=2` },
      data: { left: 0, token: hidden },
      attempts: 2,
      occurredAt: 0,
    })
  })

  it('survives JSON and structuredClone, and comes back as it was', () => {
    for (const problem of [new Problem(full), new Problem({ kind: 'network', code: 'NETWORK' })]) {
      const data = problem.toJSON()
      expect(structuredClone(data)).toEqual(data)
      expect(JSON.parse(JSON.stringify(problem))).toEqual(data)
      expect(Problem.fromJSON(data).toJSON()).toEqual(data)
      expect(isProblem(Problem.fromJSON(data))).toBe(true)
    }
  })

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a string', 'problem'],
    ['another object', { kind: 'http' }],
    ['fields that are none', { problem: 1, kind: 'http', code: 'X', fields: 5 }],
    ['a request that is none', { problem: 1, kind: 'http', code: 'X', request: { url: 5 } }],
    [
      'what throws',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no')
          },
        },
      ),
    ],
  ])('read from %s is an unknown problem', (_, data) => {
    expect(Problem.fromJSON(data as ProblemData)).toMatchObject({ kind: 'unknown', code: 'UNKNOWN' })
  })

  it('says no secret in its message, which ends in logs', () => {
    expect(new Problem(full).message).toBe('SOLD_OUT (HTTP 409) at POST /orders')
  })
})
