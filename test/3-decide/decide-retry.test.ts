import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../src/2-classify/classify.ts'
import { decideRetry, type DecideOptions, type Decision } from '../../src/3-decide/decide-retry.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { ProblemInit } from '../../src/problem/problem-data.ts'
import type { Remedy, ResolvedRemedy } from '../../src/problem/remedy.ts'
import { contract, problem } from '../2-classify/samples.ts'

const sure = { attempt: 1, random: () => 0 }

function remedyFor(given: Problem, stated?: Remedy): ResolvedRemedy {
  return classify(given, contract(), { call: { remedies: { [given.code]: stated } } })
}

function ask(init: Partial<ProblemInit>, options: Partial<DecideOptions> = {}, stated?: Remedy): Decision {
  const given = problem(init)
  return decideRetry(given, remedyFor(given, stated), { ...sure, ...options })
}

function at(method: string): Partial<ProblemInit> {
  return { request: { method, url: '/orders' } }
}

function because(decision: Decision): string {
  return decision.do === 'hand-over' ? decision.because : decision.do
}

function status(code: number): Partial<ProblemInit> {
  return { status: code, code: `HTTP_${code}` }
}

const yes = 'retry'
const no = 'not-retryable'
const twice = 'not-idempotent'
const wait = { retryAfter: 1000 }

describe('R1: a failure is sent again when that can help and does no harm', () => {
  it.each<[string, Partial<ProblemInit>, string, string, string]>([
    // GET, POST, and POST with an idempotency key.
    ['400', status(400), no, no, no],
    ['401', status(401), no, no, no],
    ['402', status(402), no, no, no],
    ['403', status(403), no, no, no],
    ['403 with Retry-After', { ...status(403), ...wait }, yes, twice, yes],
    ['403 with none remaining', { ...status(403), rateLimit: { remaining: 0 } }, yes, twice, yes],
    ['403 with some remaining', { ...status(403), rateLimit: { remaining: 5 } }, no, no, no],
    ['404', status(404), no, no, no],
    ['408', status(408), yes, twice, yes],
    ['409', status(409), no, no, yes],
    ['410', status(410), no, no, no],
    ['412', status(412), no, no, no],
    ['413', status(413), no, no, no],
    ['413 with Retry-After', { ...status(413), ...wait }, yes, twice, yes],
    ['421', status(421), yes, yes, yes],
    ['422', status(422), no, no, no],
    ['423', status(423), no, no, no],
    ['424', status(424), no, no, no],
    ['425', status(425), yes, yes, yes],
    ['428', status(428), no, no, no],
    ['429', status(429), yes, twice, yes],
    ['500', status(500), yes, twice, yes],
    ['501', status(501), no, no, no],
    ['502', status(502), yes, twice, yes],
    ['503', status(503), yes, twice, yes],
    ['504', status(504), yes, twice, yes],
    ['505', status(505), no, no, no],
    ['507', status(507), yes, twice, yes],
    ['511', status(511), no, no, no],
    ['520', status(520), yes, twice, yes],
    ['522', status(522), yes, twice, yes],
    ['524', status(524), yes, twice, yes],
    ['529', status(529), yes, twice, yes],
    ['530', status(530), yes, twice, yes],
    ['600', status(600), no, no, no],
    ['the network', { kind: 'network', code: 'NETWORK' }, yes, twice, yes],
    ['a time limit', { kind: 'timeout', code: 'TIMEOUT' }, yes, twice, yes],
    ['a stream cut off', { kind: 'stream', code: 'STREAM_TRUNCATED', status: 200 }, no, no, no],
    ['a success nobody can read', { kind: 'unreadable', code: 'UNREADABLE', status: 200 }, no, no, no],
    ['a failure nobody can read', { kind: 'unreadable', code: 'UNREADABLE', status: 502 }, yes, twice, yes],
    ['something thrown', { kind: 'unknown', code: 'UNKNOWN', cause: 'no' }, no, no, no],
    ['an abort', { kind: 'aborted', code: 'ABORTED' }, 'aborted', 'aborted', 'aborted'],
  ])('%s, with GET, with POST, and with POST under a key', (_, init, get, post, keyed) => {
    expect(because(ask({ ...init, ...at('GET') }))).toBe(get)
    expect(because(ask({ ...init, ...at('POST') }))).toBe(post)
    expect(because(ask({ ...init, ...at('POST') }, { idempotent: true }))).toBe(keyed)
  })

  it.each([
    ...['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY', 'PUT', 'DELETE', 'get', 'Put'].map(
      (method) => [method, yes] as const,
    ),
    ...['POST', 'PATCH', 'CONNECT', 'post', 'BREW', ''].map((method) => [method, twice] as const),
  ])('%s counts as what it is: %s', (method, expected) => {
    expect(because(ask({ ...status(503), ...at(method) }))).toBe(expected)
  })

  it('takes a request that nobody knows for one that must not be done twice', () => {
    expect(because(ask(status(503)))).toBe(twice)
    expect(because(ask(status(503), { idempotent: true }))).toBe(yes)
  })

  it('believes the caller over the method, both ways', () => {
    expect(because(ask({ ...status(503), ...at('PATCH') }, { idempotent: true }))).toBe(yes)
    expect(because(ask({ ...status(503), ...at('GET') }, { idempotent: false }))).toBe(twice)
  })

  it('leaves a conflict of what only reads to its user, because it has no key that could be at work elsewhere', () => {
    expect(because(ask({ ...status(409), ...at('GET') }, { idempotent: true }))).toBe(no)
    expect(because(ask({ ...status(409), ...at('PUT') }, { idempotent: true }))).toBe(yes)
  })

  it.each([new TypeError('x is not a function'), new ReferenceError('y is not defined'), new RangeError('stack')])(
    'never sends a programming error again, whatever a remedy states: %s',
    (cause) => {
      const init = { kind: 'unknown', code: 'UNKNOWN', cause, ...at('GET') } as const
      expect(because(ask(init))).toBe('programming-error')
      expect(because(ask(init, { idempotent: true }, { retry: { retries: 9 } }))).toBe('programming-error')
    },
  )

  it('never sends an abort again, whatever a remedy states', () => {
    expect(because(ask({ kind: 'aborted', code: 'ABORTED', shouldRetry: true }, {}, { retry: { retries: 9 } }))).toBe(
      'aborted',
    )
  })
})

describe('R1: what yields', () => {
  it('a server that says no is believed, for any status and any remedy', () => {
    const vetoed = { ...status(503), ...at('GET'), shouldRetry: false }
    expect(because(ask(vetoed))).toBe('server-veto')
    expect(because(ask(vetoed, { idempotent: true }, { retry: { retries: 9 } }))).toBe('server-veto')
  })

  it('a server that says yes lifts the status, for safe methods only', () => {
    const asked = { ...status(400), shouldRetry: true }
    expect(because(ask({ ...asked, ...at('GET') }))).toBe(yes)
    expect(because(ask({ ...asked, ...at('POST') }))).toBe(no)
    expect(because(ask({ ...asked, ...at('POST') }, { idempotent: true }))).toBe(no)
    expect(because(ask({ ...asked, ...at('PUT') }))).toBe(no)
    expect(because(ask({ ...status(503), ...at('POST'), shouldRetry: true }))).toBe(twice)
  })

  it('a remedy that states a rule lifts the status and the method', () => {
    const retry = { retries: 1, first: 0 }
    expect(ask({ ...status(422), ...at('POST') }, {}, { retry })).toEqual({ do: 'retry', delay: 0 })
    expect(because(ask({ ...status(422), ...at('POST') }, { attempt: 2 }, { retry }))).toBe('attempts')
  })

  it('a rule of the whole contract lifts neither', () => {
    const patient = contract({ retry: { retries: 5 } })
    const decide = (init: Partial<ProblemInit>, attempt: number) => {
      const given = problem(init)
      return because(decideRetry(given, classify(given, patient), { ...sure, attempt }))
    }
    expect(decide({ ...status(422), ...at('GET') }, 1)).toBe(no)
    expect(decide({ ...status(503), ...at('POST') }, 1)).toBe(twice)
    expect(decide({ ...status(503), ...at('GET'), retryAfter: 1 }, 5)).toBe(yes)
    expect(decide({ ...status(503), ...at('GET'), retryAfter: 1 }, 6)).toBe('attempts')
  })

  it('a remedy that says false is final', () => {
    expect(
      because(ask({ ...status(503), ...at('GET'), shouldRetry: true }, { idempotent: true }, { retry: false })),
    ).toBe(no)
  })

  it.each([501, 505, 511])('%i is never sent again, whoever asks for it', (never) => {
    const asked = { ...status(never), ...at('GET'), shouldRetry: true, retryAfter: 1 }
    expect(because(ask(asked, { idempotent: true }, { retry: { retries: 9 } }))).toBe(no)
  })

  it('what waits for an approval is never sent again', () => {
    const stated: Remedy = { show: 'pending', retry: { retries: 9 } }
    expect(because(ask({ ...status(503), ...at('GET') }, { idempotent: true }, stated))).toBe(no)
  })
})

describe('R0: one owner of the retries', () => {
  it('hands over what somebody else has sent again already', () => {
    expect(because(ask({ ...status(503), ...at('GET'), attempts: 1 }))).toBe('attempts')
    expect(because(ask({ ...status(401), ...at('GET'), attempts: 2 }, {}, { session: 'refresh' }))).toBe('attempts')
  })

  it.each([
    [1, yes],
    [2, yes],
    [3, 'attempts'],
    [1025, 'attempts'],
    [Number.NaN, 'attempts'],
  ])('sends twice more by the rule of the kit: after %d requests %s', (attempt, expected) => {
    expect(because(ask({ ...status(503), ...at('GET') }, { attempt }))).toBe(expected)
  })

  it.each([421, 425])('sends %i once more, at once', (code) => {
    expect(ask({ ...status(code), ...at('POST') }, { random: () => 1 })).toEqual({ do: 'retry', delay: 0 })
    expect(because(ask({ ...status(code), ...at('POST') }, { attempt: 2 }))).toBe('attempts')
  })

  it('sends 425 not at all where the contract allows no retry', () => {
    const given = problem({ ...status(425), ...at('GET') })
    expect(because(decideRetry(given, classify(given, contract({ retry: { retries: 0 } })), sure))).toBe('attempts')
  })
})

describe('S1: refresh comes first, once', () => {
  const refused = { ...status(401), ...at('POST') }
  const refresh: Remedy = { session: 'refresh' }

  it('is asked for where the winning remedy says so, whatever the method', () => {
    expect(ask(refused, {}, refresh)).toEqual({ do: 'refresh' })
    expect(ask(refused, {}, { session: 'end' })).toEqual({ do: 'hand-over', because: no })
    expect(ask(refused)).toEqual({ do: 'hand-over', because: no })
  })

  it('is asked for once a call', () => {
    expect(because(ask(refused, { attempt: 2 }, refresh))).toBe(no)
    expect(because(ask(refused, { attempt: 1, refreshed: true }, refresh))).toBe(no)
    expect(because(ask(refused, { attempt: 2, refreshed: false }, refresh))).toBe('refresh')
  })

  it('is no retry, so a server that forbids the same request does not forbid it', () => {
    expect(because(ask({ ...refused, shouldRetry: false }, {}, refresh))).toBe('refresh')
  })
})

describe('R2: the wait', () => {
  it('is at least what the server asked, and at most twice that', () => {
    const asked = { ...status(503), ...at('GET'), retryAfter: 5000 }
    expect(ask(asked)).toEqual({ do: 'retry', delay: 5000 })
    expect(ask(asked, { random: () => 1 })).toEqual({ do: 'retry', delay: 10_000 })
  })

  it('grows by itself where the server asked for none, or for no wait at all', () => {
    for (const retryAfter of [undefined, 0]) {
      const asked = { ...status(503), ...at('GET'), retryAfter }
      expect(ask(asked)).toEqual({ do: 'retry', delay: 1000 })
      expect(ask(asked, { attempt: 2, random: () => 1 })).toEqual({ do: 'retry', delay: 8000 })
    }
  })

  it('honours a floor of the server even where one more request is allowed at once', () => {
    expect(ask({ ...status(425), ...at('GET'), retryAfter: 500 })).toEqual({ do: 'retry', delay: 500 })
  })
})

describe('R3: one patience for all waits', () => {
  const asked = (retryAfter: number) => ({ ...status(503), ...at('GET'), retryAfter })

  it.each([
    [12_000, {}, yes],
    [12_001, {}, 'too-long'],
    [7000, { random: () => 1 }, 'too-long'],
    [2 ** 31, {}, 'too-long'],
    [5000, { spent: 7000 }, yes],
    [5000, { spent: 7001 }, 'budget'],
    [5000, { spent: Number.NaN }, 'budget'],
    [12_001, { spent: 12_000 }, 'too-long'],
    [2000, { patience: 1999 }, 'too-long'],
    [30_000, { patience: 30_000 }, yes],
    [60_000, { patience: 120_000 }, yes],
    [60_001, { patience: 120_000 }, 'too-long'],
    [60_001, { patience: Infinity }, 'too-long'],
    [12_001, { patience: Number.NaN }, 'too-long'],
    [12_000, { patience: -1 }, yes],
  ])('%i ms with %j: %s', (retryAfter, options, expected) => {
    expect(because(ask(asked(retryAfter), options))).toBe(expected)
  })
})

describe('whatever failed and whoever asks', () => {
  const numbers = fc.oneof(fc.double(), fc.integer(), fc.constant(undefined))
  const problems = fc.record({
    kind: fc.constantFrom('http', 'network', 'timeout', 'aborted', 'unreadable', 'stream', 'unknown'),
    code: fc.constantFrom('SOLD_OUT', 'NETWORK', '__proto__', 'default'),
    status: fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined }),
    retryAfter: fc.option(fc.nat(2 ** 31), { nil: undefined }),
    shouldRetry: fc.constantFrom(true, false, undefined),
    attempts: fc.constantFrom(1, undefined, undefined, undefined),
    request: fc.constantFrom({ method: 'GET', url: '/' }, { method: 'POST', url: '/' }, undefined),
    cause: fc.anything(),
  })
  const remedies = fc.record({
    retry: fc.constantFrom(
      undefined,
      false as const,
      {},
      { retries: 5, first: 1 },
      { retries: Number.NaN, first: Infinity },
    ),
    show: fc.constantFrom(undefined, 'pending' as const),
    session: fc.constantFrom(undefined, undefined, 'refresh' as const),
  })
  const calls = fc.record({
    attempt: fc.integer({ min: 1, max: 2000 }),
    idempotent: fc.constantFrom(true, false, undefined),
    spent: numbers,
    patience: numbers,
    random: fc.constantFrom(
      () => 0,
      () => 1,
      () => Number.NaN,
    ),
  })

  it('the answer is one of the closed set, and a delay fits the patience and a timer', () => {
    fc.assert(
      fc.property(problems, remedies, calls, (init, stated, options) => {
        const given = new Problem(init)
        expect(decideRetry(given, remedyFor(given, stated), options)).toSatisfy(isLawful(stated))
      }),
      { seed: 20260101, numRuns: 5000 },
    )
  })

  it('the same question has the same answer', () => {
    fc.assert(
      fc.property(problems, remedies, calls, (init, stated, options) => {
        const given = new Problem(init)
        const decide = () => decideRetry(given, remedyFor(given, stated), { ...options, random: () => 0.3 })
        expect(decide()).toEqual(decide())
      }),
      { seed: 20260102, numRuns: 500 },
    )
  })
})

const reasons = 'aborted not-retryable not-idempotent attempts budget too-long server-veto programming-error'.split(' ')

function isLawful({ session }: Remedy): (decision: Decision) => boolean {
  return (decision) => {
    if (decision.do === 'hand-over') return reasons.includes(decision.because)
    if (decision.do === 'retry')
      return Number.isInteger(decision.delay) && decision.delay >= 0 && decision.delay <= 60_000
    return decision.do === 'refresh' && session === 'refresh'
  }
}
