import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterServer, backoff, longestDelay } from '../../src/3-decide/backoff.ts'
import type { RetryRule } from '../../src/problem/remedy.ts'

const rule: RetryRule = { retries: 2, first: 1000, factor: 2, max: 30_000, jitter: 1 }
const seeded = { seed: 20260101, numRuns: 2000 }

describe('R2: our own wait is exponential, with a floor and jitter', () => {
  it.each([
    [1, 1000, 2000],
    [2, 2000, 4000],
    [3, 4000, 8000],
    [6, 30_000, 60_000],
    [1025, 30_000, 60_000],
  ])('after %i requests it lies between %i and %i ms', (attempt, least, most) => {
    expect(backoff(rule, attempt, () => 0)).toBe(least)
    expect(backoff(rule, attempt, () => 1)).toBe(most)
  })

  it('keeps to the jitter of the rule', () => {
    expect(backoff({ ...rule, jitter: 0 }, 2, () => 1)).toBe(2000)
    expect(backoff({ ...rule, jitter: 0.5 }, 2, () => 1)).toBe(3000)
  })

  it.each([Number.NaN, Infinity, -Infinity, -1])('takes %d in a rule for nothing said', (odd) => {
    const odds = { retries: odd, first: odd, factor: odd, max: odd, jitter: odd }
    expect(backoff(odds, 1, () => 1)).toBe(backoff(rule, 1, () => 1))
    expect(backoff(odds, 1025, () => 1)).toBe(60_000)
  })

  it.each([Number.NaN, -1, 2])('is not thrown off by a random number that is %d', (random) => {
    expect(backoff(rule, 1, () => random)).toBe(1500)
  })

  it('is a whole number that a timer can hold, whatever the rule and the attempt', () => {
    const odd = fc.oneof(
      fc.double({ noDefaultInfinity: false }),
      fc.integer(),
      fc.constantFrom(0, Infinity, Number.NaN),
    )
    const rules = fc.record({ retries: odd, first: odd, factor: odd, max: odd, jitter: odd })
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, attempt, random) => {
          const delay = backoff(given, attempt, () => random)
          expect(delay).toSatisfy(Number.isInteger)
          expect(delay).toBeGreaterThanOrEqual(0)
          expect(delay).toBeLessThanOrEqual(longestDelay)
        },
      ),
      seeded,
    )
  })

  it('never lies below its floor', () => {
    const rules = fc.record({
      first: fc.nat(10_000),
      factor: fc.double({ min: 1, max: 4, noNaN: true }),
      max: fc.nat(60_000),
      jitter: fc.nat(2),
    })
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, attempt, random) => {
          const floor = Math.min(given.first * given.factor ** (attempt - 1), given.max)
          expect(backoff(given, attempt, () => random)).toBeGreaterThanOrEqual(Math.floor(floor))
        },
      ),
      seeded,
    )
  })
})

describe('R2: what the server asks is a floor, with a spread of up to once that wait', () => {
  it.each([
    [30_000, 0, 30_000],
    [30_000, 0.5, 45_000],
    [30_000, 1, 60_000],
    [longestDelay, 1, longestDelay],
    [1e300, 0, longestDelay],
  ])('%i ms and %d: %i ms', (asked, random, delay) => {
    expect(afterServer(asked, () => random)).toBe(delay)
  })

  it('brings 10,000 clients back evenly', () => {
    const random = mulberry32(7)
    const bins = Array.from({ length: 30 }, () => 0)
    for (let client = 0; client < 10_000; client++) {
      const bin = Math.min(29, Math.floor((afterServer(30_000, random) - 30_000) / 1000))
      bins[bin] = (bins[bin] ?? 0) + 1
    }
    expect(Math.max(...bins)).toBeLessThan((10_000 / 30) * 1.3)
    expect(Math.min(...bins)).toBeGreaterThan((10_000 / 30) * 0.7)
  })
})

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
