import { refreshTimeout } from '../limits.ts'

/** What a call of the app's own functions is for. */
export type OwnCall = 'refresh' | 'sign-in'

/** The app's functions while they run: what they send must not wait for the session that they are about to change. */
export class OwnCalls {
  #starting: OwnCall | undefined
  #refresh: AbortSignal | undefined

  /** Is a request that is sent now, with this signal, sent by one of them? All that is known of one without it is the moment. */
  of(signal: AbortSignal | null | undefined): OwnCall | undefined {
    return this.#starting ?? (signal != null && signal === this.#refresh ? 'refresh' : undefined)
  }

  start<T>(own: OwnCall, run: () => T): T {
    const outer = this.#starting
    this.#starting = own
    try {
      return run()
    } finally {
      this.#starting = outer
    }
  }

  /** Runs a function that may ignore its signal; nothing waits for it for ever. */
  async refresh<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    const { signal } = controller
    const late = new DOMException('The refresh took too long.', 'TimeoutError')
    const timer = setTimeout(() => controller.abort(late), refreshTimeout)
    this.#refresh = signal
    try {
      return await new Promise<T>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(late), { once: true })
        this.start('refresh', () => run(signal)).then(resolve, reject)
      })
    } finally {
      clearTimeout(timer)
      this.#refresh = undefined
    }
  }
}
