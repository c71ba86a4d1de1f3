import type { Message } from '../../problem/contract.ts'
import type { Incident } from '../../problem/incident.ts'

/** Milliseconds an information stays at least. WCAG 2.2.1 asks for time enough to read. */
export const shortestStay = 5_000

// About 20 characters a second, slow on purpose: it also holds for Chinese, where counting words is no measure.
const perCharacter = 50

/** How long a toast stays, in milliseconds: for ever when it tells of a failure, waits, or offers something to do. */
export function stayOf(
  { remedy, offer, shown }: Incident,
  { title, message }: Message,
  shortest = shortestStay,
): number {
  if (remedy.severity !== 'info' || shown === 'pending' || offer.some((action) => action !== 'dismiss')) return Infinity
  return Math.max(shortest, shortestStay) + (title.length + message.length) * perCharacter
}
