import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problemWith } from './read.ts'
import { processorTime } from '../processor-time.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['Date'] }) // 1767225600 seconds
})
afterEach(() => {
  vi.useRealTimers()
})

interface Row {
  readonly headers: Readonly<Record<string, string>>
  readonly limit?: object | undefined
  readonly wait?: number
}

const structured: readonly Row[] = [
  { headers: { ratelimit: '"default";r=50;t=30' }, limit: { remaining: 50, resetIn: 30_000 } },
  { headers: { ratelimit: '"default";r=0;t=5' }, limit: { remaining: 0, resetIn: 5000 }, wait: 5000 },
  { headers: { ratelimit: '"default";r=999;pk=:dHJpYWwxMjEzMjM=:' }, limit: { remaining: 999 } },
  { headers: { ratelimit: '"1-in-15min"; r=0; t=900' }, limit: { remaining: 0, resetIn: 900_000 }, wait: 900_000 },
  {
    headers: { ratelimit: '"a";r=5;t=1, "b";r=0;t=36000' },
    limit: { remaining: 0, resetIn: 36_000_000 },
    wait: 36_000_000,
  },
  {
    headers: { ratelimit: 'limit=100, remaining=0, reset=50' },
    limit: { limit: 100, remaining: 0, resetIn: 50_000 },
    wait: 50_000,
  },
  {
    headers: { 'ratelimit-policy': '"burst";q=100;w=60,"daily";q=1000;w=86400', ratelimit: '"daily";r=3' },
    limit: {
      limit: 1000,
      remaining: 3,
      window: 86_400_000,
      policies: [
        { name: 'burst', limit: 100, window: 60_000 },
        { name: 'daily', limit: 1000, remaining: 3, window: 86_400_000 },
      ],
    },
  },
  {
    headers: {
      'ratelimit-policy': '1;w=900',
      'ratelimit-limit': '1',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '900',
    },
    limit: {
      limit: 1,
      remaining: 0,
      resetIn: 900_000,
      window: 900_000,
      policies: [{ name: '', limit: 1, window: 900_000 }],
    },
    wait: 900_000,
  },
  { headers: { 'ratelimit-policy': '"a\\"b";q=2' }, limit: { policies: [{ name: 'a"b', limit: 2 }] } },
]

const malformed: readonly string[] = [
  'default;r=50;t=30',
  '"default";r=-1;t=30',
  '"default";r=1.5',
  '"default";r="50"',
  '"default";r=1;t=-1',
  '"default"',
  "'default';r=50",
  '"a";r=0;t=5,',
  ',"a";r=0;t=5',
  '"a";r=0;t=5 "b";r=0;t=9',
  '"x";r=9999999999999999',
  '"a;r=0;t=5',
  `"${'a'.repeat(5000)}";r=0;t=5`,
  '',
]

const named: readonly Row[] = [
  { headers: { 'ratelimit-reset': '1' }, limit: { resetIn: 1000 }, wait: 1000 },
  { headers: { 'x-ratelimit-reset': '1767225603' }, limit: { resetIn: 3000 }, wait: 3000 },
  { headers: { 'x-ratelimit-reset': '60' }, limit: { resetIn: 60_000 }, wait: 60_000 },
  { headers: { 'x-rate-limit-reset': '60' }, limit: { resetIn: 60_000 }, wait: 60_000 },
  { headers: { 'x-ratelimit-reset': '1767225603000' }, limit: { resetIn: 3000 }, wait: 3000 },
  { headers: { 'x-ratelimit-reset': '1767225000' }, limit: { resetIn: 0 }, wait: 0 },
  { headers: { 'x-ratelimit-reset': '60', 'x-ratelimit-remaining': '7' }, limit: { remaining: 7, resetIn: 60_000 } },
  {
    headers: { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225660' },
    limit: { limit: 5000, remaining: 0, resetIn: 60_000 },
    wait: 60_000,
  },
  { headers: { 'x-ratelimit-reset-requests': '6m0s' }, limit: { resetIn: 360_000 }, wait: 360_000 },
  { headers: { 'x-ratelimit-reset-tokens': '12ms' }, limit: { resetIn: 12 }, wait: 12 },
  { headers: { 'x-ratelimit-reset-tokens': '1h2m3.5s' }, limit: { resetIn: 3_723_500 }, wait: 3_723_500 },
  {
    headers: {
      'x-ratelimit-remaining-requests': '9',
      'x-ratelimit-reset-requests': '9s',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '2s',
    },
    limit: { remaining: 0, resetIn: 2000 },
    wait: 2000,
  },
  {
    headers: { 'anthropic-ratelimit-requests-reset': '2026-01-01T00:01:00Z' },
    limit: { resetIn: 60_000 },
    wait: 60_000,
  },
  { headers: { 'x-ratelimit-reset': 'Thu, 01 Jan 2026 00:00:30 GMT' }, limit: { resetIn: 30_000 }, wait: 30_000 },
  {
    headers: { 'x-ratelimit-limit-short': '3', 'x-ratelimit-remaining-short': '0', 'x-ratelimit-reset-short': '4' },
    limit: { limit: 3, remaining: 0, resetIn: 4000 },
    wait: 4000,
  },
  {
    headers: { 'x-ratelimit-limit': '100, 100;window=60, 10000;window=86400', 'x-ratelimit-reset': '3' },
    limit: { limit: 100, resetIn: 3000 },
    wait: 3000,
  },
  { headers: { 'ratelimit-reset': '4', 'x-ratelimit-reset': '9' }, limit: { resetIn: 4000 }, wait: 4000 },
  { headers: { 'x-ratelimit-reset': '9'.repeat(300) }, limit: { resetIn: 2 ** 31 - 1 }, wait: 2 ** 31 - 1 },
  { headers: { 'x-ratelimit-reset': 'soon', 'x-ratelimit-remaining': '-1' }, limit: {} },
  { headers: { 'x-ratelimit-reset': '60', age: '3' }, limit: undefined },
  { headers: { 'x-rate': '1', 'x-separate-limit-reset': '5' }, limit: undefined },
]

describe('rate limits are read in every dialect', () => {
  it.each([...structured, ...named])('$headers', async ({ headers, limit, wait }) => {
    const { rateLimit, retryAfter } = await problemWith(headers)
    expect(rateLimit).toEqual(limit)
    expect(retryAfter).toBe(wait)
  })

  it.each(malformed)('a malformed RateLimit is ignored: %j', async (ratelimit) => {
    const { rateLimit, retryAfter } = await problemWith({ ratelimit })
    expect([rateLimit, retryAfter]).toEqual([undefined, undefined])
  })

  it('a 403 whose limit is used up says so', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225660' }
    expect(await problemWith(headers, 403)).toMatchObject({
      status: 403,
      retryAfter: 60_000,
      rateLimit: { remaining: 0 },
    })
  })

  it('a header name made to be slow is not', async () => {
    const start = processorTime()
    await problemWith({ [`x-ratelimit-${'limit-'.repeat(5000)}!`]: '1' })
    expect(processorTime() - start).toBeLessThan(200)
  })
})
