import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createToastTimers, type PauseReason } from '../../../src/5-present/surfaces/toast-timers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start(...ids: readonly string[]) {
  const gone: string[] = []
  const timers = createToastTimers((id) => gone.push(id))
  timers.keep(ids.map((id) => ({ id, stamp: 1, stays: 5_000 })))
  return { gone, timers }
}

test('a toast goes when its time is over, and not before', () => {
  const { gone } = start('a')
  vi.advanceTimersByTime(4_999)
  expect(gone).toEqual([])
  vi.advanceTimersByTime(1)
  expect(gone).toEqual(['a'])
})

test('what is left after a pause is what was left before it, however often', () => {
  const { gone, timers } = start('a')
  for (const ran of [1_000, 2_500]) {
    vi.advanceTimersByTime(ran)
    timers.pause('hover')
    vi.advanceTimersByTime(60_000)
    timers.resume('hover')
  }
  vi.advanceTimersByTime(1_499)
  expect(gone).toEqual([])
  vi.advanceTimersByTime(1)
  expect(gone).toEqual(['a'])
})

test('each reason counts by itself: the time goes on when the last one is over', () => {
  const { gone, timers } = start('a')
  const reasons: readonly PauseReason[] = ['hover', 'focus', 'blur', 'hidden']
  reasons.forEach(timers.pause)
  for (const reason of reasons) {
    vi.advanceTimersByTime(60_000)
    expect(gone).toEqual([])
    timers.resume(reason)
  }
  vi.advanceTimersByTime(5_000)
  expect(gone).toEqual(['a'])
})

test('a toast that comes during a pause waits like the others', () => {
  const { gone, timers } = start()
  timers.pause('focus')
  timers.keep([{ id: 'a', stamp: 1, stays: 5_000 }])
  vi.advanceTimersByTime(60_000)
  expect(gone).toEqual([])
})

test('an update starts the time anew, a rendering does not', () => {
  const { gone, timers } = start('a', 'b')
  vi.advanceTimersByTime(4_000)
  timers.keep([
    { id: 'a', stamp: 2, stays: 5_000 },
    { id: 'b', stamp: 1, stays: 5_000 },
  ])
  vi.advanceTimersByTime(1_000)
  expect(gone).toEqual(['b'])
  vi.advanceTimersByTime(4_000)
  expect(gone).toEqual(['b', 'a'])
})

test('what stays for ever, or longer than a timer can count, does not go', () => {
  const { gone, timers } = start()
  timers.keep([
    { id: 'a', stamp: 1, stays: Infinity },
    { id: 'b', stamp: 1, stays: 2 ** 31 },
  ])
  vi.advanceTimersByTime(24 * 3_600_000)
  expect(gone).toEqual([])
})

test('a toast that was closed dismisses nothing later', () => {
  const { gone, timers } = start('a')
  timers.keep([])
  vi.advanceTimersByTime(60_000)
  expect(gone).toEqual([])
})
