import { anyOf } from './abort.ts'
import type { Time } from './budget.ts'
import { longestTimer } from './limits.ts'

/** A call whose function has been called. */
export interface TimedCall extends Time {
  /** Requests of `client.fetch` that it waits for: those keep their own time, and may wait for a sign-in. */
  underway: number
}

// How soon to look again at a call that is over but for those.
const soon = 1000

/** It begins now. */
export function beginTime(time: Time, now: number): void {
  time.end = now + time.total
}

/** What is left of it. A clock that is set back makes it no longer. */
export function timeLeft({ end, total }: Time, now: number): number {
  return Math.min(end - now, total)
}

interface Waiting {
  readonly call: TimedCall
  readonly giveUp: () => void
}

/** R8: the calls of hooks that wait for an answer, with one timer for all of them: one each is what a success would pay for. */
export class TimeLimits {
  readonly #now: () => number
  readonly #waiting = new Set<Waiting>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #looksAt = Infinity

  constructor(now: () => number) {
    this.#now = now
  }

  /** Waits for what a hook's function answers, for as long as its call may take; then ends what heeds it. */
  wait<T>(work: Promise<T>, call: TimedCall, late?: Late): Promise<T> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        const reason = new DOMException(
          `No answer in ${call.total} ms. What takes longer says so: { total }.`,
          'TimeoutError',
        )
        reject(reason)
        late?.end(reason)
      }
      const waiting = { call, giveUp }
      this.#waiting.add(waiting)
      this.#lookIn(timeLeft(call, this.#now()))
      const leave = () => {
        this.#waiting.delete(waiting)
        if (this.#waiting.size === 0) this.#stop()
      }
      work.then(
        (value) => {
          leave()
          resolve(value)
        },
        (thrown) => {
          leave()
          reject(thrown)
        },
      )
    })
  }

  #lookIn(left: number): void {
    const at = this.#now() + left
    if (at >= this.#looksAt) return
    this.#stop()
    this.#looksAt = at
    this.#timer = setTimeout(() => this.#look(), Math.min(Math.max(left, 0), longestTimer))
  }

  #look(): void {
    this.#stop()
    for (const waiting of this.#waiting) {
      const left = waiting.call.underway > 0 ? soon : timeLeft(waiting.call, this.#now())
      if (left > 0) this.#lookIn(left)
      else {
        this.#waiting.delete(waiting)
        waiting.giveUp()
      }
    }
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#looksAt = Infinity
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
    this.#controller?.abort(reason)
  }
}
