import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problemIn, problemWith } from './read.ts'

const now = Date.UTC(2026, 0, 1)
const longest = 2 ** 31 - 1

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

// An ordinary header of what HTTP allows and forbids → milliseconds, or `undefined`: then the backoff is ours.
const values: readonly (readonly [string, number | undefined])[] = [
  ['120', 120_000],
  ['0', 0],
  ['1.5', 1500],
  ['2.0', 2000],
  ['64.57', 64_570],
  ['\t42 ', 42_000],
  ['120, 120', 120_000],
  ['120, 60', 120_000],
  ['120, soon', undefined],
  ['2147484', longest],
  ['99999999999', longest],
  ['9'.repeat(400), longest],
  ['', undefined],
  ['-1', undefined],
  ['+1', undefined],
  ['0x10', undefined],
  ['1e3', undefined],
  ['120s', undefined],
  ['.5', undefined],
  ['Infinity', undefined],
  ['not-a-valid-value', undefined],
  ['2026-01-01T00:00:30Z', undefined],
]

const dates: readonly (readonly [string, number | undefined])[] = [
  ['Fri, 31 Dec 1999 23:59:59 GMT', 0],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Thu, 1 Jan 2026 00:00:30 UTC', 30_000],
  ['Thursday, 01-Jan-26 00:00:30 GMT', 30_000],
  ['Thu Jan  1 00:00:30 2026', 30_000],
  ['Thu Jan 01 00:00:30 2026', 30_000],
  ['Wed, 31 Dec 2025 23:59:60 GMT', 0],
  ['Wed, 31 Dec 2025 24:00:00 GMT', undefined],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
  ['Tuesday, 01-Jan-75 00:00:00 GMT', longest],
  ['Friday, 01-Jan-77 00:00:00 GMT', 0],
  ['Sun, 32 Dec 2030 25:99:99 GMT', undefined],
  ['Mon, 30 Feb 2026 00:00:00 GMT', undefined],
  ['Thu, 01 Jan 2026 00:60:00 GMT', undefined],
  ['Sun Nov 06 1994 08:49:37 GMT', undefined],
  ['Thu, 01 Jan 2026 00:00:30', undefined],
  ['Thu, 01 Jan 2026 00:00:30 CET', undefined],
  ['Thu, 01 Jan 2026 00:00:30 gmt', undefined],
  ['thu, 01 jan 2026 00:00:30 GMT', undefined],
  ['Foo, 01 Jan 2026 00:00:30 GMT', undefined],
  ['Birthday, 01-Jan-26 00:00:30 GMT', undefined],
  ['Foo Jan 01 00:00:30 2026', undefined],
  ['Thu, 01 Jan 2026 00:00:30 GMT, 45', undefined],
]

describe('Retry-After is read to the letter', () => {
  it.each(values)('%j', async (value, delay) => {
    expect((await problemWith({ 'retry-after': value })).retryAfter).toBe(delay)
  })

  describe.each(['UTC', 'Asia/Tokyo', 'Pacific/Kiritimati', 'America/St_Johns'])('dates in %s', (zone) => {
    beforeEach(() => {
      vi.stubEnv('TZ', zone)
      // Without this the table below would prove nothing.
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    })

    it.each(dates)('%s', async (value, delay) => {
      expect((await problemWith({ 'retry-after': value })).retryAfter).toBe(delay)
    })
  })

  it('two digits of a year are at most 50 years ahead, in any century', async () => {
    vi.setSystemTime(Date.UTC(2090, 0, 1))
    expect((await problemWith({ 'retry-after': 'Thursday, 01-Jan-05 00:00:00 GMT' })).retryAfter).toBe(longest)
    expect((await problemWith({ 'retry-after': 'Thursday, 01-Jan-89 00:00:00 GMT' })).retryAfter).toBe(0)
  })

  it('a date is by the clock of the server, where it tells it', async () => {
    vi.setSystemTime(now + 5 * 60_000)
    const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT', date: 'Thu, 01 Jan 2026 00:00:20 GMT' }
    expect((await problemWith(headers)).retryAfter).toBe(10_000)
    expect((await problemWith({ ...headers, age: '7' })).retryAfter).toBe(3000)
    expect((await problemWith({ ...headers, date: 'yesterday' })).retryAfter).toBe(0)
  })
})

describe('of several hints the first that speaks holds', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{ 'retry-after-short': '1' }, 1000],
    [{ 'retry-after-short': '1', 'retry-after-long': '60' }, 60_000],
    [{ 'retry-after-ms': '10', 'retry-after': '5' }, 10],
    [{ 'x-ms-retry-after-ms': '20', 'retry-after': '5' }, 20],
    [{ 'retry-after-ms': '10.5' }, 10.5],
    [{ 'retry-after-ms': 'abc', 'retry-after': '0.1' }, 100],
    [{ 'retry-after-ms': '-5', 'retry-after': '3' }, 3000],
    [{ 'retry-after-ms': '-5' }, undefined],
    [{ 'retry-after': '', 'ratelimit-reset': '9' }, undefined],
    [{ 'retry-after': 'soon', 'retry-after-short': '9', 'x-ratelimit-reset': '9' }, undefined],
    [{ 'retry-after': '20', ratelimit: '"default";r=0;t=5' }, 20_000],
    [{ 'retry-after-short': '4', ratelimit: '"default";r=0;t=5' }, 4000],
    [{ ratelimit: '"default";r=0;t=5', 'ratelimit-reset': '9' }, 5000],
    [{ ratelimit: 'malformed;', 'ratelimit-reset': '9' }, 9000],
    [{ 'ratelimit-reset': '9', 'x-ratelimit-reset-after': '8' }, 9000],
    [{ 'x-ratelimit-reset-after': '8.5', 'x-ratelimit-reset': '99' }, 8500],
    [{ 'x-ratelimit-reset': '99', 'x-ratelimit-retry-after': '8' }, 8000],
  ])('%j', async (headers, delay) => {
    expect((await problemWith(headers)).retryAfter).toBe(delay)
  })

  it.each([
    [{ 'ratelimit-reset': '9' }, 9000],
    [{}, 2500],
  ])('the body comes last: %j', async (headers, delay) => {
    expect((await problemIn({ title: 'x', retry_after: 2.5 }, { headers })).retryAfter).toBe(delay)
  })

  it.each([
    [-5, 0],
    [1e300, longest],
    ['5', undefined],
  ])('a body that says %j does no harm', async (said, delay) => {
    expect((await problemIn({ title: 'x', retry_after: said })).retryAfter).toBe(delay)
  })

  it.each<[Record<string, string>, boolean | undefined]>([
    [{ 'x-should-retry': 'false' }, false],
    [{ 'x-should-retry': 'TRUE ' }, true],
    [{ 'stripe-should-retry': 'false' }, false],
    [{ 'x-should-retry': 'maybe' }, undefined],
    [{}, undefined],
  ])('whether to retry is the server’s word: %j', async (headers, word) => {
    expect((await problemWith(headers, 503)).shouldRetry).toBe(word)
  })
})
