// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { takeProblem } from '../../src/1-decode/read-problem.ts'
import { answer, contract } from './read.ts'
import { processorTime } from '../processor-time.ts'

function bodyOf(kilobytes: number): string {
  const item = { pointer: '#/items/0/name', detail: 'must not be longer than it is allowed to be' }
  const count = (kilobytes * 1000) / JSON.stringify(item).length
  return JSON.stringify({ title: 'x', errors: Array.from({ length: count }, () => item) })
}

/** Milliseconds: the best of many short rounds, which a busy machine cannot disturb all. */
async function timeOf(body: string): Promise<number> {
  let best = Infinity
  for (let round = 0; round < 120; round++) {
    const start = processorTime()
    await takeProblem(answer(body), contract, { method: 'GET', url: 'https://a.example/x' })
    best = Math.min(best, processorTime() - start)
  }
  return best
}

describe('decoding', () => {
  it('takes about as long as its body is long: four times as much takes nowhere near the square of it', async () => {
    const quarter = await timeOf(bodyOf(60))
    expect((await timeOf(bodyOf(240))) / quarter).toBeLessThan(10)
  })
})
