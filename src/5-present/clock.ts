/** One shared clock: a timer for each failure would render as often as things fail. */
const tickLength = 50

/** Ticks every 50 ms while there is something to do. */
export interface Clock {
  start(): void
}

/** The most that one tick counts for: after a blocked thread there must still be ticks left for a commit to happen in. */
const longestTick = 2 * tickLength

/** `onTick` gets the milliseconds since the tick before, and answers whether another one is needed. */
export function createClock(onTick: (milliseconds: number) => boolean, now: () => number): Clock {
  let running = false
  let last = 0
  const wait = () => {
    last = now()
    setTimeout(run, tickLength)
  }
  const run = () => {
    running = onTick(Math.min(Math.max(now() - last, tickLength), longestTick))
    if (running) wait()
  }
  return {
    start() {
      if (running) return
      running = true
      wait()
    },
  }
}
