import { longestTimer } from './limits.ts'

/** Aborted as soon as one of these is. */
export function anyOf(signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined))
}

/** Waits for work that cannot be called off, but no longer than its caller does: an abort is thrown as it is. */
export function unlessAborted<T>(work: Promise<T>, signals: readonly (AbortSignal | undefined)[]): Promise<T> {
  const signal = anyOf(signals)
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    const leave = () => signal.removeEventListener('abort', stop)
    work.then(resolve, reject).then(leave, leave)
  })
}

/** Begins something and waits until it is done. An abort calls it off in the same task, and is thrown as it is. */
export function untilDone<T>(signal: AbortSignal, begin: (done: (value: T) => void) => () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      callOff()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
    const callOff = begin((value) => {
      signal.removeEventListener('abort', stop)
      resolve(value)
    })
  })
}

/** Waits. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return untilDone(signal, (done) => {
    const timer = setTimeout(done, Math.min(milliseconds, longestTimer))
    return () => clearTimeout(timer)
  })
}
