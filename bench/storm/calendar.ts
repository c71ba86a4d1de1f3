/** A queue of what happens when, in whole milliseconds: one list for each, so that adding and taking cost nothing. */
export class Calendar {
  readonly #first: Int32Array
  readonly #last: Int32Array
  #next = new Int32Array(1 << 16).fill(-1)
  #what = new Int32Array(1 << 16)
  #used = 0
  #free = -1

  readonly end: number

  constructor(end: number) {
    this.end = end
    this.#first = new Int32Array(end + 1).fill(-1)
    this.#last = new Int32Array(end + 1).fill(-1)
  }

  /** What lies beyond the end never happens. */
  add(at: number, what: number): void {
    if (at > this.end) return
    const node = this.#take()
    this.#what[node] = what
    this.#next[node] = -1
    const last = this.#last[at] ?? -1
    if (last === -1) this.#first[at] = node
    else this.#next[last] = node
    this.#last[at] = node
  }

  /** The next thing of this millisecond, or -1. */
  take(at: number): number {
    const node = this.#first[at] ?? -1
    if (node === -1) return -1
    const next = this.#next[node] ?? -1
    this.#first[at] = next
    if (next === -1) this.#last[at] = -1
    this.#next[node] = this.#free
    this.#free = node
    return this.#what[node] ?? -1
  }

  #take(): number {
    if (this.#free !== -1) {
      const node = this.#free
      this.#free = this.#next[node] ?? -1
      return node
    }
    if (this.#used === this.#next.length) {
      this.#next = grown(this.#next)
      this.#what = grown(this.#what)
    }
    return this.#used++
  }
}

/** The same numbers with room for as many again. */
export function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** mulberry32: small, seeded, good enough to spread requests. */
export function dice(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
