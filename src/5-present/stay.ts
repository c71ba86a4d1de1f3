/** The time of one toast. It belongs to the client and not to who shows it, who may go and come again. */
export interface Stay {
  /** Which version of the incident it is for. */
  readonly updatedAt: number
  /** Somebody shows it, and gives it so many milliseconds in all, or `Infinity`: time stands still. Call what it returns when that has ended. */
  readonly show: (stays: number) => () => void
}

// Milliseconds. What comes into sight again is not gone within a blink; and a timer that comes late, say after a night,
// counts for no more, because nobody looked on.
const second = 1_000

/** Makes the time of a toast. It passes while somebody shows it and nobody holds it; of several the longest counts. */
export function createStay(updatedAt: number, over: () => void): Stay {
  const shown = new Map<object, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let spent = 0
  let since = 0
  let wait = 0

  // By the timer as well as by the clock, which may be set.
  function run(least = second, ran = Math.max(Date.now() - since, 0)): void {
    clearTimeout(timer)
    const stays = Math.max(...shown.values())
    spent += Math.min(ran, wait)
    wait = 0
    if (!Number.isFinite(stays)) return
    spent = Math.min(spent, stays - least)
    since = Date.now()
    wait = Math.min(stays - spent, second)
    timer = setTimeout(() => (stays - spent > wait ? run(0, wait) : over()), wait)
  }

  return {
    updatedAt,
    show(stays) {
      const one = {}
      shown.set(one, stays)
      run()
      return () => {
        shown.delete(one)
        run()
      }
    },
  }
}
