/** One shared clock: a timer for each failure would render as often as things fail. */
const tickLength = 50

/** Ticks every 50 ms while there is something to do. */
export interface Clock {
  start(): void
}

/** `onTick` answers whether another tick is needed. */
export function createClock(onTick: (milliseconds: number) => boolean): Clock {
  let running = false
  const run = () => {
    running = onTick(tickLength)
    if (running) setTimeout(run, tickLength)
  }
  return {
    start() {
      if (running) return
      running = true
      setTimeout(run, tickLength)
    },
  }
}
