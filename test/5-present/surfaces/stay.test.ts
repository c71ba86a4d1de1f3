import { expect, test } from 'vitest'
import { stayOf } from '../../../src/5-present/surfaces/stay.ts'
import type { Incident } from '../../../src/problem/incident.ts'
import { englishWords, incidentOf } from './stage.tsx'

const info = incidentOf('NOTIFICATION_NOT_FOUND', { remedy: { severity: 'info' }, offer: ['dismiss'], shown: 'toast' })

function stay(incident: Incident, { atLeast, message = '' }: { atLeast?: number; message?: string } = {}): number {
  const words = { ...englishWords(), problem: () => ({ title: 'Saved', message }) }
  return stayOf(incident, words, atLeast).stays
}

test('an information with nothing to do stays five seconds and time to read it', () => {
  expect(stay(info)).toBeGreaterThan(5_000)
  expect(stay(info, { message: 'word '.repeat(120) }) - stay(info)).toBeGreaterThanOrEqual(1_000)
})

test('what fails, what offers something to do, and what waits stays for ever', () => {
  expect(stay({ ...info, remedy: { ...info.remedy, severity: 'warning' } })).toBe(Infinity)
  expect(stay({ ...info, remedy: { ...info.remedy, severity: 'error' } })).toBe(Infinity)
  expect(stay({ ...info, offer: ['refetch'] })).toBe(Infinity)
  expect(stay({ ...info, shown: 'pending' })).toBe(Infinity)
})

test('an app can make it longer, or for ever, and not shorter', () => {
  expect(stay(info, { atLeast: Infinity })).toBe(Infinity)
  expect(stay(info, { atLeast: 20_000 })).toBeGreaterThan(20_000)
  expect(stay(info, { atLeast: 10 })).toBe(stay(info))
})
