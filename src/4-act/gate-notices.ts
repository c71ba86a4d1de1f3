import type { RemedyStore } from './store.ts'

/** Tells users of gates: in the store, and through whoever listens. */
export interface GateNotices {
  changed(origin: string, closed: boolean): void
  listener: GateListener | undefined
}

/** What is said of gates. */
export interface GateListener {
  /** The first one is closed. */
  closed(): void
  /** One is open again; have users been told that it was not? */
  opened(origin: string, told: boolean): void
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
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  const tell = (origin: string, since: number) => {
    const isFirst = Object.keys(store.getState().gates).length === 0
    store.setState(({ gates }) => ({ gates: { ...gates, [origin]: { since } } }))
    if (isFirst) notices.listener?.closed()
  }
  const takeBack = (origin: string) => {
    clearTimeout(timers.get(origin))
    const told = store.getState().gates[origin] !== undefined
    if (told) store.setState(({ gates: { [origin]: _open, ...gates } }) => ({ gates }))
    notices.listener?.opened(origin, told)
  }
  const notices: GateNotices = {
    listener: undefined,
    changed(origin, closed) {
      if (closed) timers.set(origin, setTimeout(tell, toldAfter, origin, now()))
      else takeBack(origin)
    },
  }
  return notices
}
