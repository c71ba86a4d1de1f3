import { anyOf } from './abort.ts'
import type { Time } from './budget.ts'
import { longestTimer } from './limits.ts'
import type { CallInProgress, Runtime } from './runtime.ts'

// How soon to look again at a call that is over but for what `client.fetch` sends for it: that keeps its own time, and may
// wait for a sign-in.
const soon = 1000

/** It begins now. */
export function beginTime(time: Time, { now }: Pick<Runtime, 'now'>): void {
  time.end = now() + time.total
}

/** What is left of it. A clock that is set back makes it no longer. */
export function timeLeft({ end, total }: Time, now: number): number {
  return Math.min(end - now, total)
}

/** TanStack's context, whose signal ends with the time of its call, too. Asked for only by who heeds it. */
export class TimedContext {
  declare client: unknown
  declare readonly signal: AbortSignal
  readonly #late = new AbortController()
  readonly #context: { readonly signal: AbortSignal }
  #signal: AbortSignal | undefined

  constructor(context: { readonly client: unknown; readonly signal: AbortSignal }) {
    this.#context = context
    for (const key in context) if (key !== 'signal') this[key as 'client'] = context[key as 'client']
    Object.defineProperty(this, 'signal', TimedContext.#heeded)
  }

  end(reason: unknown): void {
    this.#late.abort(reason)
  }

  static readonly #heeded = {
    enumerable: true,
    get(this: TimedContext): AbortSignal {
      return (this.#signal ??= anyOf([this.#context.signal, this.#late.signal]))
    },
  }
}

interface Timed {
  readonly runtime: Runtime
  readonly record: CallInProgress
  /** Ends what heeds it. */
  readonly timed?: TimedContext | undefined
}

/** R8: waits for what a hook's function answers, for as long as its call may take. */
export function inTime<T>(work: Promise<T>, { runtime, record, timed }: Timed): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const left = record.underway > 0 ? soon : timeLeft(record, runtime.now())
      if (left > 0) return void (timer = setTimeout(look, Math.min(left, longestTimer)))
      const late = new DOMException(
        `No answer in ${record.total} ms. What takes longer says so: { total }.`,
        'TimeoutError',
      )
      reject(late)
      timed?.end(late)
    }
    timer = setTimeout(look, Math.min(Math.max(timeLeft(record, runtime.now()), 0), longestTimer))
    const settle =
      <V>(how: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer)
        how(value)
      }
    work.then(settle(resolve), settle(reject))
  })
}
