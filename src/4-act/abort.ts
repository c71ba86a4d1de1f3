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
