/** Who may hold a problem; the higher one shows it. */
export type Rank = 'fields' | 'local' | 'boundary'

const order: Readonly<Record<Rank, number>> = { fields: 4, local: 3, boundary: 2 }

interface Holder {
  readonly rank: Rank
  readonly token: object
}

interface Cell {
  readonly holders: Holder[]
  readonly listeners: Set<() => void>
}

/**
 * Claims: the leases by which mounted parts of the UI own problems. One cell for each failure, kept by its identity,
 * so a claim may be taken before its failure is known (a per-`mutate` callback runs before the cache's event).
 */
export interface Claims {
  /** Takes a lease and answers with its release. Releasing twice is releasing once. */
  hold(thrown: unknown, rank: Rank, token: object): () => void
  /** The one that shows it: the highest rank, the first of equals. */
  ownerOf(thrown: unknown): object | undefined
  rankOf(thrown: unknown): Rank | undefined
  subscribe(thrown: unknown, listener: () => void): () => void
}

/** The claims of one client; `onChange` hears of each failure whose owner may have changed. */
export function createClaims(identityOf: (thrown: unknown) => object, onChange: (identity: object) => void): Claims {
  const cells = new WeakMap<object, Cell>()

  const cellOf = (thrown: unknown): Cell => {
    const identity = identityOf(thrown)
    const cell = cells.get(identity) ?? { holders: [], listeners: new Set() }
    cells.set(identity, cell)
    return cell
  }

  const ring = (thrown: unknown, cell: Cell) => {
    for (const listener of cell.listeners) listener()
    onChange(identityOf(thrown))
  }

  return {
    hold(thrown, rank, token) {
      const cell = cellOf(thrown)
      const holder = { rank, token }
      cell.holders.push(holder)
      ring(thrown, cell)
      return () => {
        const at = cell.holders.indexOf(holder)
        if (at < 0) return
        cell.holders.splice(at, 1)
        ring(thrown, cell)
      }
    },
    ownerOf: (thrown) => top(cellOf(thrown))?.token,
    rankOf: (thrown) => top(cellOf(thrown))?.rank,
    subscribe(thrown, listener) {
      const { listeners } = cellOf(thrown)
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function top({ holders }: Cell): Holder | undefined {
  return holders.reduce<Holder | undefined>(
    (best, holder) => (best === undefined || order[holder.rank] > order[best.rank] ? holder : best),
    undefined,
  )
}
