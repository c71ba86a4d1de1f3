/** Who uses the origin. */
export interface Load {
  readonly name: string
  readonly tabs: number
  /** Milliseconds between two pages of one tab, on average. */
  readonly page: number
}

/** What happens to the origin. Times in milliseconds. */
export interface Scenario {
  readonly name: string
  /** How many times the normal load it can carry. */
  readonly capacity: number
  /** What a request costs that is turned away, in requests served. */
  readonly rejectCost: number
  readonly from: number
  readonly outage: number
  readonly end: number
  /** All tabs load a page at the same moment, `from`. */
  readonly herd: boolean
  /** What each failure of the outage asks for; 0 for nothing. */
  readonly retryAfter: number
  /** Only one route of five fails. */
  readonly badRoute: boolean
}

/** Requests of one page: each of a route of its own. */
export const routes = 5

export const loads: readonly Load[] = [
  { name: 'A', tabs: 50_000, page: 25_000 },
  { name: 'B', tabs: 100_000, page: 50_000 },
]

const from = 20_000
const rejectCosts: Readonly<Record<number, number>> = { 1.8: 0.3, 1.4: 0.5, 1.25: 0.8 }

export const scenarios: readonly Scenario[] = [
  ...[60, 30, 5, 2].flatMap((seconds) =>
    [1.8, 1.4, 1.25].map((capacity) => scenario(`${seconds} s, ${capacity}×`, { capacity, outage: seconds * 1000 })),
  ),
  scenario('herd, no outage', { herd: true }),
  scenario('herd + 30 s', { outage: 30_000, herd: true }),
  scenario('herd + 30 s + Retry-After: 30', { outage: 30_000, herd: true, retryAfter: 30_000 }),
  scenario('30 s + Retry-After: 30', { outage: 30_000, retryAfter: 30_000 }),
  scenario('60 s + Retry-After: 30', { outage: 60_000, retryAfter: 30_000 }),
  scenario('one bad route, 300 s', { outage: 300_000, badRoute: true, end: from + 310_000 }),
]

function scenario(name: string, changes: Partial<Scenario>): Scenario {
  const { capacity = 1.8, outage = 0 } = changes
  return {
    name,
    capacity,
    rejectCost: rejectCosts[capacity] ?? 0.3,
    from,
    outage,
    end: from + outage + 90_000,
    herd: false,
    retryAfter: 0,
    badRoute: false,
    ...changes,
  }
}
