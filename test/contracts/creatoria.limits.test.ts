import { describe, expect, it } from 'vitest'
import { classify } from '../../src/2-classify/classify.ts'
import { creatoria, creatoriaWith, limitName, type CreatoriaPlan } from '../../src/contracts/creatoria/index.ts'
import { said } from './agreement.ts'
import { nest, read } from './creatoria.answers.ts'

const table: Readonly<Record<CreatoriaPlan, readonly [number, number, number]>> = {
  Free: [60, 1000, 10_000],
  Pro: [600, 10_000, 100_000],
  Team: [3000, 50_000, 500_000],
  Enterprise: [10_000, 200_000, 2_000_000],
}
const plans = Object.entries(table) as [CreatoriaPlan, readonly number[]][]
const limits = plans.flatMap(([plan, sizes]) => sizes.map((limit, index) => ({ plan, limit, level: index + 1 })))

describe('the limit of creatoria', () => {
  it.each(limits)(
    'names every limit of the table for an app that gives its plan: $plan $limit',
    ({ plan, limit, level }) => {
      expect(limitName({ limit, resetIn: 7 }, plan)).toMatchObject({ plan, level, resetIn: 7 })
    },
  )

  it.each(limits)('is named by itself where its size occurs once: $plan $limit', ({ plan, limit, level }) => {
    const isUnique = limits.filter((other) => other.limit === limit).length === 1
    expect(isUnique).toBe(limit !== 10_000)
    const { plan: named, level: at } = limitName({ limit }) ?? {}
    expect([named, at]).toEqual(isUnique ? [plan, level] : [undefined, undefined])
  })

  it('says whose limit it is, and over which time', () => {
    const levels = [3000, 50_000, 500_000].map((limit) => limitName({ limit }))
    expect(levels.map((level) => [level?.level, level?.of, level?.per])).toEqual([
      [1, 'key', 'minute'],
      [2, 'organization', 'hour'],
      [3, 'organization', 'day'],
    ])
  })

  it.each([undefined, {}, { limit: 61 }, { remaining: 0 }])('has no name where nobody can know it: %j', (rateLimit) => {
    expect(limitName(rateLimit)).toBeUndefined()
    expect(limitName(rateLimit, 'Pro')).toBeUndefined()
  })

  it('is named in the words of both bodies, by the plan of the app where the size alone does not tell', async () => {
    const headers = { 'x-ratelimit-limit': '10000', 'x-ratelimit-remaining': '0', 'retry-after': '45' }
    for (const body of [
      nest(429, 'Too many requests'),
      { error: { code: 'RATE_LIMIT_EXCEEDED', retryAfter: 45 } },
      '',
    ]) {
      const problem = await read(429, body, creatoriaWith({ plan: 'Pro' }), headers)
      expect(problem).toMatchObject({ variant: 'hour', data: { plan: 'Pro', level: 2 }, retryAfter: 45_000 })
      expect(await said(creatoria, problem, 'en')).toContain('The Pro plan’s limit per hour for your organization')
      const unnamed = await read(429, body, creatoria, headers)
      expect([unnamed.variant, unnamed.retryAfter]).toEqual([undefined, 45_000])
    }
  })

  it('waits until the window is fresh, where nothing else says how long', async () => {
    const headers = {
      'x-ratelimit-limit': '60',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1800000045',
      date: 'Fri, 15 Jan 2027 08:00:00 GMT',
    }
    const problem = await read(429, nest(429, 'Too many requests'), creatoria, headers)
    expect(problem).toMatchObject({ retryAfter: 45_000, rateLimit: { limit: 60, remaining: 0, resetIn: 45_000 } })
  })

  it('reads the rate limit of every refusal, and lets it change nothing about it', async () => {
    const headers = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '30' }
    for (const status of [400, 401, 403, 404, 409]) {
      const problem = await read(status, nest(status, 'No.'), creatoria, headers)
      expect(problem).toMatchObject({ code: `HTTP_${status}`, rateLimit: { limit: 60, remaining: 0, resetIn: 30_000 } })
      expect(problem.variant).toBeUndefined()
      expect(classify(problem, creatoria).why.key).toBe(`HTTP_${status}`)
    }
  })
})
