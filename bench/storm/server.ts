import type { Scenario } from './scenarios.ts'

/** One origin: a bucket of tokens. A request it serves costs one; one it turns away costs part of one, as long as there is any. */
export class Server {
  #tokens: number
  #filledAt = 0
  readonly #perMs: number

  readonly scenario: Scenario
  readonly capacity: number

  constructor(scenario: Scenario, capacity: number) {
    this.scenario = scenario
    this.capacity = capacity
    this.#perMs = capacity / 1000
    this.#tokens = this.#most
  }

  get #most(): number {
    return this.capacity / 10
  }

  isDown(now: number): boolean {
    const { from, outage } = this.scenario
    return now >= from && now < from + outage
  }

  /** Does this request get through? */
  serves(route: number, now: number): boolean {
    const { badRoute, rejectCost } = this.scenario
    if (this.isDown(now) && !badRoute) return false
    if (badRoute && route === 0 && this.isDown(now)) return false
    this.#tokens = Math.min(this.#most, this.#tokens + (now - this.#filledAt) * this.#perMs)
    this.#filledAt = now
    const served = this.#tokens >= 1
    this.#tokens = Math.max(this.#tokens - (served ? 1 : rejectCost), 0)
    return served
  }
}
