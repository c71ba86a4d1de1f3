import json from './divination.facts.json' with { type: 'json' }

/** What the divination document says about one code, in our own words. */
export interface Fact {
  readonly code: string
  readonly status: number
  /** What the front end does. */
  readonly does: string
  readonly surface: string
  readonly offers: readonly string[]
  readonly runs: readonly string[]
  readonly session: string | null
  readonly field: string | null
  /** Whether it is sent again by itself. */
  readonly again: string
  /** SHA-256 of `status|meaning|handling` as the document has them: changes when the document does. */
  readonly row: string
}

export const facts: readonly Fact[] = json
