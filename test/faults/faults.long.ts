import { expect, it } from 'vitest'
import { nothingWrong, runFaults } from './run.ts'

it('10,000 requests, 30 % of them broken, end well or on screen, and nothing is done twice', async () => {
  expect(await runFaults(10_000)).toEqual(nothingWrong)
}, 7_200_000)
