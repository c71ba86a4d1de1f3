import { act, render } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stayOf, useStay } from '../../../src/5-present/surfaces/use-stay.ts'
import type { Incident } from '../../../src/problem/incident.ts'
import { createStage, englishWords, incidentOf } from './stage.tsx'

const info = incidentOf('NOTIFICATION_NOT_FOUND', { remedy: { severity: 'info' }, offer: ['dismiss'], shown: 'toast' })

describe('How long a toast stays', () => {
  it('an information with nothing to do: five seconds and time to read it', () => {
    expect(stay(info)).toBeGreaterThan(5_000)
    expect(stay(info, { message: 'word '.repeat(120) }) - stay(info)).toBeGreaterThanOrEqual(1_000)
  })

  it('what fails, what offers something to do, and what waits: for ever', () => {
    expect(stay({ ...info, remedy: { ...info.remedy, severity: 'warning' } })).toBe(Infinity)
    expect(stay({ ...info, remedy: { ...info.remedy, severity: 'error' } })).toBe(Infinity)
    expect(stay({ ...info, offer: ['refetch'] })).toBe(Infinity)
    expect(stay({ ...info, shown: 'pending' })).toBe(Infinity)
  })

  it('an app can make it longer, or for ever, and not shorter', () => {
    expect(stay(info, { atLeast: Infinity })).toBe(Infinity)
    expect(stay(info, { atLeast: 20_000 })).toBeGreaterThan(20_000)
    expect(stay(info, { atLeast: 10 })).toBe(stay(info))
  })
})

function stay(incident: Incident, { atLeast, message = '' }: { atLeast?: number; message?: string } = {}): number {
  const words = { ...englishWords(), problem: () => ({ title: 'Saved', message }) }
  return stayOf(incident, words, atLeast)
}

describe('The time of a toast', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is over when it has stayed, and not before', () => {
    const { gone, pass } = start()
    pass(whole - 1)
    expect(gone).toEqual([])
    pass(1)
    expect(gone).toEqual([info.id])
  })

  it('goes on with what was left after a pause, however often', () => {
    const { gone, pass, show } = start()
    for (const ran of [1_000, 2_500]) {
      pass(ran)
      show({ paused: true })
      pass(60_000)
      show({ paused: false })
    }
    pass(whole - 3_501)
    expect(gone).toEqual([])
    pass(1)
    expect(gone).toEqual([info.id])
  })

  it('waits from the start where it comes during a pause', () => {
    const { gone, pass } = start({ paused: true })
    pass(60_000)
    expect(gone).toEqual([])
  })

  it('starts anew with an update, and not with a rendering', () => {
    const { gone, pass, show } = start()
    pass(4_000)
    show({ incident: { ...info, updatedAt: 1 } })
    pass(whole - 2_000)
    expect(gone).toEqual([])
    show({ incident: { ...info, updatedAt: 1 } })
    pass(2_000)
    expect(gone).toEqual([info.id])
  })

  it('does not end where it is longer than a timer can count', () => {
    const { gone, pass } = start({ atLeast: 2 ** 31 })
    pass(24 * 3_600_000)
    expect(gone).toEqual([])
  })

  it('is counted by timers: without a toast in sight, or while it stands still, there is none', () => {
    const { gone, pass, show, view } = start()
    expect(vi.getTimerCount()).toBe(1)
    show({ paused: true })
    expect(vi.getTimerCount()).toBe(0)
    show({})
    view.unmount()
    expect(vi.getTimerCount()).toBe(0)
    pass(60_000)
    expect(gone).toEqual([])
  })

  it('goes on with what was left where the toast is shown again, by whomever, and what passed meanwhile is not taken', () => {
    const stage = createStage()
    for (const ran of [1_000, 2_500]) {
      const { pass, view } = start({}, stage)
      pass(ran)
      view.unmount()
      pass(60_000)
    }
    const { gone, pass } = start({}, stage)
    pass(whole - 3_501)
    expect(gone).toEqual([])
    pass(1)
    expect(gone).toEqual([info.id])
  })

  it('is a second at least where the toast comes into sight again: it is not gone within a blink', () => {
    const stage = createStage()
    const { pass, view } = start({}, stage)
    pass(whole - 1)
    view.unmount()
    const { gone } = start({}, stage)
    pass(999)
    expect(gone).toEqual([])
    pass(1)
    expect(gone).toEqual([info.id])
  })

  it('is one for all who show it: it runs once, ends once, and stands still where one of them holds it', () => {
    const stage = createStage()
    const [one, other] = [start({}, stage), start({}, stage)]
    one.pass(3_000)
    one.show({ paused: true })
    one.pass(60_000)
    expect(one.gone).toEqual([])
    one.show({})
    one.pass(whole - 3_001)
    expect(one.gone).toEqual([])
    one.pass(60_000)
    other.view.unmount()
    one.view.unmount()
    one.pass(60_000)
    expect(one.gone).toEqual([info.id])
  })

  it('is the longest of what they give it', () => {
    const stage = createStage()
    const [short, long] = [start({}, stage), start({ atLeast: 30_000 }, stage)]
    short.pass(30_000)
    expect(short.gone).toEqual([])
    long.view.unmount()
    short.pass(1_000)
    expect(short.gone).toEqual([info.id])
  })

  it('is not lost in a night: a timer that comes late has seen no more than a second', () => {
    const { gone, pass, show } = start()
    pass(1_500)
    vi.setSystemTime(Date.now() + 8 * 3_600_000)
    show({ paused: true })
    show({})
    vi.runOnlyPendingTimers()
    // A second of the night, and one more for the timer that was late.
    pass(whole - 3_001)
    expect(gone).toEqual([])
    pass(1)
    expect(gone).toEqual([info.id])
  })

  it('is not for ever where the clock is set back', () => {
    const { gone, pass, show } = start()
    pass(1_500)
    vi.setSystemTime(Date.now() - 8 * 3_600_000)
    show({ paused: true })
    show({})
    pass(whole - 1_000)
    expect(gone).toEqual([info.id])
  })
})

const whole = stayOf(info, englishWords())

interface Shown {
  readonly incident?: Incident
  readonly atLeast?: number
  readonly paused?: boolean
}

function Timed({ incident = info, atLeast, paused = false }: Shown): ReactNode {
  useStay(incident, { atLeast, paused })
  return null
}

function start(first: Shown = {}, { Stage, dismissed: gone } = createStage()) {
  const tree = (shown: Shown) => (
    <StrictMode>
      <Stage>
        <Timed {...shown} />
      </Stage>
    </StrictMode>
  )
  const view = render(tree(first))
  const pass = (milliseconds: number): void => act(() => void vi.advanceTimersByTime(milliseconds))
  return { gone, view, pass, show: (shown: Shown): void => view.rerender(tree(shown)) }
}
