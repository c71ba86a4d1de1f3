import { refreshTimeout, settling } from '../limits.ts'

/** What one tab says to the others. No more than that: whoever hears it asks the app. */
export type Word = 'changed' | 'ended'

/** What the tabs of one origin share of a session: one refresh at a time, and the word that something has changed. */
export interface Tabs {
  /** Runs alone among all tabs. `isBehind`: another one has refreshed, and this one has not heard of it yet. */
  alone<T>(work: (isBehind: boolean) => Promise<T>): Promise<T>
  /** Leaves a mark of a refresh for those that wait for their turn. */
  mark(): Promise<void>
  tell(word: Word): void
  /** Hears of the others until what it returns is called. */
  listen(heard: (word: Word) => void): () => void
}

/**
 * The tabs of this page's origin. On a server, where users share a process, and where the platform has no locks or no
 * channel, this tab is alone.
 */
export function createTabs(name: string): Tabs {
  const isPage = typeof document !== 'undefined'
  const locks = isPage ? (globalThis.navigator as Partial<Navigator> | undefined)?.locks : undefined
  const title = `react-remedy session ${name}`
  const marks = createMarks(locks, `${title} mark `)
  let channel: BroadcastChannel | undefined

  return {
    alone: (work) =>
      locks === undefined ? work(false) : takeTurn(locks, title, async () => work(await marks.areNew())),
    mark: () => marks.leave(),
    tell: (word) => channel?.postMessage(word),
    listen(heard) {
      if (!isPage || typeof BroadcastChannel === 'undefined') return () => {}
      const own = new BroadcastChannel(title)
      channel = own
      own.addEventListener('message', ({ data }) => {
        if (data === 'changed' || data === 'ended') heard(data)
      })
      // A page that was put aside for "back" has heard nothing meanwhile.
      const back = ({ persisted }: PageTransitionEvent) => persisted && heard('ended')
      addEventListener('pageshow', back)
      return () => {
        removeEventListener('pageshow', back)
        own.close()
        channel = undefined
      }
    },
  }
}

async function takeTurn<T>(locks: LockManager, title: string, work: () => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(refreshTimeout)
  let started = false
  const turn = () => {
    started = true
    return work()
  }
  try {
    return await locks.request(title, { signal }, turn)
  } catch (thrown) {
    // Where locks are forbidden (a sandboxed frame) it is alone as well.
    if (started || signal.aborted) throw thrown
    return work()
  }
}

// A word over the channel may come later than the turn of who waited for it; a lock never does. So a refresh is marked by
// holding a lock of its own, as long as anybody can wait and no longer: a page that holds one is not kept for "back".
function createMarks(locks: LockManager | undefined, prefix: string) {
  const known = new Set<string>()
  return {
    async areNew(): Promise<boolean> {
      const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {}
      const fresh = held.flatMap(({ name = '' }) => (name.startsWith(prefix) && !known.has(name) ? [name] : []))
      for (const name of fresh) known.add(name)
      // What the other tab wrote needs its time, too.
      if (fresh.length > 0) await new Promise((resolve) => setTimeout(resolve, settling))
      return fresh.length > 0
    },
    async leave(): Promise<void> {
      if (locks === undefined) return
      const name = prefix + crypto.getRandomValues(new Uint32Array(2)).join('')
      known.add(name)
      await new Promise<void>((left) => {
        const hold = () => (left(), new Promise<void>((release) => setTimeout(release, refreshTimeout)))
        locks.request(name, hold).catch(() => left())
      })
    },
  }
}
