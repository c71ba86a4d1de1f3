import { anyOf } from './abort.ts'
import type { Time } from './budget.ts'

/** A call whose function has been called. */
export interface TimedCall extends Time {
  /** Requests of `client.fetch` that it waits for: those keep their own time, and may wait for a sign-in. */
  underway: number
}

// How often to look, in milliseconds, while anybody waits.
const beat = 250

/** It begins now. */
export function beginTime(time: Time, now: number): void {
  time.end = now + time.total
}

/** What is left of it. A clock that is set back makes it no longer. */
export function timeLeft({ end, total }: Time, now: number): number {
  return Math.min(end - now, total)
}

/** It may go on until then: what `client.fetch` was given for a part of it, or waited for a sign-in, is not taken from it. */
export function goOn(time: Time | undefined, end: number): void {
  if (time !== undefined) time.end = Math.max(time.end, end)
}

/** R8: ends the calls of hooks whose time is over. One timer for all of them: one each is what a success would pay for. */
export class TimeLimits {
  readonly #now: () => number
  readonly #waiting = new Set<(back: number) => void>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #latest = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** Waits for what a hook's function answers, for as long as its call may take; then ends what heeds it. */
  wait<T>(work: Promise<T>, call: TimedCall, late: Late): Promise<T> {
    const waiting = this.#waiting
    return new Promise((resolve, reject) => {
      const look = (back: number) => {
        call.end -= back
        if (call.underway > 0 || timeLeft(call, this.#now()) > 0) return
        const reason = new DOMException(`No answer in ${call.total} ms: a longer call says its total.`, 'TimeoutError')
        leave()
        reject(reason)
        late.end(reason)
      }
      const leave = () => {
        waiting.delete(look)
        if (waiting.size === 0) clearTimeout(this.#timer)
      }
      call.end = Math.min(call.end, this.#now() + call.total)
      if (waiting.size === 0) this.#lookSoon()
      waiting.add(look)
      work.then(
        (value) => {
          leave()
          resolve(value)
        },
        (thrown: unknown) => {
          leave()
          reject(thrown)
        },
      )
    })
  }

  #lookSoon(): void {
    this.#latest = this.#now()
    this.#timer = setTimeout(() => {
      const back = Math.max(0, this.#latest - this.#now())
      this.#lookSoon()
      this.#waiting.forEach((look) => look(back))
    }, beat)
  }
}

/** The end of a call's time, for what heeds its signal. */
export class Late {
  #controller: AbortController | undefined
  #signal: AbortSignal | undefined

  signalWith(own: AbortSignal): AbortSignal {
    this.#controller ??= new AbortController()
    return (this.#signal ??= anyOf([own, this.#controller.signal]))
  }

  end(reason: unknown): void {
    this.#controller ??= new AbortController()
    this.#controller.abort(reason)
  }
}
