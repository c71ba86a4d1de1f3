import { describe, expect, it } from 'vitest'
import { classify, kitRule } from '../../src/2-classify/classify.ts'
import type { Layer, Overrides } from '../../src/2-classify/layers.ts'
import type { Remedy, RetryRule } from '../../src/problem/remedy.ts'
import { contract, problem } from './samples.ts'

// One failure that stands on every rung at once.
const failure = problem({ kind: 'unreadable', code: 'SOLD_OUT', status: 502 })
const rungs = [
  { rung: 'code', key: 'SOLD_OUT' },
  { rung: 'status', key: '502' },
  { rung: 'class', key: '5xx' },
  { rung: 'kind', key: 'unreadable' },
  { rung: 'default', key: 'default' },
] as const
const layers = ['call', 'meta', 'inner scope', 'outer scope', 'app', 'contract'] as const

interface Cell {
  readonly rung: (typeof rungs)[number]['rung']
  readonly key: string
  readonly layer: (typeof layers)[number]
}

const cells: readonly Cell[] = rungs.flatMap(({ rung, key }) => layers.map((layer) => ({ rung, key, layer })))

function statedIn(layer: Cell['layer'], stated: readonly Cell[], keyed: 'apart' | 'together'): Layer {
  const remedies: Record<string, Remedy> = {}
  const fallbacks: Record<string, Remedy> = {}
  for (const { rung, key } of stated.filter((cell) => cell.layer === layer)) {
    const home = rung === 'code' || keyed === 'together' ? remedies : fallbacks
    home[key] = { field: `${layer}: ${rung}` }
  }
  return { remedies, fallbacks }
}

function decide(stated: readonly Cell[], keyed: 'apart' | 'together' = 'apart') {
  const own = statedIn('contract', stated, 'apart')
  const overrides: Overrides = {
    call: statedIn('call', stated, keyed),
    meta: statedIn('meta', stated, keyed),
    scope: [statedIn('inner scope', stated, keyed), statedIn('outer scope', stated, keyed)],
    app: statedIn('app', stated, keyed),
  }
  return classify(
    failure,
    contract({ catalogue: own.remedies as Record<string, Remedy>, fallbacks: own.fallbacks }),
    overrides,
  )
}

describe('C1: the rung decides first, then the layer, innermost first', () => {
  it.each(cells.map((cell, index) => ({ ...cell, index })))(
    '$rung in the $layer gives way to all above it and to none below it',
    ({ index, ...cell }) => {
      for (const [other, rival] of cells.entries()) {
        const [first] = other < index ? [rival] : [cell]
        const remedy = decide([cell, rival])
        expect(remedy.field).toBe(`${first.layer}: ${first.rung}`)
        expect(remedy.why).toEqual({
          rung: first.rung,
          layer: first.layer.replace(/^\w+ (?=scope)/, ''),
          key: first.key,
        })
      }
    },
  )

  it('reads keys of the ladder among the remedies of a layer as its fallbacks', () => {
    for (const [index, cell] of cells.entries())
      for (const rival of cells.slice(index))
        expect(decide([cell, rival], 'together').why).toEqual(decide([cell, rival]).why)
  })

  it('asks the kit only where nobody said anything, on any rung', () => {
    const loud = contract({ fallbacks: { default: { show: 'dialog' } } })
    expect(classify(failure, loud).why).toEqual({ rung: 'default', layer: 'contract', key: 'default' })
    expect(classify(failure, contract()).why).toEqual({ rung: 'class', layer: 'kit', key: '5xx' })
    expect(classify(failure, undefined).why).toEqual({ rung: 'class', layer: 'kit', key: '5xx' })
  })

  it('finds fallback codes among the remedies: of a kind, and of a status whatever code came with it', () => {
    const remedies = { NETWORK: { show: 'banner' }, HTTP_403: { show: 'page' } } as const
    expect(classify(problem({ kind: 'network', code: 'NETWORK' }), contract(), { app: { remedies } })).toMatchObject({
      show: 'banner',
      why: { rung: 'code', layer: 'app', key: 'NETWORK' },
    })
    expect(classify(problem({ code: 'HTTP_403', status: 403 }), contract(), { app: { remedies } })).toMatchObject({
      show: 'page',
      why: { rung: 'code', layer: 'app', key: 'HTTP_403' },
    })
    expect(classify(problem({ code: 'NEW', status: 403 }), contract(), { app: { remedies } })).toMatchObject({
      show: 'page',
      why: { rung: 'status', layer: 'app', key: 'HTTP_403' },
    })
  })

  it('takes a code that reads like a step of the ladder for a code only where the contract has it', () => {
    const remedies = { default: { show: 'page' }, '4xx': { show: 'dialog' } } as const
    const sent = problem({ code: 'default', status: 400 })
    expect(classify(sent, contract(), { app: { remedies } }).show).toBe('dialog')
    expect(classify(sent, contract({ catalogue: { default: {} } }), { app: { remedies } }).show).toBe('page')
  })

  it('lets the show of a hook come last', () => {
    const call = { remedies: { SOLD_OUT: { show: 'dialog' } } } as const
    expect(classify(failure, contract(), { call, show: 'inline' }).show).toBe('inline')
    expect(classify(failure, contract(), { call, show: undefined }).show).toBe('dialog')
  })
})

describe('C1: the winner is laid over what holds without it, member by member', () => {
  const shop = contract({
    catalogue: {
      SOLD_OUT: {
        status: 409,
        show: 'dialog',
        severity: 'warning',
        run: ['refetch'],
        offer: ['retry', 'dismiss'],
        session: 'end',
      },
    },
  })
  const soldOut = problem({ status: 409 })

  it('keeps run and session when only show is overridden', () => {
    expect(classify(soldOut, shop, { app: { remedies: { SOLD_OUT: { show: 'toast' } } } })).toMatchObject({
      show: 'toast',
      severity: 'warning',
      run: ['refetch'],
      offer: ['retry', 'dismiss'],
      session: 'end',
    })
  })

  it('replaces lists whole', () => {
    const remedies = { SOLD_OUT: { offer: ['login'], run: [] } } as const
    expect(classify(soldOut, shop, { app: { remedies } })).toMatchObject({ offer: ['login'], run: [] })
  })

  it('takes undefined for absent, both as a member and as a whole remedy', () => {
    const call = { remedies: { SOLD_OUT: { show: undefined, session: undefined } } }
    expect(classify(soldOut, shop, { call })).toMatchObject({ show: 'dialog', session: 'end' })
    const off = {
      call: { remedies: { SOLD_OUT: undefined } },
      app: { remedies: { SOLD_OUT: { show: 'page' } } },
    } as const
    expect(classify(soldOut, shop, off)).toMatchObject({ show: 'page', why: { layer: 'app' } })
  })

  it('lays one override over the contract, not over another override', () => {
    const overrides: Overrides = {
      call: { remedies: { SOLD_OUT: { show: 'inline' } } },
      app: { remedies: { SOLD_OUT: { offer: ['login'] } } },
    }
    expect(classify(soldOut, shop, overrides)).toMatchObject({ show: 'inline', offer: ['retry', 'dismiss'] })
  })

  it('lays an override of a problem that the contract does not know over the remedy of the kit', () => {
    const broken = problem({ code: 'HTTP_503', status: 503 })
    expect(classify(broken, shop, { app: { fallbacks: { '5xx': { show: 'banner' } } } })).toMatchObject({
      show: 'banner',
      offer: ['retry'],
    })
  })

  it('takes what a contract says as complete: the kit adds no button to it', () => {
    expect(classify(problem({ code: 'HTTP_503', status: 503 }), contract({ fallbacks: { 503: {} } })).offer).toEqual([])
    expect(classify(problem({ status: 503 }), contract({ catalogue: { SOLD_OUT: {} } })).offer).toEqual([])
  })

  it('lays the retry rule of the kit under that of the contract, and both under the one that is stated', () => {
    const patient = contract({ ...shop, retry: { retries: 4, first: 250 } })
    expect(classify(soldOut, shop).rule).toEqual(kitRule)
    expect(classify(soldOut, patient)).toMatchObject({ retry: undefined, rule: { ...kitRule, retries: 4, first: 250 } })
    const stated = {
      call: { remedies: { SOLD_OUT: { retry: { first: 10, max: undefined } as unknown as RetryRule } } },
    }
    expect(classify(soldOut, patient, stated).rule).toEqual({ ...kitRule, retries: 4, first: 10 })
    expect(classify(soldOut, patient, { call: { remedies: { SOLD_OUT: { retry: false } } } }).rule.retries).toBe(4)
  })
})

describe('what is left open is filled in', () => {
  it('shows an error as a toast in our own words', () => {
    expect(classify(problem(), contract({ catalogue: { SOLD_OUT: {} } }))).toEqual({
      severity: 'error',
      show: 'toast',
      run: [],
      offer: [],
      field: undefined,
      retry: undefined,
      rule: kitRule,
      session: undefined,
      text: 'catalogue',
      report: 'expected',
      gate: undefined,
      stream: undefined,
      poll: undefined,
      why: { rung: 'code', layer: 'contract', key: 'SOLD_OUT' },
    })
  })

  it.each([
    ['a code of the catalogue', problem(), 'expected'],
    ['a code that nobody knows', problem({ code: 'NEW', status: 500 }), 'unexpected'],
    ['a status without a code', problem({ code: 'HTTP_500', status: 500 }), 'unexpected'],
    ['the network', problem({ kind: 'network', code: 'NETWORK' }), 'expected'],
    ['a time limit', problem({ kind: 'timeout', code: 'TIMEOUT' }), 'expected'],
    ['an abort', problem({ kind: 'aborted', code: 'ABORTED' }), 'never'],
    ['anything else', problem({ kind: 'unknown', code: 'UNKNOWN' }), 'unexpected'],
  ])('reports %s as it should be', (_, given, report) => {
    expect(classify(given, contract({ catalogue: { SOLD_OUT: {} } })).report).toBe(report)
  })

  it('lets a remedy say how it is reported', () => {
    expect(classify(problem(), contract({ catalogue: { SOLD_OUT: { report: 'unexpected' } } })).report).toBe(
      'unexpected',
    )
  })
})

describe('S1: a 403', () => {
  it.each([
    ['refresh', undefined],
    ['expire', undefined],
    ['end', undefined],
    ['step-up', 'step-up'],
  ] as const)('moves no session, though its code says %s: the server knows who asks', (session, move) => {
    const strict = contract({ catalogue: { AUTH: { session } } })
    expect(classify(problem({ code: 'AUTH', status: 403 }), strict).session).toBe(move)
    expect(classify(problem({ code: 'AUTH', status: 401 }), strict).session).toBe(session)
  })
})

describe('D4: codes are looked up as own keys only', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is a code nobody knows',
    (code) => {
      const own = classify(problem({ code, status: 404 }), contract(), { app: { remedies: {} }, call: {} })
      expect(own.why).toEqual({ rung: 'class', layer: 'kit', key: '4xx' })
      expect(own.report).toBe('unexpected')
    },
  )
})

describe('the kit offers a button only where it can help', () => {
  const field = { path: ['age'] }
  it.each([
    [problem({ code: 'HTTP_400', status: 400 }), 'toast', []],
    [problem({ code: 'HTTP_400', status: 400, fields: [field] }), 'fields', []],
    [problem({ code: 'HTTP_422', status: 422, fields: [field] }), 'fields', []],
    [problem({ code: 'HTTP_409', status: 409, fields: [field] }), 'toast', ['refetch']],
    [problem({ code: 'HTTP_401', status: 401 }), 'toast', ['login']],
    [problem({ code: 'HTTP_403', status: 403 }), 'toast', []],
    [problem({ code: 'HTTP_404', status: 404 }), 'toast', []],
    [problem({ code: 'HTTP_408', status: 408 }), 'toast', ['retry']],
    [problem({ code: 'HTTP_429', status: 429 }), 'toast', ['retry']],
    [problem({ code: 'HTTP_429', status: 429, retryAfter: 60_000 }), 'toast', ['retry']],
    [problem({ code: 'HTTP_429', status: 429, retryAfter: 60_001 }), 'banner', ['retry']],
    [problem({ code: 'HTTP_503', status: 503, retryAfter: 600_000 }), 'banner', ['retry']],
    [problem({ code: 'HTTP_500', status: 500 }), 'toast', ['retry']],
    [problem({ code: 'HTTP_501', status: 501 }), 'toast', []],
    [problem({ code: 'HTTP_503', status: 503 }), 'toast', ['retry']],
    [problem({ code: 'HTTP_529', status: 529 }), 'toast', ['retry']],
    [problem({ kind: 'network', code: 'NETWORK' }), 'toast', ['retry']],
    [problem({ kind: 'timeout', code: 'TIMEOUT' }), 'toast', ['retry']],
    [problem({ kind: 'stream', code: 'STREAM_TRUNCATED' }), 'toast', ['retry']],
    [problem({ kind: 'unknown', code: 'UNKNOWN' }), 'toast', []],
    [problem({ kind: 'aborted', code: 'ABORTED' }), 'none', []],
  ])('%s: %s with %j', (given, show, offer) => {
    expect(classify(given, contract())).toMatchObject({ show, offer, why: { layer: 'kit' } })
  })

  it('never moves the session', () => {
    for (const status of [401, 403, 419, 440])
      expect(classify(problem({ code: `HTTP_${status}`, status }), undefined).session).toBeUndefined()
  })

  it('takes no fallback for an abort: only a remedy for the code itself speaks of it', () => {
    const aborted = problem({ kind: 'aborted', code: 'ABORTED' })
    const app = { fallbacks: { default: { show: 'dialog' } } } as const
    expect(classify(aborted, contract(), { app }).show).toBe('none')
    expect(classify(aborted, contract(), { app: { remedies: { ABORTED: { show: 'toast' } } } }).show).toBe('toast')
  })
})
