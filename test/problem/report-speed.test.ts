// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { shapes, timesOf } from '../../bench/report/main.ts'

describe('O2: a report takes no longer than its bodies are long', () => {
  // The bench has the figures; here a busy machine may double one of them, and the square would be sixteen.
  it.each(Object.entries(shapes))('%s: four times as much takes nowhere near the square of it', (_, shape) => {
    const { quarter, whole } = timesOf(shape, 15)
    expect(whole / quarter).toBeLessThan(10)
  })
})
