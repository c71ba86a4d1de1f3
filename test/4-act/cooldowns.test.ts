import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Cooldowns, setsCooldown } from '../../src/4-act/cooldowns.ts'
import { createRemedyStore } from '../../src/4-act/store.ts'
import { defineContract, Problem, type ProblemInit } from '../../src/core.ts'

const start = Date.UTC(2026, 0, 1)

function create(contract = defineContract({ name: 'api', dialects: [], identity: 'code', catalogue: {} })) {
  const store = createRemedyStore()
  const over = vi.fn()
  const cooldowns = new Cooldowns({ store, now: () => Date.now(), contractOf: () => contract })
  cooldowns.onOver(over)
  return { cooldowns, over, held: () => store.getState().cooldowns, contract }
}

function limited(init: Partial<ProblemInit> = {}): Problem {
  return new Problem({ kind: 'http', code: 'SLOW_DOWN', status: 429, contract: 'api', occurredAt: Date.now(), ...init })
}

beforeEach(() => {
  vi.useFakeTimers({ now: start })
})

describe('a cooldown', () => {
  it('is set by a 429, and by whatever asks for a wait', () => {
    expect(setsCooldown(limited())).toBe(true)
    expect(setsCooldown(limited({ status: 503, retryAfter: 1000 }))).toBe(true)
    expect(setsCooldown(limited({ status: 403, rateLimit: { remaining: 0 } }))).toBe(true)
    expect(setsCooldown(limited({ status: 503 }))).toBe(false)
    expect(setsCooldown(limited({ status: 503, retryAfter: 0 }))).toBe(false)
  })

  it('is a deadline: counted from the answer, not from when it was heard of', () => {
    const { cooldowns, held } = create()
    const problem = limited({ retryAfter: 10_000 })
    vi.advanceTimersByTime(4000)
    expect(cooldowns.set(problem)).toBe('api/SLOW_DOWN')
    expect(held()['api/SLOW_DOWN']).toEqual({ until: start + 10_000, since: start + 4000, known: true })
  })

  it('is over at its deadline, to the millisecond, and says so once', () => {
    const { cooldowns, held, over } = create()
    cooldowns.set(limited({ retryAfter: 10_000 }))
    vi.advanceTimersByTime(9999)
    expect(over).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(held()).toEqual({})
    expect(over.mock.calls).toEqual([['api/SLOW_DOWN']])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of a server that gave no time holds without a number', () => {
    const { cooldowns, held } = create()
    cooldowns.set(limited())
    expect(held()['api/SLOW_DOWN']?.known).toBe(false)
    vi.advanceTimersByTime(60_000)
    expect(held()).toEqual({})
  })

  it('may grow and never shrinks', () => {
    const { cooldowns, held, over } = create()
    cooldowns.set(limited({ retryAfter: 10_000 }))
    cooldowns.set(limited({ retryAfter: 5000 }))
    expect(held()['api/SLOW_DOWN']?.until).toBe(start + 10_000)
    cooldowns.set(limited({ retryAfter: 20_000 }))
    vi.advanceTimersByTime(19_999)
    expect(over).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(over).toHaveBeenCalledTimes(1)
  })

  it('holds beyond what one timer can', () => {
    const { cooldowns, held, over } = create()
    const month = 31 * 24 * 3600 * 1000
    cooldowns.set(limited({ retryAfter: month }))
    vi.advanceTimersByTime(month - 1)
    expect(held()).not.toEqual({})
    expect(over).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(over).toHaveBeenCalledTimes(1)
  })

  it('is over after a sleep that stopped the timers', () => {
    const { cooldowns, over } = create()
    cooldowns.set(limited({ retryAfter: 10_000 }))
    vi.setSystemTime(start + 3_600_000)
    vi.advanceTimersByTime(10_000)
    expect(over).toHaveBeenCalledTimes(1)
  })

  it('is over soon after a sleep of which nobody tells', () => {
    const { cooldowns, over, held } = create()
    cooldowns.set(limited({ retryAfter: 600_000 }))
    vi.advanceTimersByTime(30_000)
    vi.setSystemTime(start + 3_600_000)
    vi.advanceTimersByTime(10_000)
    expect(over).toHaveBeenCalledTimes(1)
    expect(held()).toEqual({})
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is over when its tab is looked at again, though the timers slept', () => {
    const { cooldowns, over, held } = create()
    cooldowns.set(limited({ retryAfter: 10_000 }))
    vi.setSystemTime(start + 10_000)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(over).toHaveBeenCalledTimes(1)
    expect(held()).toEqual({})
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is over in time although the clock was set back', () => {
    const { cooldowns, over, held } = create()
    cooldowns.set(limited({ retryAfter: 10_000 }))
    vi.setSystemTime(start - 3_600_000)
    vi.advanceTimersByTime(10_000)
    expect(over).toHaveBeenCalledTimes(1)
    expect(held()).toEqual({})
  })

  it('of an origin that could not be reached is over once it answers, and no other one is', () => {
    const { cooldowns, over, held } = create()
    const down = { code: 'HTTP_503', status: 503, retryAfter: 30_000 }
    cooldowns.set(limited({ ...down, request: { method: 'GET', url: 'https://api.example/a' } }))
    cooldowns.set(limited({ retryAfter: 30_000, request: { method: 'GET', url: 'https://api.example/b' } }))
    cooldowns.reached('https://other.example')
    expect(over).not.toHaveBeenCalled()
    cooldowns.reached('https://api.example')
    expect(over.mock.calls).toEqual([['api/HTTP_503']])
    expect(Object.keys(held())).toEqual(['api/SLOW_DOWN'])
  })

  it('of one limit leaves the others alone', () => {
    const { cooldowns, held } = create()
    cooldowns.set(limited({ retryAfter: 1000 }))
    cooldowns.set(limited({ retryAfter: 2000, code: 'OTHER' }))
    vi.advanceTimersByTime(1000)
    expect(Object.keys(held())).toEqual(['api/OTHER'])
  })

  it('of a problem whose deadline has passed is over at once', () => {
    const { cooldowns, held, over } = create()
    const problem = limited({ retryAfter: 1000 })
    vi.setSystemTime(start + 5000)
    cooldowns.set(problem)
    expect(held()).toEqual({})
    expect(over).toHaveBeenCalledTimes(1)
  })
})
