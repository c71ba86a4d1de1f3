import type { Announcement } from '../4-act/store.ts'
import { limitOf, setsCooldown } from '../4-act/cooldowns.ts'
import type { Runtime } from '../4-act/runtime.ts'
import { permissionOf } from '../3-decide/retryable.ts'
import type { Incident } from '../problem/incident.ts'
import type { Failed, Presenter, Source } from '../problem/source.ts'
import type { Claims } from './claims.ts'
import { createClock } from './clock.ts'
import { causeOf, isVisible, snapshot, type Failure, type OpenIncident } from './incidents.ts'

/** Two ticks must pass before a failure is shown globally: one alone can beat a commit that a busy thread put off. */
const settlingTicks = 2
/** How long a failure waits that is being thrown to a boundary, or that a hook promised to show in place. */
const patienceForClaim = 1000
/** A claim given up sooner than this was never legible. */
const legible = 1000

/** What the presenter needs from the client around it. */
export interface PresenterInput {
  readonly runtime: Runtime
  readonly claims: Claims
  /** An incident has opened: run what runs by itself, report it, ask for its outcome. */
  readonly onOpen: (incident: OpenIncident) => void
  readonly offerOf: (incident: OpenIncident) => readonly string[]
}

/** The presenter, and what the parts that act on incidents need of it. */
export interface Desk extends Presenter {
  readonly open: ReadonlyMap<string, OpenIncident>
  /** A claim has changed hands. */
  claimChanged(identity: object): void
  close(incident: OpenIncident): void
  /** The open incident that a failure belongs to, as the store shows it or will. */
  incidentOf(thrown: unknown): Incident | undefined
  /** Writes the open incidents to the store, once. */
  publish(): void
  say(announcement: Announcement, urgent: boolean): void
}

/** Decides where each failure is shown: in one place at a time, announced once, and moved in silence. */
export function createDesk({ runtime, claims, onOpen, offerOf }: PresenterInput): Desk {
  const open = new Map<string, OpenIncident>()
  const failures = new WeakMap<object, Failure>()
  const waiting = new Set<Failure>()
  const announcements: { announcement: Announcement; urgent: boolean }[] = []
  const clock = createClock(tick)

  const desk: Desk = {
    open,
    fail,
    recover: (source) => withdraw((failure) => [...failure.sources].filter(({ key }) => key === source.key)),
    forget: (source) => withdraw((failure) => (failure.sources.has(source) ? [source] : [])),
    clear: () => [...open.values()].forEach(close),
    claimChanged,
    close,
    incidentOf,
    publish,
    say,
  }
  return desk

  function fail(failed: Failed): void {
    const identity = runtime.identityOf(failed.thrown)
    const before = failures.get(identity)
    if (before !== undefined && failed.source.started < before.failed.seen)
      return void before.sources.add(failed.source)
    const incident = incidentFor(failed)
    for (const old of incident.failures) if (old.sources.has(failed.source)) drop(old)
    const failure: Failure = {
      identity,
      failed,
      sources: new Set([failed.source]),
      incident,
      state: 'waiting',
      ticks: 0,
      patience: isExpectedElsewhere(failed) ? patienceForClaim : 0,
      claimedAt: 0,
    }
    failures.set(identity, failure)
    incident.failures.add(failure)
    waiting.add(failure)
    clock.start()
  }

  function incidentFor(failed: Failed): OpenIncident {
    const cause = causeOf(failed)
    const known = [...open.values()].find((incident) => incident.cause === cause)
    const limit = setsCooldown(failed.problem) ? limitOf(failed.problem) : undefined
    if (known !== undefined) return Object.assign(known, { latest: failed, updatedAt: runtime.now(), limit })
    const incident: OpenIncident = {
      id: `incident-${runtime.next()}`,
      cause,
      failures: new Set(),
      controller: new AbortController(),
      openedAt: runtime.now(),
      latest: failed,
      updatedAt: runtime.now(),
      busy: undefined,
      limit,
      announced: false,
    }
    open.set(incident.id, incident)
    onOpen(incident)
    return incident
  }

  function tick(milliseconds: number): boolean {
    for (const failure of waiting) {
      if (++failure.ticks < settlingTicks) continue
      if (claims.ownerOf(failure.identity) === undefined && failure.patience > 0) failure.patience -= milliseconds
      else settle(failure)
    }
    publish()
    speak()
    return waiting.size > 0 || announcements.length > 0
  }

  function settle(failure: Failure): void {
    waiting.delete(failure)
    const claimed = claims.ownerOf(failure.identity) !== undefined
    failure.state = claimed ? 'claimed' : isSilent(failure.failed) ? 'silent' : 'global'
    if (claimed) failure.claimedAt = runtime.now()
    const { incident } = failure
    if (failure.state === 'silent' || incident.announced) return
    incident.announced = true
    // Fields speak for themselves: the focus goes to the summary or to the first of them.
    if (claims.rankOf(failure.identity) === 'fields') return
    const shown = snapshot(incident, offerOf(incident))
    say({ of: 'incident', incident: shown }, shown.urgent)
  }

  function claimChanged(identity: object): void {
    const failure = failures.get(identity)
    if (failure === undefined || failure.state === 'waiting') return
    const claimed = claims.ownerOf(identity) !== undefined
    if (claimed && failure.state !== 'claimed') {
      Object.assign(failure, { state: 'claimed', claimedAt: runtime.now() })
      publish()
    } else if (!claimed && failure.state === 'claimed') setTimeout(() => released(failure))
  }

  // StrictMode releases and takes again in one task, hence the next one.
  function released(failure: Failure): void {
    if (failure.state !== 'claimed' || claims.ownerOf(failure.identity) !== undefined) return
    if (!failure.incident.failures.has(failure)) return
    if (![...failure.sources].some((source) => source.failedWith(failure.failed.problem))) return
    if (runtime.now() - failure.claimedAt < legible) failure.state = isSilent(failure.failed) ? 'silent' : 'global'
    else drop(failure)
    if (failure.incident.failures.size === 0) close(failure.incident)
    publish()
  }

  function withdraw(gone: (failure: Failure) => readonly Source[]): void {
    let changed = false
    for (const incident of open.values()) {
      for (const failure of incident.failures) {
        for (const source of gone(failure)) changed = failure.sources.delete(source) || changed
        if (failure.sources.size === 0) drop(failure)
      }
      if (incident.failures.size === 0) close(incident)
    }
    if (changed) clock.start()
  }

  function drop(failure: Failure): void {
    waiting.delete(failure)
    failure.incident.failures.delete(failure)
  }

  function close(incident: OpenIncident): void {
    if (!open.delete(incident.id)) return
    for (const failure of incident.failures) drop(failure)
    incident.controller.abort()
    publish()
  }

  function incidentOf(thrown: unknown): Incident | undefined {
    const incident = failures.get(runtime.identityOf(thrown))?.incident
    return incident !== undefined && open.has(incident.id) ? snapshot(incident, offerOf(incident)) : undefined
  }

  function publish(): void {
    const incidents = [...open.values()].filter(isVisible).map((incident) => snapshot(incident, offerOf(incident)))
    if (incidents.length > 0 || runtime.store.getState().incidents.length > 0) runtime.store.setState({ incidents })
  }

  function say(announcement: Announcement, urgent: boolean): void {
    announcements.push({ announcement, urgent })
    clock.start()
  }

  // One a tick, so that a live node never loses a sentence to the next one.
  function speak(): void {
    const next = announcements.shift()
    if (next !== undefined) runtime.store.setState({ [next.urgent ? 'assertive' : 'polite']: next.announcement })
  }
}

function isExpectedElsewhere({ source, remedy }: Failed): boolean {
  return remedy.show === 'inline' || source.willThrow()
}

// P4: what fails in the background while its data is on screen is shown only where a retry cannot help; what nobody
// looks at is not shown at all.
function isSilent({ source, remedy, problem }: Failed): boolean {
  if (remedy.show === 'none') return true
  if (source.kind !== 'query') return false
  return !source.observed() || (source.hasData() && ['idempotent', 'once'].includes(permissionOf(problem)))
}
