import type { Requests } from './requests.ts'
import type { Scenario } from './scenarios.ts'

/** What one run came to. */
export interface Measured {
  /** Requests sent during the outage for each one made during it. */
  readonly sent: number
  /** Most requests in one second, over what the origin can carry. */
  readonly peakDuring: number
  readonly peakAfter: number
  /** Seconds after the outage until five seconds follow in which 99 % of the requests succeed. */
  readonly recovered: number
  /** Requests of the whole run that ended as an error. */
  readonly errors: number
  /** The same, over the requests made during the outage. */
  readonly errorShare: number
  /** Errors that came up on a screen. */
  readonly shown: number
  /** Of the routes that were healthy: how many of a hundred failed, and how many waited for longer than a second. */
  readonly healthyFailed: number
  readonly healthyWaited: number
  /** Seconds from being made to the data, for what was made during the outage and got through. */
  readonly wait: number
}

/** How a request ended. */
export interface End {
  readonly now: number
  readonly isGood: boolean
  /** Does it join what its tab shows already? */
  readonly groups: boolean
}

/** Counts while a run goes on. */
export class Measures {
  readonly #total: Int32Array
  readonly #good: Int32Array
  readonly #from: number
  readonly #to: number
  #made = 0
  #madeHealthy = 0
  #sent = 0
  #errors = 0
  #shown = 0
  readonly #isOpen: Uint8Array
  #healthyFailed = 0
  #healthyWaited = 0
  #waited = 0
  #waits = 0

  readonly scenario: Scenario
  readonly capacity: number

  constructor(scenario: Scenario, { capacity, tabs }: { readonly capacity: number; readonly tabs: number }) {
    this.scenario = scenario
    this.capacity = capacity
    this.#isOpen = new Uint8Array(tabs)
    const seconds = Math.ceil(scenario.end / 1000) + 1
    this.#total = new Int32Array(seconds)
    this.#good = new Int32Array(seconds)
    this.#from = scenario.from
    // A herd without an outage is looked at for as long as its patience lasts.
    this.#to = scenario.from + (scenario.outage === 0 ? 12_000 : scenario.outage)
  }

  made(route: number, now: number): void {
    if (!this.#isDuring(now)) return
    this.#made++
    if (route !== 0) this.#madeHealthy++
  }

  sent(now: number, served: boolean): void {
    const second = Math.floor(now / 1000)
    this.#total[second] = (this.#total[second] ?? 0) + 1
    if (served) this.#good[second] = (this.#good[second] ?? 0) + 1
    if (this.#isDuring(now)) this.#sent++
  }

  ended({ born, route, tab }: Requests, request: number, { now, isGood, groups }: End): void {
    const began = born[request] ?? 0
    const took = now - began
    const where = tab[request] ?? 0
    if (!isGood) this.#errors++
    if (!isGood && !(groups && this.#isOpen[where])) this.#shown++
    this.#isOpen[where] = isGood ? 0 : 1
    if (!this.#isDuring(began)) return
    if (isGood) {
      this.#waits += took
      this.#waited++
    }
    if (route[request] === 0) return
    if (!isGood) this.#healthyFailed++
    if (isGood && took > 1000) this.#healthyWaited++
  }

  result(): Measured {
    const after = this.scenario.outage === 0 ? this.#from : this.#to
    return {
      sent: this.#sent / this.#made,
      peakDuring: this.#peak(this.#from, this.#to),
      peakAfter: this.#peak(this.#to, this.scenario.end),
      recovered: this.#recovered(Math.ceil(after / 1000)),
      errors: this.#errors,
      errorShare: this.#errors / this.#made,
      shown: this.#shown,
      healthyFailed: this.#healthyFailed / this.#madeHealthy,
      healthyWaited: this.#healthyWaited / this.#madeHealthy,
      wait: this.#waits / this.#waited / 1000,
    }
  }

  #isDuring(now: number): boolean {
    return now >= this.#from && now < this.#to
  }

  #peak(from: number, to: number): number {
    const seconds = this.#total.subarray(Math.floor(from / 1000), Math.floor(to / 1000))
    return seconds.reduce((most, each) => Math.max(most, each), 0) / this.capacity
  }

  #recovered(from: number): number {
    const isWell = (second: number): boolean => (this.#good[second] ?? 0) >= 0.99 * (this.#total[second] ?? 0)
    for (let second = from; second + 5 < this.#total.length; second++)
      if ([0, 1, 2, 3, 4].every((later) => isWell(second + later))) return second - from
    return Infinity
  }
}
