// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readProblem, takeProblem } from '../../src/1-decode/read-problem.ts'
import { answer, contract } from './read.ts'

const request = { method: 'GET', url: 'https://a.example/x' }
const small = JSON.stringify({
  type: 'about:blank',
  title: 'x',
  status: 403,
  code: 'OUT_OF_CREDIT',
  detail: 'd'.repeat(200),
})

function large(kilobytes: number): string {
  const item = { pointer: '#/items/0/name', detail: 'must not be longer than it is allowed to be' }
  return JSON.stringify({
    title: 'x',
    errors: Array.from({ length: (kilobytes * 1000) / JSON.stringify(item).length }, () => item),
  })
}

type Work = (response: Response) => Promise<unknown>

/** Microseconds of each work: the best of many short and interleaved rounds, which a busy machine cannot disturb all. */
async function timesOf(body: string, works: readonly Work[], repeat: number): Promise<readonly number[]> {
  const best = works.map(() => Infinity)
  for (let round = 0; round < 120; round++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now()
      for (let time = 0; time < repeat; time++) await work(answer(body))
      best[index] = Math.min(best[index] ?? 0, ((performance.now() - start) / repeat) * 1000)
    }
  }
  return best
}

async function taken(response: Response): Promise<unknown> {
  return takeProblem(response, contract, request)
}

describe('decoding costs about as much as what an application would do anyway', () => {
  it.each([
    ['0.3 kB', small, 10],
    ['30 kB', large(30), 3],
  ])('%s', async (_, body, repeat) => {
    const plainly: Work = async (response) => [await response.json(), new Error('x')]
    const clonely: Work = async (response) => [await response.clone().json(), new Error('x')]
    const read: Work = (response) => readProblem(response, contract, request)
    const [plain = 0, clone = 0, take = 0, keep = 0] = await timesOf(body, [plainly, clonely, taken, read], repeat)
    expect(take / plain).toBeLessThan(2)
    expect(keep / clone).toBeLessThan(2)
  })

  it('and grows no faster than the body', async () => {
    const [quarter = 0] = await timesOf(large(60), [taken], 1)
    const [whole = 0] = await timesOf(large(240), [taken], 1)
    expect(whole / quarter).toBeLessThan(6)
  })
})
