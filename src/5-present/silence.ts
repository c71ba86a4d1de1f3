import { permissionOf } from '../3-decide/retryable.ts'
import type { Failed, Source } from '../problem/source.ts'
import type { Claims } from './claims.ts'
import type { OpenIncident } from './incidents.ts'

/** How long, in milliseconds, it waits to be claimed by a boundary that it is thrown to, or by a hook that promised to. */
export function patienceOf({ source, remedy }: Failed): number {
  return remedy.show === 'inline' || source.willThrow() ? 1000 : 0
}

/** Is this failure no business of the global surfaces, whichever of its sources one looks at? */
export function isSilent(failed: Failed, sources: Iterable<Source>): boolean {
  const left = [...sources]
  return (left.length > 0 ? left : [failed.source]).every((source) => isSilentFor(failed, source))
}

/**
 * Was this thrown to a boundary that has caught something else already? That takes the component off the page before it
 * can be thrown; it gets its turn when its user tries again.
 */
export function isBehind({ isCatching }: Claims, sources: Iterable<Source>): boolean {
  return isCatching && [...sources].every((source) => source.kind === 'query' && source.willThrow())
}

/** Was it said that this fails, and can its end not be seen by who sent it? What a user sends says by itself that it went. */
export function isMissed({ announcedAt, busy, latest }: OpenIncident): boolean {
  return announcedAt > 0 && busy === undefined && latest.source.kind === 'query'
}

// P4: what fails in the background while its data is on screen is shown only where a retry cannot help; what nobody
// looks at is not shown at all.
function isSilentFor({ remedy, problem }: Failed, source: Source): boolean {
  if (remedy.show === 'none') return true
  // The end of a session takes the page with it, and is told all the same.
  if (source.kind !== 'query' || remedy.session !== undefined) return false
  return !source.observed() || (source.hasData() && ['idempotent', 'once'].includes(permissionOf(problem)))
}
