import { onTestFinished, vi } from 'vitest'

/** Lets the clock run ahead of the real one until the test is over: waits are seconds, the server answers at once. */
export function hurry(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true, advanceTimeDelta: 5 })
  onTestFinished(() => void vi.useRealTimers())
}

/** Moves the clock, with a round through the real network every 100 ms. */
export async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await vi.advanceTimersByTimeAsync(100)
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
