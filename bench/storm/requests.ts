import { grown } from './calendar.ts'

/** The requests under way, one column for each thing known of them. */
export class Requests {
  tab = new Int32Array(1 << 14)
  route = new Int32Array(1 << 14)
  /** How often it was sent. */
  attempt = new Int32Array(1 << 14)
  born = new Int32Array(1 << 14)
  /** Milliseconds waited so far. */
  spent = new Int32Array(1 << 14)
  #free: number[] = []
  #used = 0

  create(tab: number, route: number, now: number): number {
    const request = this.#free.pop() ?? this.#used++
    if (request === this.tab.length) this.#grow()
    this.tab[request] = tab
    this.route[request] = route
    this.attempt[request] = 0
    this.born[request] = now
    this.spent[request] = 0
    return request
  }

  remove(request: number): void {
    this.#free.push(request)
  }

  #grow(): void {
    this.tab = grown(this.tab)
    this.route = grown(this.route)
    this.attempt = grown(this.attempt)
    this.born = grown(this.born)
    this.spent = grown(this.spent)
  }
}
