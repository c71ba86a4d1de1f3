import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../src/2-classify/classify.ts'
import { gateSign } from '../../src/3-decide/gate-sign.ts'
import {
  lastChance,
  longestRelease,
  openGate,
  type Asking,
  type GateEvent,
  type GateState,
} from '../../src/3-decide/gate-state.ts'
import { stepGate } from '../../src/3-decide/gate.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { ProblemInit } from '../../src/problem/problem-data.ts'

const seeded = { seed: 20260101, numRuns: 500 }
const patience = 12_000
const half = () => 0.5

const ask = (id: number, changes: object = {}): GateEvent & { type: 'ask' } => ({
  type: 'ask',
  id,
  route: `GET /${id}`,
  until: patience,
  mayProbe: true,
  isNew: false,
  ...changes,
})
const failed = (id: number, route = `GET /${id}`, retryAfter?: number): GateEvent => ({
  type: 'failed',
  id,
  route,
  retryAfter,
})
const answered: GateEvent = { type: 'answered' }
const woke: GateEvent = { type: 'woke' }

/** Plays events at their times; the last step, and all that was sent and handed over. */
function play(events: readonly (readonly [now: number, event: GateEvent])[], random = half) {
  let state = openGate
  const sent: number[] = []
  const handedOver: number[] = []
  let wakeAt: number | undefined
  for (const [now, event] of events) {
    const step = stepGate(state, event, { now, random })
    state = step.state
    for (const command of step.commands) {
      if (command.do === 'send') sent.push(command.id)
      else if (command.do === 'hand-over') handedOver.push(command.id)
      else wakeAt = command.at
    }
  }
  return { state, sent, handedOver, wakeAt }
}

const closed = [
  [0, failed(1)],
  [0, failed(2)],
] as const

describe('R5: what closes the gate', () => {
  it.each<[string, readonly GateEvent[], boolean]>([
    ['two failures of different routes', [failed(1), failed(2)], true],
    ['two failures of one route', [failed(1), failed(2, 'GET /1')], false],
    ['a hundred failures of one route', Array.from({ length: 100 }, (_, id) => failed(id, 'GET /1')), false],
    ['one failure', [failed(1)], false],
    ['two, with an answer in between', [failed(1), answered, failed(2)], false],
    ['two, after an answer', [answered, failed(1), failed(2)], true],
    ['two, and then an answer', [failed(1), failed(2), answered], false],
    ['two, one of them called off', [failed(1), { type: 'gone', id: 2 }], false],
  ])('%s', (_, events, isClosed) => {
    expect(play(events.map((event) => [0, event])).state.closed).toBe(isClosed)
  })

  it.each<[string, Omit<ProblemInit, 'contract'>, ReturnType<typeof gateSign>]>([
    ['a network failure', { kind: 'network', code: 'NETWORK' }, 'unreachable'],
    ['a timeout', { kind: 'timeout', code: 'TIMEOUT' }, 'unreachable'],
    ['502 without a code', { kind: 'http', status: 502, code: 'HTTP_502' }, 'unreachable'],
    ['503 without a code', { kind: 'http', status: 503, code: 'HTTP_503' }, 'unreachable'],
    ['504 without a code', { kind: 'http', status: 504, code: 'HTTP_504' }, 'unreachable'],
    ['503 with a code', { kind: 'http', status: 503, code: 'MODEL_OVERLOADED' }, 'up'],
    ['500', { kind: 'http', status: 500, code: 'HTTP_500' }, 'up'],
    ['429', { kind: 'http', status: 429, code: 'HTTP_429' }, 'up'],
    ['404', { kind: 'http', status: 404, code: 'HTTP_404' }, 'up'],
    ['a body that could not be read', { kind: 'unreadable', status: 200, code: 'UNREADABLE' }, 'up'],
    ['an abort', { kind: 'aborted', code: 'ABORTED' }, 'nothing'],
    ['a bug', { kind: 'unknown', code: 'UNKNOWN' }, 'nothing'],
  ])('%s speaks of the origin as it should', (_, init, sign) => {
    const problem = new Problem({ contract: 'none', ...init })
    expect(gateSign(problem, classify(problem, undefined))).toBe(sign)
  })

  it('a remedy that says `gate: false` never counts', () => {
    expect(gateSign(new Problem({ kind: 'network', code: 'NETWORK' }), { gate: false })).toBe('nothing')
    expect(gateSign(new Problem({ kind: 'http', status: 503, code: 'HTTP_503' }), { gate: false })).toBe('up')
  })
})

describe('R5: while the gate is closed', () => {
  it('one request at a time probes, the others wait', () => {
    const { sent, state } = play([...closed, [0, ask(3)], [0, ask(4)], [1500, woke], [1600, woke], [1600, ask(5)]])
    expect(sent).toEqual([3])
    expect(state.held.map(({ id }) => id)).toEqual([4, 5])
  })

  it('the role rotates, after 1 to 2, then 2 to 4 s', () => {
    const first = [...closed, [0, ask(3)], [0, ask(4)]] as const
    expect(play(first).wakeAt).toBe(1500)
    const second = [...first, [1500, woke], [1550, failed(3)], [1550, ask(3)]] as const
    expect(play(second).wakeAt).toBe(1550 + 3000)
    expect(play([...second, [4550, woke]]).sent).toEqual([3, 4])
  })

  it('a probe that is called off passes the role on at once', () => {
    expect(play([...closed, [0, ask(3)], [0, ask(4)], [1500, woke], [1600, { type: 'gone', id: 3 }]]).sent).toEqual([
      3, 4,
    ])
  })

  it('what must not be sent twice never probes', () => {
    const { sent, handedOver } = play([...closed, [0, ask(3, { mayProbe: false })], [9000, woke], [12_000, woke]])
    expect(sent).toEqual([])
    expect(handedOver).toEqual([3])
  })

  it('what comes when the floor is over probes at once', () => {
    expect(play([...closed, [999, ask(3)], [1000, ask(4)]]).sent).toEqual([4])
  })

  it('a request waits no longer than its patience', () => {
    const events = [...closed, [0, ask(3, { until: 1400, mayProbe: false })]] as const
    expect(play(events).wakeAt).toBe(1400)
    expect(play([...events, [1400, woke]]).handedOver).toEqual([3])
  })

  it('before a patience ends somebody asks once more, for as long as the outage may be a short one', () => {
    const waiting = [...closed, [0, ask(3, { until: 2200 })]] as const
    expect(play(waiting, () => 1).wakeAt).toBe(2200 - lastChance)
    expect(play([...closed, [0, ask(3)]], () => 1).wakeAt).toBe(2000)
  })

  it('R3: whose patience ends before the next probe is handed over now', () => {
    expect(play([...closed, [0, ask(3, { until: 1000 })]]).handedOver).toEqual([3])
    expect(
      play([
        [0, failed(1)],
        [0, failed(2, 'GET /2', 30_000)],
        [0, ask(3)],
      ]).handedOver,
    ).toEqual([3])
    expect(
      play([
        [0, failed(1)],
        [0, failed(2, 'GET /2', 5000)],
        [0, ask(3)],
      ]).handedOver,
    ).toEqual([])
  })

  it('what was learned is kept until a success', () => {
    const events: (readonly [number, GateEvent])[] = [...closed]
    for (let id = 10, now = 0; id < 20; id++, now += 60_000) {
      events.push([now + 30_000, ask(id, { until: now + 42_000 })], [now + 30_000, failed(id)])
    }
    const { state } = play(events)
    expect(state.failedProbes).toBe(10)
    expect(state.notBefore - 570_000).toBe(8000)
    const after = play([...events, [600_000, answered]]).state
    expect(after).toEqual({ ...openGate, openedAt: 600_000 })
  })

  it('a late failure of what was sent before teaches nothing', () => {
    const before = play(closed).state
    expect(stepGate(before, failed(9), { now: 100, random: half }).state).toBe(before)
  })
})

describe('R5: where the server named a time beyond the patience of what was never sent', () => {
  const told = (seconds: number) =>
    [[0, failed(1)] as const, [0, failed(2, 'GET /2', seconds * 1000)] as const] as const
  const fresh = (id: number, from: number, changes: object = {}) =>
    [from, ask(id, { isNew: true, until: from + patience, ...changes })] as const

  it('the first asks for all as soon as nobody has asked for 8 s, the others wait for what it finds out', () => {
    const events = [...told(30), fresh(3, 8000), fresh(4, 8000)] as const
    expect(play(events)).toMatchObject({ sent: [3], handedOver: [] })
    expect(play([...events, [8050, answered], [8500, woke]]).sent).toEqual([3, 4])
  })

  it('one asks once more before its patience ends', () => {
    const events = [...told(30), fresh(3, 1000), fresh(4, 1000)] as const
    expect(play(events)).toMatchObject({ sent: [], handedOver: [], wakeAt: 1000 + patience - lastChance })
    const asked = [...events, [12_250, woke]] as const
    expect(play(asked).sent).toEqual([3])
    expect(play([...asked, [12_300, failed(3, 'GET /3', 30_000)], [13_000, woke]])).toMatchObject({
      sent: [3],
      handedOver: [4],
    })
  })

  it('what was told a time is not sent before it, whoever asks', () => {
    const events = [...told(30), fresh(3, 8000), [8000, ask(4, { until: 25_000 })]] as const
    const { sent, handedOver } = play([...events, [8050, failed(3)], [20_000, woke], [25_000, woke]])
    expect(sent).toEqual([3])
    expect(handedOver).toEqual([4])
    const longer = [...told(30), [0, ask(4, { until: 40_000 })], fresh(3, 1000), [12_250, woke]] as const
    expect(play(longer).sent).toEqual([3])
    expect(play([...longer, [12_300, { type: 'gone', id: 3 }]])).toMatchObject({ sent: [3], wakeAt: 30_000 })
  })

  it.each<[string, number, object, number[]]>([
    ['a minute is waited for', 60, {}, []],
    ['more than a minute is handed over now', 61, {}, [3]],
    ['what was sent before is handed over now', 30, { isNew: false }, [3]],
    ['what must not be sent twice is handed over now', 30, { mayProbe: false }, [3]],
    ['who has less patience than nobody has asked for is handed over now', 30, { until: 8000 }, [3]],
  ])('%s', (_, seconds, changes, over) => {
    expect(play([...told(seconds), fresh(3, 0, changes)]).handedOver).toEqual(over)
  })

  it('a time within its patience is waited for, as by everybody', () => {
    expect(play([...told(10), fresh(3, 8000)])).toMatchObject({ sent: [], handedOver: [] })
  })
})

describe('R5: when the origin is back', () => {
  const waiting = Array.from({ length: 1000 }, (_, index): [number, GateEvent] => [0, ask(index + 10)])

  it('those that wait are released one by one, spread evenly, though it exceeds their patience', () => {
    const random = dice(7)
    const { state } = play([...closed, ...waiting, [11_000, answered]], random)
    const waits = state.held.map(({ releaseAt = 0 }) => releaseAt - 11_000)
    const perSecond = Array.from(
      { length: longestRelease / 1000 },
      (_, second) => waits.filter((wait) => wait >= second * 1000 && wait < second * 1000 + 1000).length,
    )
    expect(waits).toHaveLength(1000)
    expect(Math.max(...waits)).toBeLessThanOrEqual(longestRelease)
    expect(Math.max(...perSecond)).toBeLessThan(1.5 * (1000 / perSecond.length))
    expect(play([...closed, ...waiting, [11_000, answered], [25_000, woke]], random)).toMatchObject({ handedOver: [] })
  })

  it('the release takes of nobody’s patience, not even where the origin goes down again meanwhile', () => {
    const opened = play([...closed, [0, ask(3)], [0, ask(4)], [1500, answered]], () => 1).state
    const [held] = opened.held
    const { commands } = stepGate(opened, woke, { now: held?.releaseAt ?? 0, random: half })
    expect(held?.releaseAt).toBeGreaterThan(1500)
    expect(commands).toContainEqual({ do: 'send', id: held?.id, waited: 1500 })
    const down = [failed(8), failed(9)].reduce(
      (state, event) => stepGate(state, event, { now: 4500, random: half }).state,
      opened,
    )
    expect(down.closed).toBe(true)
    expect(down.held[0]).toMatchObject({ since: 3000, until: 15_000 })
  })

  it('what comes then is sent at once', () => {
    expect(play([...closed, ...waiting, [11_000, answered], [11_001, ask(5)]], () => 1).sent).toEqual([5])
  })

  it('what had waited for a moment only is released in a moment', () => {
    const { state } = play([...closed, [0, ask(3)], [1500, ask(4)], [1600, ask(5)], [1620, answered]], () => 1)
    expect(state.held.find(({ id }) => id === 5)?.releaseAt).toBe(1620 + 160)
  })

  it('one route that goes on failing puts the rest off and does not shut them in again', () => {
    const events = [
      ...closed,
      ...waiting,
      [11_000, answered],
      [11_100, failed(2)],
      [11_200, failed(3, 'GET /2')],
    ] as const
    expect(play(events).state.closed).toBe(false)
  })

  it('an origin that goes down again under the release gets longer', () => {
    const events = [...closed, ...waiting, [11_000, answered], [11_100, failed(2)], [11_200, failed(3)]] as const
    const { state } = play(events)
    expect(state).toMatchObject({ closed: true, relapses: 1 })
    expect(state.notBefore).toBe(11_200 + 4000)
  })
})

describe('R6: a hidden or offline tab does not probe', () => {
  const asleep: GateEvent = { type: 'attention', awake: false }
  const awake: GateEvent = { type: 'attention', awake: true }

  it('neither what waits nor what comes', () => {
    expect(play([[0, asleep], ...closed, [0, ask(3)], [1500, woke], [5000, ask(4)]]).sent).toEqual([])
  })

  it('coming back is spread over 4 s', () => {
    const events = [...closed, [0, asleep], [0, ask(3, { until: 60_000 })], [8000, awake]] as const
    expect(play(events, () => 0).sent).toEqual([3])
    expect(play(events, () => 1).wakeAt).toBe(12_000)
    expect(play([...events, [9000, ask(4)]], () => 1).sent).toEqual([])
  })

  it('an open gate lets it send', () => {
    expect(
      play([
        [0, asleep],
        [0, ask(3)],
      ]).sent,
    ).toEqual([3])
  })
})

describe('the gate as a machine', () => {
  const moment = fc.tuple(
    fc.integer({ min: 0, max: 4000 }),
    fc.oneof(
      fc.record({
        type: fc.constant('ask' as const),
        id: fc.integer({ min: 0, max: 30 }),
        mayProbe: fc.boolean(),
        isNew: fc.boolean(),
      }),
      fc.record({
        type: fc.constant('failed' as const),
        id: fc.integer({ min: 0, max: 30 }),
        retryAfter: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
      }),
      fc.record({ type: fc.constant('gone' as const), id: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ type: fc.constant('attention' as const), awake: fc.boolean() }),
      fc.constant(answered),
      fc.constant(woke),
    ),
  )

  it('sends or hands over each request once, never two probes at a time, never beyond patience, never nothing at all', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 80 }), fc.integer(), (moments, seed) => {
        expect(runAll(moments, dice(seed)).length).toBeLessThanOrEqual(moments.length)
      }),
      seeded,
    )
  })

  it('is plain data: it goes on the same after a trip through JSON', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 40 }), (moments) => {
        const plain = runAll(moments, half)
        const copied = runAll(moments, half, (state) => JSON.parse(JSON.stringify(state)) as GateState)
        expect(copied).toEqual(plain)
      }),
      seeded,
    )
  })
})

interface Happening extends Partial<Pick<Asking, 'id' | 'mayProbe' | 'isNew'>> {
  readonly type: string
}

type Moment = readonly [number, Happening]

/** Plays any events in the order given, wakes the gate when it asks for it, and checks each step. */
function runAll(moments: readonly Moment[], random: () => number, copy = (state: GateState) => state): number[] {
  let [state, now, nextId]: [GateState, number, number] = [openGate, 0, 100]
  let wakeAt = Infinity
  const open = new Map<number, number>()
  const fresh = new Set<number>()
  const done: number[] = []
  let openedAt = 0

  const step = (event: GateEvent) => {
    const before = state
    const { state: after, commands } = stepGate(copy(state), event, { now, random })
    state = after
    if (before.closed && !after.closed) openedAt = now
    // The release takes of nobody's patience.
    if (!before.closed && after.closed) for (const [id, end] of open) open.set(id, end + now - openedAt)
    const left = commands.filter(({ do: what }) => what !== 'wake') as { do: 'send' | 'hand-over'; id: number }[]
    for (const { do: what, id } of left) {
      expect(open.has(id)).toBe(true)
      // Whatever waits at a closed gate is sent or handed over by the end of its patience.
      const shut = before.closed && after.closed
      expect(shut ? now : 0).toBeLessThanOrEqual(open.get(id) ?? 0)
      const probes = what === 'send' && after.closed
      expect(probes ? after.probing : id).toBe(id)
      // The floor that the server names holds for all it was told to.
      expect(probes && !fresh.has(id) ? now : Infinity).toBeGreaterThanOrEqual(before.notBefore)
      open.delete(id)
      done.push(id)
    }
    for (const command of commands) if (command.do === 'wake') wakeAt = command.at
    expect(state.held.map(({ id }) => id).toSorted(byNumber)).toEqual([...open.keys()].toSorted(byNumber))
    expect(open.size > 0 ? wakeAt : 0).toBeLessThan(Infinity)
  }
  const wakeUntil = (moment: number) => {
    for (let rounds = 0; wakeAt <= moment && rounds < 1000; rounds++) {
      now = Math.max(now, wakeAt)
      wakeAt = Infinity
      step(woke)
    }
    now = Math.max(now, moment)
  }

  for (const [after, what] of moments) {
    wakeUntil(now + after)
    if (what.type === 'ask') {
      const id = nextId++
      open.set(id, now + patience)
      const { mayProbe = false, isNew = false } = what
      if (isNew) fresh.add(id)
      step(ask(id, { until: now + patience, mayProbe, isNew }))
    } else if (what.type === 'gone') {
      const id = [...open.keys()][what.id ?? 0] ?? state.probing ?? 0
      open.delete(id)
      step({ type: 'gone', id })
    } else step({ ...what, id: state.probing ?? what.id, route: `GET /${what.id}` } as GateEvent)
  }
  wakeUntil(now + 400_000)
  expect(open.size).toBe(0)
  return done
}

function byNumber(one: number, other: number): number {
  return one - other
}

function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
