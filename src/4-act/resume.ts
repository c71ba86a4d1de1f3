import { resumeSpread } from '../3-decide/gate-state.ts'
import { sleep, untilDone } from './abort.ts'
import type { Runtime } from './runtime.ts'

// A timer is late by less where nothing held it up.
const held = 1000

/** Was this attempt held up by more than its delay: by a hidden tab, a lost network, a laptop that slept? */
export function isLate({ now }: Runtime, due: number): boolean {
  return now() - due > held
}

/**
 * R6: a hidden tab does not try again. Once it is seen, what was held up goes out, each after a moment of its own: many tabs
 * come back together. Answers with the milliseconds that took, which are nobody's patience.
 */
export async function resume(runtime: Runtime, due: number, signal: AbortSignal): Promise<number> {
  await untilSeen(signal)
  const late = runtime.now() - due
  if (isLate(runtime, due)) await sleep(runtime.random() * Math.min(late, resumeSpread), signal)
  return Math.max(0, runtime.now() - due)
}

async function untilSeen(signal: AbortSignal): Promise<void> {
  const { document } = globalThis
  if (document?.visibilityState !== 'hidden') return
  await untilDone<void>(signal, (done) => {
    const stop = () => document.removeEventListener('visibilitychange', look)
    const look = () => {
      if (document.visibilityState === 'hidden') return
      stop()
      done()
    }
    document.addEventListener('visibilitychange', look)
    return stop
  })
}
