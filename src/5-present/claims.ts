/**
 * Who may hold a problem; the higher one shows it. A `page` is a boundary that takes the focus. `elsewhere`: a boundary
 * that is not ours has caught it, and presumably shows it.
 */
export type Rank = 'fields' | 'local' | 'page' | 'boundary' | 'elsewhere'

/** Marks our own boundaries. */
export const ours = Symbol.for('react-remedy.boundary')

const order: Readonly<Record<Rank, number>> = { fields: 4, local: 3, page: 2, boundary: 2, elsewhere: 1 }

interface Holder {
  readonly rank: Rank
  readonly token: object
}

interface Cell {
  readonly holders: Holder[]
  readonly listeners: Set<() => void>
}

/**
 * The leases by which mounted parts of the UI own problems. One cell for each failure, kept by its identity, so a claim
 * may be taken before its failure is known (a per-`mutate` callback runs before the cache's event).
 */
export class Claims {
  readonly #cells = new WeakMap<object, Cell>()
  readonly #boundaries = new Set<Holder>()
  readonly #identityOf: (thrown: unknown) => object
  readonly #onChange: (identity: object) => void

  /** `onChange` hears of each failure whose owner may have changed. */
  constructor(identityOf: (thrown: unknown) => object, onChange: (identity: object) => void) {
    this.#identityOf = identityOf
    this.#onChange = onChange
  }

  /** Takes a lease and answers with its release. Releasing twice is releasing once. */
  hold(thrown: unknown, rank: Rank, token: object): () => void {
    const holder = { rank, token }
    this.#cellOf(thrown).holders.push(holder)
    if (isBoundary(holder)) {
      this.#boundaries.add(holder)
      this.#release(thrown, isElsewhere)
    }
    this.#ring(thrown)
    return () => this.#release(thrown, (other) => other === holder)
  }

  /** It was thrown to a boundary. Unless that turns out to be one of ours, nobody else shows it any more. */
  presume(thrown: unknown): void {
    const { holders } = this.#cellOf(thrown)
    if (!holders.some((holder) => isBoundary(holder) || isElsewhere(holder))) this.hold(thrown, 'elsewhere', {})
  }

  /** Does a boundary of ours stand in place of what it caught? */
  get isCatching(): boolean {
    return this.#boundaries.size > 0
  }

  /** The one that shows it: the highest rank, the first of equals. */
  ownerOf(thrown: unknown): object | undefined {
    return top(this.#cellOf(thrown))?.token
  }

  /** Does a part of ours show it, or mean to? */
  isOurs(thrown: unknown): boolean {
    const rank = this.rankOf(thrown)
    return rank !== undefined && rank !== 'elsewhere'
  }

  /** Has a boundary caught it that is not ours? */
  isElsewhere(thrown: unknown): boolean {
    return this.rankOf(thrown) === 'elsewhere'
  }

  rankOf(thrown: unknown): Rank | undefined {
    return top(this.#cellOf(thrown))?.rank
  }

  subscribe(thrown: unknown, listener: () => void): () => void {
    const { listeners } = this.#cellOf(thrown)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  #cellOf(thrown: unknown): Cell {
    const identity = this.#identityOf(thrown)
    const cell = this.#cells.get(identity) ?? { holders: [], listeners: new Set() }
    this.#cells.set(identity, cell)
    return cell
  }

  #release(thrown: unknown, isIt: (holder: Holder) => boolean): void {
    const { holders } = this.#cellOf(thrown)
    const at = holders.findIndex(isIt)
    if (at < 0) return
    for (const holder of holders.splice(at, 1)) this.#boundaries.delete(holder)
    this.#ring(thrown)
  }

  #ring(thrown: unknown): void {
    for (const listener of this.#cellOf(thrown).listeners) listener()
    this.#onChange(this.#identityOf(thrown))
  }
}

/** These speak for themselves: the focus goes to the summary, to the first field, or to the heading of the page. */
export function speaks(rank: Rank | undefined): boolean {
  return rank === 'fields' || rank === 'page'
}

function isBoundary({ rank }: Holder): boolean {
  return order[rank] === order.boundary
}

function isElsewhere({ rank }: Holder): boolean {
  return rank === 'elsewhere'
}

function top({ holders }: Cell): Holder | undefined {
  return holders.reduce<Holder | undefined>(
    (best, holder) => (best === undefined || order[holder.rank] > order[best.rank] ? holder : best),
    undefined,
  )
}
