import { expect, test } from 'vitest'
import { stayOf } from '../../../src/5-present/surfaces/stay.ts'
import { incidentOf } from './stage.tsx'

const words = { title: 'Saved', message: 'Everything is up to date.' }
const info = incidentOf('NOTIFICATION_NOT_FOUND', { remedy: { severity: 'info' }, offer: ['dismiss'], shown: 'toast' })

test('an information with nothing to do stays five seconds and time to read it', () => {
  expect(stayOf(info, words)).toBeGreaterThan(5_000)
  const long = { ...words, message: 'word '.repeat(120) }
  expect(stayOf(info, long) - stayOf(info, { ...words, message: '' })).toBeGreaterThanOrEqual(1_000)
})

test('what fails, what offers something to do, and what waits stays for ever', () => {
  expect(stayOf({ ...info, remedy: { ...info.remedy, severity: 'warning' } }, words)).toBe(Infinity)
  expect(stayOf({ ...info, remedy: { ...info.remedy, severity: 'error' } }, words)).toBe(Infinity)
  expect(stayOf({ ...info, offer: ['refetch'] }, words)).toBe(Infinity)
  expect(stayOf({ ...info, shown: 'pending' }, words)).toBe(Infinity)
})

test('an app can make it longer, or for ever, and not shorter', () => {
  expect(stayOf(info, words, Infinity)).toBe(Infinity)
  expect(stayOf(info, words, 20_000)).toBeGreaterThan(20_000)
  expect(stayOf(info, words, 10)).toBe(stayOf(info, words))
})
