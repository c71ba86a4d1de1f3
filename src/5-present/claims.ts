/** Who may hold a problem; the higher one shows it. A `page` is a boundary that takes the focus. */
export type Rank = 'fields' | 'local' | 'page' | 'boundary'

/** Marks our own boundaries. */
export const ours = Symbol.for('react-remedy.boundary')

const order: Readonly<Record<Rank, number>> = { fields: 4, local: 3, page: 2, boundary: 2 }

interface Holder {
  readonly rank: Rank
  readonly token: object
}

interface Cell {
  readonly holders: Holder[]
  readonly listeners: Set<() => void>
  /** A boundary has caught it that is not ours, and presumably shows it. */
  isElsewhere: boolean
}

/**
 * The leases by which mounted parts of the UI own problems. One cell for each failure, kept by its identity, so a claim
 * may be taken before its failure is known (a per-`mutate` callback runs before the cache's event).
 */
export class Claims {
  readonly #cells = new WeakMap<object, Cell>()
  readonly #identityOf: (thrown: unknown) => object
  readonly #onChange: (identity: object) => void
  #boundaries = 0

  /** `onChange` hears of each failure whose owner may have changed. */
  constructor(identityOf: (thrown: unknown) => object, onChange: (identity: object) => void) {
    this.#identityOf = identityOf
    this.#onChange = onChange
  }

  /** Takes a lease and answers with its release. Releasing twice is releasing once. */
  hold(thrown: unknown, rank: Rank, token: object): () => void {
    const cell = this.#cellOf(thrown)
    const holder = { rank, token }
    cell.holders.push(holder)
    if (isBoundary(holder)) {
      cell.isElsewhere = false
      this.#boundaries++
    }
    this.#ring(thrown)
    return () => {
      const at = cell.holders.indexOf(holder)
      if (at < 0) return
      cell.holders.splice(at, 1)
      if (isBoundary(holder)) this.#boundaries--
      this.#ring(thrown)
    }
  }

  /** It was thrown to a boundary. Unless that turns out to be one of ours, nobody else shows it any more. */
  presume(thrown: unknown): void {
    const cell = this.#cellOf(thrown)
    if (cell.isElsewhere || cell.holders.some(isBoundary)) return
    cell.isElsewhere = true
    this.#ring(thrown)
  }

  /** Does a boundary of ours stand in place of what it caught? */
  get isCatching(): boolean {
    return this.#boundaries > 0
  }

  /** The one that shows it: the highest rank, the first of equals. */
  ownerOf(thrown: unknown): object | undefined {
    return top(this.#cellOf(thrown))?.token
  }

  rankOf(thrown: unknown): Rank | undefined {
    return top(this.#cellOf(thrown))?.rank
  }

  /** Who shows it, or means to: a part of ours, else a boundary that is not ours and has caught it. */
  shownBy(thrown: unknown): 'us' | 'others' | undefined {
    const { holders, isElsewhere } = this.#cellOf(thrown)
    if (holders.length > 0) return 'us'
    return isElsewhere ? 'others' : undefined
  }

  subscribe(thrown: unknown, listener: () => void): () => void {
    const { listeners } = this.#cellOf(thrown)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  #cellOf(thrown: unknown): Cell {
    const identity = this.#identityOf(thrown)
    const cell = this.#cells.get(identity) ?? { holders: [], listeners: new Set(), isElsewhere: false }
    this.#cells.set(identity, cell)
    return cell
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

function top({ holders }: Cell): Holder | undefined {
  return [...holders].sort((a, b) => order[b.rank] - order[a.rank])[0]
}
