import type { Announcement } from '../4-act/store.ts'
import type { Incident } from '../problem/incident.ts'
import type { Failed, Presenter, Source } from '../problem/source.ts'
import { Announcements } from './announcements.ts'
import { speaks, type Claims } from './claims.ts'
import { createClock, type Clock } from './clock.ts'
import { isGlobal, isLost, newFailure, type Failure, type OpenIncident } from './incidents.ts'
import { Latest } from './latest.ts'
import { OpenIncidents, type OpenIncidentsInput } from './open-incidents.ts'
import { isBehind, isExpectedElsewhere, isMissed, isSilent } from './silence.ts'

/** Two ticks must pass before a failure is shown globally: one alone can beat a commit that a busy thread put off. */
const settlingTicks = 2
/** How long a failure waits that is being thrown to a boundary, or that a hook promised to show in place. */
const patienceForClaim = 1000
/** A claim given up sooner than this was never legible. */
const legible = 1000

/** Long enough for a title and a sentence (WCAG 2.2.1 has no number; toast guidelines agree on five seconds). */
const readingTime = 5000

/** What the desk needs from the client around it. */
export interface DeskInput extends OpenIncidentsInput {
  readonly claims: Claims
}

/** Decides where each failure is shown: in one place at a time, announced once, and moved in silence. */
export class Desk implements Presenter {
  readonly #input: DeskInput
  readonly #open: OpenIncidents
  readonly #failures = new WeakMap<object, Failure>()
  readonly #waiting = new Set<Failure>()
  readonly #latest = new Latest()
  readonly #announcements: Announcements
  readonly #clock: Clock

  constructor(input: DeskInput) {
    this.#input = input
    this.#open = new OpenIncidents(input)
    this.#announcements = new Announcements(input.runtime.store)
    this.#clock = createClock((milliseconds) => this.#tick(milliseconds), input.runtime.now)
  }

  get open(): ReadonlyMap<string, OpenIncident> {
    return this.#open.all
  }

  fail(failed: Failed): void {
    const identity = this.#input.runtime.identityOf(failed.thrown)
    const before = this.#failures.get(identity)
    if (before !== undefined && failed.source.started < before.failed.seen && !isLost(before))
      return this.#passThrough(before, failed.source)
    const incident = this.#open.of(failed)
    const failure = newFailure(failed, incident, isExpectedElsewhere(failed) ? patienceForClaim : 0)
    failure.held = this.#isClaimed(failure)
    this.#failures.set(identity, failure)
    incident.failures.add(failure)
    this.#enlist(failure, failed.source)
    this.#wait(failure)
  }

  recover({ key }: Source): void {
    this.#withdraw((sources) => [...sources].filter((source) => source.key === key), true)
  }

  forget(source: Source): void {
    this.#withdraw((sources) => (sources.has(source) ? [source] : []))
  }

  clear(): void {
    for (const incident of this.open.values()) this.close(incident)
  }

  close(incident: OpenIncident): void {
    incident.over = true
    this.#remove(incident)
  }

  #remove(incident: OpenIncident): void {
    if (!this.#open.delete(incident)) return
    for (const failure of incident.failures) this.#drop(failure)
    incident.controller.abort()
    // Always: a part may show one in place that has not come to the store yet.
    this.#open.publish()
  }

  /** Its user has dealt with this failure; what else failed for the same cause stays. */
  finish(thrown: unknown): void {
    const failure = this.#failures.get(this.#input.runtime.identityOf(thrown))
    if (failure === undefined || !this.isLive(thrown)) return
    this.#drop(failure)
    if (failure.incident.failures.size === 0) this.close(failure.incident)
    this.publish()
  }

  /** Closes an incident that is over, but not before it could be read. */
  closeWhenRead(incident: OpenIncident): void {
    const left = incident.updatedAt + readingTime - this.#input.runtime.now()
    if (left <= 0) return this.close(incident)
    const { updatedAt } = incident
    setTimeout(() => {
      if (incident.updatedAt === updatedAt) this.close(incident)
    }, left)
  }

  /** The open incident that a failure belongs to, about this very failure: the store shows what came last. */
  incidentOf(thrown: unknown): Incident | undefined {
    const { incident, failed } = this.#failures.get(this.#input.runtime.identityOf(thrown)) ?? {}
    if (incident === undefined || failed === undefined || !this.open.has(incident.id)) return undefined
    return { ...this.#open.snapshot(incident), problem: failed.problem, remedy: failed.remedy }
  }

  /** Has this failure been dealt with, so that nobody needs to show it any more? */
  isOver(thrown: unknown): boolean {
    return this.#failures.get(this.#input.runtime.identityOf(thrown))?.incident.over === true
  }

  /** Is this failure on its way, or on screen? */
  isLive(thrown: unknown): boolean {
    const failure = this.#failures.get(this.#input.runtime.identityOf(thrown))
    return failure?.incident.failures.has(failure) === true
  }

  /** Writes the open incidents to the store, once. */
  publish(): void {
    if (this.open.size > 0 || this.#input.runtime.store.getState().incidents.length > 0) this.#open.publish()
  }

  say(announcement: Announcement, urgent: boolean): void {
    this.#announcements.add(announcement, urgent)
    this.#clock.start()
  }

  /** A claim has changed hands. */
  claimChanged(identity: object): void {
    const failure = this.#failures.get(identity)
    if (failure === undefined) return
    const claimed = this.#isClaimed(failure)
    if (failure.state === 'waiting') failure.held ||= claimed
    else if (failure.state !== 'claimed' && this.#input.claims.isElsewhere(failure.failed.thrown)) this.#end(failure)
    else if (claimed && failure.state !== 'claimed') {
      Object.assign(failure, { state: 'claimed', claimedAt: this.#input.runtime.now() })
      this.publish()
    } else if (!claimed && failure.state === 'claimed') setTimeout(() => this.#released(failure))
  }

  // StrictMode releases and takes again in one task, hence the next one.
  #released(failure: Failure): void {
    const { failed, sources } = failure
    if (failure.state !== 'claimed' || this.#isClaimed(failure) || !failure.incident.failures.has(failure)) return
    const still = [...sources].some((source) => source.failedWith(failed.problem))
    // A query that is being read again gives its claim back and takes it again at each poll.
    if (!still && failed.source.kind === 'query') return
    const wasSeen =
      this.#input.claims.isElsewhere(failure.failed.thrown) || this.#input.runtime.now() - failure.claimedAt >= legible
    if (!still || wasSeen) return this.#end(failure)
    failure.state = isSilent(failed, sources) ? 'silent' : 'global'
    this.#announce(failure)
    this.publish()
  }

  // The same failure on its way outward: a query inside a mutation, two clients. Now somebody may look at it.
  #passThrough(failure: Failure, source: Source): void {
    failure.sources.add(source)
    this.#enlist(failure, source)
    if (failure.state !== 'silent' || isSilent(failure.failed, [source])) return
    Object.assign(failure, { state: 'waiting', ticks: 0 })
    this.#wait(failure)
  }

  #wait(failure: Failure): void {
    this.#waiting.add(failure)
    this.#clock.start()
  }

  #tick(milliseconds: number): boolean {
    for (const failure of this.#waiting) {
      if (++failure.ticks < settlingTicks) continue
      if (!this.#isClaimed(failure) && failure.patience > 0) failure.patience -= milliseconds
      else this.#settle(failure)
    }
    this.publish()
    return this.#announcements.speak() || this.#waiting.size > 0
  }

  #settle(failure: Failure): void {
    const { incident, failed, sources } = failure
    this.#waiting.delete(failure)
    const claimed = failure.held || this.#isClaimed(failure)
    if (!claimed && this.#input.claims.isElsewhere(failure.failed.thrown)) return this.#end(failure)
    const isHidden = isSilent(failed, sources) || isBehind(this.#input.claims, sources)
    failure.state = claimed ? 'claimed' : isHidden ? 'silent' : 'global'
    if (claimed) failure.claimedAt = this.#input.runtime.now()
    for (const old of failure.older) this.#replace(old, failure)
    failure.older.clear()
    if (failure.state === 'global' || !isGlobal(incident)) incident.latest = failed
    // Sent again, say, by a user who was faster than the clock: what was shown in place is over.
    return claimed && !this.#isClaimed(failure) ? this.#released(failure) : this.#announce(failure)
  }

  #announce({ failed, incident, state }: Failure): void {
    const { runtime, claims } = this.#input
    if (state === 'silent' || incident.announced || speaks(claims.rankOf(failed.thrown))) return
    incident.announced = true
    incident.announcedAt = runtime.next()
    const shown = this.#open.snapshot(incident)
    this.say({ of: 'incident', incident: shown }, shown.urgent)
  }

  // The problem before stays on screen until this one has found its place.
  #enlist(failure: Failure, source: Source): void {
    const old = this.#latest.put(failure, source)
    if (old?.state === 'waiting') this.#replace(old, failure)
    else if (old !== undefined) failure.older.add(old)
  }

  #replace(old: Failure, failure: Failure): void {
    if (!this.#latest.takeOver(old, failure)) return
    this.#drop(old)
    if (old.incident.failures.size === 0) this.close(old.incident)
  }

  #withdraw(gone: (sources: ReadonlySet<Source>) => readonly Source[], isWell = false): void {
    for (const { incident, over } of this.#latest.withdraw(this.open.values(), gone)) {
      const isOver = over.length === incident.failures.size
      this.#clock.start()
      if (isOver && isWell && isMissed(incident)) this.say({ of: 'text', key: 'recovered' }, false)
      if (!isOver) over.forEach((failure) => this.#drop(failure))
      // What an action of its own puts right within a blink would take its message along.
      else if (incident.latest.remedy.run.length > 0) this.closeWhenRead(incident)
      else this.close(incident)
    }
  }

  #drop(failure: Failure): void {
    this.#waiting.delete(failure)
    failure.incident.failures.delete(failure)
    for (const source of failure.sources) this.#latest.remove(failure, source)
  }

  // It was seen, or somebody else's boundary has it: it has been reported, and never comes up here.
  #end(failure: Failure): void {
    failure.state = 'claimed'
    this.#drop(failure)
    if (failure.incident.failures.size === 0) this.#remove(failure.incident)
    this.publish()
  }

  #isClaimed({ failed }: Failure): boolean {
    return this.#input.claims.isOurs(failed.thrown)
  }
}
