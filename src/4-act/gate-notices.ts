import type { RemedyStore } from './store.ts'

/** Tells users of gates: in the store, and to whoever listens. */
export interface GateNotices {
  changed(origin: string, closed: boolean): void
  /** The gate is open again; have users been told that it was not? */
  onOpen(listener: (origin: string, told: boolean) => void): void
  /** The first gate is closed. */
  onClosed(listener: () => void): void
}

/** What notices need of their client. */
export interface GateNoticesInput {
  readonly store: RemedyStore
  readonly now: () => number
}

/** So long a gate is closed before users are told: requests that were under way may open it again. */
const toldAfter = 500

/** Notices of one client. */
export function createGateNotices({ store, now }: GateNoticesInput): GateNotices {
  const opened = new Set<(origin: string, told: boolean) => void>()
  const closings = new Set<() => void>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const tell = (origin: string, since: number) => {
    timers.delete(origin)
    const isFirst = Object.keys(store.getState().gates).length === 0
    store.setState(({ gates }) => ({ gates: { ...gates, [origin]: { since } } }))
    if (isFirst) for (const listener of closings) listener()
  }
  const takeBack = (origin: string) => {
    clearTimeout(timers.get(origin))
    timers.delete(origin)
    const told = store.getState().gates[origin] !== undefined
    if (told) store.setState(({ gates: { [origin]: _open, ...gates } }) => ({ gates }))
    for (const listener of opened) listener(origin, told)
  }

  return {
    changed(origin, closed) {
      const since = now()
      if (!closed) takeBack(origin)
      else if (!timers.has(origin) && store.getState().gates[origin] === undefined)
        timers.set(
          origin,
          setTimeout(() => tell(origin, since), toldAfter),
        )
    },
    onOpen: (listener) => void opened.add(listener),
    onClosed: (listener) => void closings.add(listener),
  }
}
