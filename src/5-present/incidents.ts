import { setsCooldown } from '../4-act/cooldowns.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Incident } from '../problem/incident.ts'
import type { Problem } from '../problem/problem.ts'
import { originOf } from '../problem/route.ts'
import type { Failed, Source } from '../problem/source.ts'

/** One failure on its way: waiting for a claim, held by one, shown globally, or shown nowhere. */
export interface Failure {
  readonly failed: Failed
  readonly sources: Set<Source>
  readonly incident: OpenIncident
  state: 'waiting' | 'claimed' | 'global' | 'silent'
  /** Clock ticks since it began to wait. */
  ticks: number
  /** Milliseconds it still waits for a claim that is on its way. */
  patience: number
  /** When it settled, or was claimed after that. */
  claimedAt: number
  /** A part had it in hand already while it waited. */
  held: boolean
  /** What the same calls failed with before, and is still on screen. */
  readonly older: Set<Failure>
}

/** An incident while it is open. Only the presenter changes it; the store gets snapshots. */
export interface OpenIncident {
  readonly id: string
  readonly cause: string
  readonly failures: Set<Failure>
  readonly controller: AbortController
  readonly openedAt: number
  latest: Failed
  updatedAt: number
  busy: string | undefined
  limit: string | undefined
  /** Order number of when it was said. A repeat is said again only after the user acted: 0 then, and at first. */
  announcedAt: number
  /** Dealt with: by its user, by the app, or by a success. What was merely looked at long enough is not. */
  over: boolean
}

/** What several problems have in common: the origin that fails, the session, or the call. */
export function causeOf(failed: Failed): string {
  const { problem, remedy, source } = failed
  const what = `${problem.contract}/${problem.code}`
  if (remedy.session === 'refresh' || remedy.session === 'end' || remedy.session === 'expire')
    return `${problem.contract} session`
  if (['network', 'timeout'].includes(problem.kind) || isOfTheOrigin(failed) || isGateway(problem))
    return `${what} ${originOf(problem.request?.url)}`
  return `${what} ${source.key}`
}

// One limit, or one bad credential, fails whatever is asked; a wrong password in a form does not.
function isOfTheOrigin({ problem, remedy }: Failed): boolean {
  const status = effectiveStatus(problem)
  return setsCooldown(problem, remedy.show) || (status === 401 && remedy.show !== 'fields' && remedy.show !== 'inline')
}

// 502, 503 and 504 without a code say that the origin cannot be reached.
function isGateway({ status = 0, code }: Problem): boolean {
  return status >= 502 && status <= 504 && code === `HTTP_${status}`
}

/** A failure that has just been seen. `patience`: how long it waits for a claim that is on its way. */
export function newFailure(failed: Failed, incident: OpenIncident, patience: number): Failure {
  const sources = new Set([failed.source])
  const older = new Set<Failure>()
  return { failed, sources, incident, state: 'waiting', ticks: 0, patience, claimedAt: 0, held: false, older }
}

/** An incident that opens with this failure. */
export function openIncident(
  latest: Failed,
  { id, cause, now }: { readonly id: string; readonly cause: string; readonly now: number },
): OpenIncident {
  return {
    id,
    cause,
    failures: new Set(),
    controller: new AbortController(),
    openedAt: now,
    latest,
    updatedAt: now,
    busy: undefined,
    limit: undefined,
    announcedAt: 0,
    over: false,
  }
}

/** Is it on its way, or on screen? */
export function isLive(failure: Failure | undefined): boolean {
  return failure?.incident.failures.has(failure) === true
}

/** Has it gone before anybody could see it? What passes it on then is all that is left of it. */
export function isLost(failure: Failure): boolean {
  return !isLive(failure) && (failure.state === 'waiting' || failure.state === 'silent')
}

/** Is any of its failures shown by a global surface? */
export function isGlobal({ failures }: OpenIncident): boolean {
  return [...failures].some(({ state }) => state === 'global')
}

/** What the store shows of an open incident. `offer` is what somebody implements of what the remedy offers. */
export function snapshot(incident: OpenIncident, offer: readonly string[]): Incident {
  const { id, cause, latest, failures, busy, limit, openedAt, updatedAt } = incident
  const { problem, remedy } = latest
  const global = [...failures].filter(({ state }) => state === 'global').length
  return {
    id,
    cause,
    problem,
    remedy,
    count: global || failures.size || 1,
    shown: global > 0 ? remedy.show : 'claimed',
    offer,
    busy,
    limit,
    urgent: isUrgent(latest),
    openedAt,
    updatedAt,
  }
}

// WCAG 4.1.3: assertive for what the user just did and for a lost session; everything else can wait for a pause.
function isUrgent({ source, remedy: { session, severity, show } }: Failed): boolean {
  if (session === 'refresh' || session === 'end' || session === 'expire') return true
  if (show === 'pending' || severity === 'info') return false
  return source.kind === 'mutation' || severity === 'critical'
}

/** Is there something of it to look at yet? */
export function isVisible({ failures }: OpenIncident): boolean {
  return [...failures].some(({ state }) => state === 'global' || state === 'claimed')
}
