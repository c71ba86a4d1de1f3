/** What one request came to. */
export interface Outcome {
  readonly status: number
  readonly body: unknown
}

/** A server's memory: what it has done, and under which key. */
export interface Ledger {
  /** What was done, each time. */
  readonly effects: readonly string[]
  /** Does it; under a key that is known already it answers again what it answered before. */
  order(what: string, key: string | undefined): Outcome
  /** How often this was done. */
  countOf(what: string): number
}

/** A server that honours idempotency keys: what has no key is done each time. */
export function createLedger(): Ledger {
  const effects: string[] = []
  const counts = new Map<string, number>()
  const answers = new Map<string, { readonly what: string; readonly outcome: Outcome }>()
  return {
    effects,
    countOf: (what) => counts.get(what) ?? 0,
    order(what, key) {
      const before = key === undefined ? undefined : answers.get(key)
      if (before !== undefined && before.what !== what) return { status: 422, body: { code: 'KEY_REUSED' } }
      if (before !== undefined) return before.outcome
      counts.set(what, (counts.get(what) ?? 0) + 1)
      const outcome = { status: 201, body: { order: effects.push(what) } }
      if (key !== undefined) answers.set(key, { what, outcome })
      return outcome
    },
  }
}
