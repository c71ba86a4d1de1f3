/** One toast that goes by itself. */
export interface Stay {
  readonly id: string
  /** Another stamp starts the time anew. */
  readonly stamp: number
  /** Milliseconds it stays; `Infinity` for ever. */
  readonly stays: number
}

/** Why the time stands still. */
export type PauseReason = 'hover' | 'focus' | 'blur' | 'hidden'

/** The timers of one toaster. */
export interface ToastTimers {
  /** Keeps exactly these going. */
  readonly keep: (stays: readonly Stay[]) => void
  readonly pause: (reason: PauseReason) => void
  /** Goes on with what was left once no reason remains. */
  readonly resume: (reason: PauseReason) => void
}

interface Timer {
  readonly stamp: number
  readonly run: () => void
  readonly rest: () => void
}

// Longer delays overflow and would fire at once.
const longest = 2 ** 31 - 1

/** Makes timers that dismiss toasts, apart from any component so that neither a render nor a remount touches them. */
export function createToastTimers(dismiss: (id: string) => void): ToastTimers {
  const timers = new Map<string, Timer>()
  const reasons = new Set<PauseReason>()

  const runAll = (): void => {
    if (reasons.size === 0) timers.forEach((timer) => timer.run())
  }
  return {
    keep(stays) {
      const wanted = new Map(stays.filter(({ stays }) => stays <= longest).map((stay) => [stay.id, stay]))
      for (const [id, timer] of timers) {
        if (wanted.get(id)?.stamp === timer.stamp) continue
        timer.rest()
        timers.delete(id)
      }
      for (const stay of wanted.values()) if (!timers.has(stay.id)) timers.set(stay.id, createTimer(stay, dismiss))
      runAll()
    },
    pause(reason) {
      reasons.add(reason)
      timers.forEach((timer) => timer.rest())
    },
    resume(reason) {
      reasons.delete(reason)
      runAll()
    },
  }
}

function createTimer({ id, stamp, stays }: Stay, dismiss: (id: string) => void): Timer {
  let left = stays
  let since = 0
  let handle: ReturnType<typeof setTimeout> | undefined
  return {
    stamp,
    run() {
      if (handle !== undefined) return
      since = Date.now()
      handle = setTimeout(dismiss, left, id)
    },
    rest() {
      if (handle === undefined) return
      clearTimeout(handle)
      handle = undefined
      left = Math.max(0, left - (Date.now() - since))
    },
  }
}
