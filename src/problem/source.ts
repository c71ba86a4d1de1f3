import type { Problem } from './problem.ts'
import type { ResolvedRemedy } from './remedy.ts'

/**
 * What a failure came from: one object per query, mutation or call, for as long as that lives. The act stage makes
 * them; presenting asks them.
 */
export interface Source {
  readonly kind: 'query' | 'mutation' | 'call'
  /** What recovery is measured by: a success of the same key. */
  readonly key: string
  /** Order number of its latest start; a failure seen later than that start is the same one passing through. */
  started: number
  /** The session was refreshed for it since its last success; it is not refreshed again. */
  refreshed: boolean
  /** What the mutation was called with. */
  readonly variables: unknown
  /** Sends it again, with the same variables and the same idempotency key. */
  retry(): Promise<unknown>
  /** Can it be sent again at all? */
  canRetry(): boolean
  /** Will its failure be thrown to a boundary? */
  willThrow(): boolean
  /** Is it still failed, and with this? */
  failedWith(problem: Problem): boolean
  /** Is earlier data on screen? */
  hasData(): boolean
  /** Does anybody look at it? */
  observed(): boolean
}

/** One failure on its way from the act stage to the screen. */
export interface Failed {
  /** What was thrown, as it was. */
  readonly thrown: unknown
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
  readonly source: Source
  /** Order number of the moment it was first seen. */
  readonly seen: number
}

/** What presenting does for the act stage. None of these throws. */
export interface Presenter {
  /** What is on its way to the screen, or there. */
  readonly incidents: { readonly size: number }
  fail(failed: Failed): void
  /** The source succeeded. */
  recover(source: Source): void
  /** The source is gone, or its user moved on. */
  forget(source: Source): void
  /** Everything of the user before is over; the notice about it stays. */
  clear(): void
}
