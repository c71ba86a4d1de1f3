// As many as a browser keeps by itself.
const most = 250

/** A request that has failed. */
export interface Seen {
  readonly url: string
  readonly sent: number
}

/** The last requests of the page, whoever sent them, as far as the platform records those that fail. */
export class Traffic {
  #ended: readonly PerformanceResourceTiming[] = []
  #observer: PerformanceObserver | undefined

  /** Now something is about to be sent: records it, because the browser's own record is full on a page that lives long. */
  begin(): number {
    if (typeof document !== 'undefined' && typeof PerformanceObserver !== 'undefined') this.#observe()
    return performance.now()
  }

  /**
   * What was sent since then and has failed just now, and how often? One after the other: two that are under way together
   * are two callers. Right only in the same task, where nothing else can have ended in between.
   */
  failedSince(began: number): Seen | undefined {
    this.#take(this.#observer?.takeRecords() ?? [])
    let next = this.#ended.at(-1)
    let sent = 1
    if (next === undefined || !hasFailed(next) || next.startTime < began) return undefined
    for (const one of this.#ended.slice(0, -1).reverse()) {
      const isBefore = one.startTime >= began && one.responseEnd <= next.startTime
      if (one.name !== next.name || !hasFailed(one) || !isBefore) continue
      next = one
      sent++
    }
    return { url: next.name, sent }
  }

  #observe(): void {
    if (this.#observer !== undefined) return
    this.#observer = new PerformanceObserver((list) => this.#take(list.getEntries()))
    this.#observer.observe({ type: 'resource' })
  }

  #take(entries: PerformanceEntryList): void {
    this.#ended = [...this.#ended, ...(entries as PerformanceResourceTiming[])].slice(-most)
  }
}

// Without an answer, or with one that clients send again after.
function hasFailed({ responseStatus }: PerformanceResourceTiming): boolean {
  return responseStatus === 0 || responseStatus >= 500
}
