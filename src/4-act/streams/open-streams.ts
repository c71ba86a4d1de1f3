import type { Contract } from '../../problem/contract.ts'

/** One open stream, as the list of them knows it. */
export interface Slot {
  /** Something came. */
  active(): void
  /** It is over. */
  leave(): void
}

interface Entry {
  readonly contract: Contract | undefined
  readonly close: () => void
}

/** The open streams of one client, the one that has been quiet the longest first. */
export class OpenStreams {
  // A set keeps the order in which its members were put in; whoever receives something is put in anew.
  readonly #entries = new Set<Entry>()

  /** Takes a stream in, and keeps to the most its contract allows. */
  open(contract: Contract | undefined, close: () => void): Slot {
    this.admit(contract)
    const entry = { contract, close }
    this.#entries.add(entry)
    return {
      active: () => {
        if (this.#entries.delete(entry)) this.#entries.add(entry)
      },
      leave: () => void this.#entries.delete(entry),
    }
  }

  /** Sees to it that one more stream of this contract may be open. */
  admit(contract: Contract | undefined): void {
    const most = contract?.streams?.maxStreams
    if (most === undefined || contract === undefined) return
    for (let left = this.#of(contract.name).length - most; left >= 0; left--) this.makeRoom(contract.name)
  }

  /** Closes the stream of a contract that has been quiet the longest; `false` when none is open. */
  makeRoom(contract: string): boolean {
    const [oldest] = this.#of(contract)
    if (oldest === undefined) return false
    this.#entries.delete(oldest)
    oldest.close()
    return true
  }

  #of(name: string): readonly Entry[] {
    return [...this.#entries].filter(({ contract }) => contract?.name === name)
  }
}
