import { settling, verifyGap } from '../limits.ts'
import type { Tabs, Word } from './tabs.ts'

/** Asks the app what is true. `isOver`: another tab says that the session has ended. */
export type Verify = (isOver: boolean) => Promise<void>

/**
 * Hears of the other tabs while anybody is connected. What they say is no news by itself, because anything on this origin can
 * say it: each word only has the app asked, soon and then no sooner than after a pause, however many come.
 */
export function createElsewhere(tabs: Tabs, verify: Verify): () => () => void {
  const ask = calmly(verify)
  let connections = 0
  let disconnect: (() => void) | undefined
  return () => {
    if (connections++ === 0) disconnect = tabs.listen(ask)
    return () => {
      if (--connections === 0) disconnect?.()
    }
  }
}

function calmly(verify: Verify): (word: Word) => void {
  let isResting = false
  let next: Word | undefined
  let endings = 0
  const run = (): void => {
    isResting = true
    setTimeout(() => {
      next = undefined
      verify(endings-- > 0).then(rest, rest)
    }, settling)
  }
  const rest = () =>
    setTimeout(() => {
      isResting = false
      if (next !== undefined || endings > 0) run()
    }, verifyGap)
  return (word) => {
    next = word
    // A machine may be busy: the end is looked for twice.
    if (word === 'ended') endings = 2
    if (!isResting) run()
  }
}
