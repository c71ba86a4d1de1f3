import { expect, it } from 'vitest'
import { nothingWrong, runFaults } from './run.ts'

// `npm run test:faults` has the long form.
it('400 requests, 30 % of them broken, end well or on screen, and nothing is done twice', async () => {
  expect(await runFaults(400)).toEqual(nothingWrong)
}, 300_000)
