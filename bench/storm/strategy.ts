import type { Requests } from './requests.ts'

/** What a strategy can do. Times in milliseconds. */
export interface World {
  now: number
  readonly random: () => number
  readonly requests: Requests
  send(request: number): void
  /** `again` comes after this delay. */
  later(request: number, delay: number): void
  /** `woke` comes at this time. */
  wake(tab: number, at: number): void
  /** The user sees the data, or the error. */
  finish(request: number, isGood: boolean): void
}

/** Decides when requests are sent, and when their failure is shown. */
export interface Strategy {
  /** What fails in one tab is one thing on its screen, with a count, until something succeeds there. Else each is its own. */
  readonly groups: boolean
  start(request: number): void
  succeeded(request: number): void
  failed(request: number, retryAfter: number): void
  again(request: number): void
  woke(tab: number): void
}
