import type { Announcement, RemedyStore } from '../4-act/store.ts'

/** What is to be said, one sentence a tick: a live node that changes twice at once loses the first. */
export class Announcements {
  readonly #store: RemedyStore
  readonly #queue: { readonly announcement: Announcement; readonly urgent: boolean }[] = []

  #last: string | undefined

  constructor(store: RemedyStore) {
    this.#store = store
  }

  add(announcement: Announcement, urgent: boolean): void {
    const key = announcement.of === 'text' ? announcement.key : undefined
    // One notice for all that is well again.
    if (key === 'recovered' && (this.#last === key || this.#last === 'backOnline')) return
    this.#last = key
    this.#queue.push({ announcement, urgent })
  }

  /** Says the next one; answers whether there is more. */
  speak(): boolean {
    const next = this.#queue.shift()
    if (next !== undefined) this.#store.setState({ [next.urgent ? 'assertive' : 'polite']: next.announcement })
    return this.#queue.length > 0
  }
}
