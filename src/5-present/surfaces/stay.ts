import type { Incident } from '../../problem/incident.ts'
import type { Words } from '../words/types.ts'
import type { Stay } from './toast-timers.ts'

// Milliseconds. WCAG 2.2.1 asks for time enough to read: at least this long, and about 20 characters a second, slow on
// purpose; it also holds for Chinese, where counting words is no measure.
const shortest = 5_000
const perCharacter = 50

/** How long a toast stays, in milliseconds: for ever when it tells of a failure, waits, or offers something to do. */
export function stayOf(incident: Incident, words: Words, atLeast = shortest): Stay {
  const { id, updatedAt: stamp, problem, remedy, shown, offer } = incident
  if (remedy.severity !== 'info' || shown === 'pending' || offer.some((action) => action !== 'dismiss'))
    return { id, stamp, stays: Infinity }
  const { title, message } = words.problem(problem, remedy)
  return { id, stamp, stays: Math.max(atLeast, shortest) + (title.length + message.length) * perCharacter }
}
