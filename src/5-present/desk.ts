import type { Runtime } from '../4-act/runtime.ts'
import type { Announcement } from '../4-act/store.ts'
import type { Incident } from '../problem/incident.ts'
import type { Failed, Presenter, Source } from '../problem/source.ts'
import { Announcements } from './announcements.ts'
import { speaks, type Claims } from './claims.ts'
import { createClock, type Clock } from './clock.ts'
import { isGlobal, isLive, isLost, type Failure } from './incidents.ts'
import { OpenIncidents, type OpenIncidentsInput } from './open-incidents.ts'
import { isBehind, isMissed, isSilent, patienceOf } from './silence.ts'

/** Two ticks must pass before a failure is shown globally: one alone can beat a commit that a busy thread put off. */
const settlingTicks = 2
/** A claim given up sooner than this was never legible. */
const legible = 1000

/** Decides where each failure is shown: in one place at a time, announced once, and moved in silence. */
export class Desk implements Presenter {
  readonly runtime: Runtime
  readonly incidents: OpenIncidents
  readonly #claims: Claims
  readonly #failures = new WeakMap<object, Failure>()
  readonly #waiting = new Set<Failure>()
  readonly #announcements: Announcements
  readonly #clock: Clock

  constructor(claims: Claims, input: OpenIncidentsInput) {
    const { runtime } = input
    this.runtime = runtime
    this.incidents = new OpenIncidents(input)
    this.#claims = claims
    this.#announcements = new Announcements(runtime.store)
    this.#clock = createClock((milliseconds) => this.#tick(milliseconds), runtime.now)
  }

  fail(failed: Failed): void {
    const before = this.#failureOf(failed.thrown)
    if (before !== undefined && failed.source.started < before.failed.seen && !isLost(before))
      return this.#passThrough(before, failed.source)
    const failure = this.incidents.admit(failed, patienceOf(failed))
    failure.held = this.#shownBy(failure) === 'us'
    this.#failures.set(this.runtime.identityOf(failed.thrown), failure)
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
    for (const incident of this.incidents.all()) this.incidents.close(incident)
  }

  /** Its user has dealt with this failure; what else failed for the same cause stays. */
  finish(thrown: unknown): void {
    const failure = this.#failureOf(thrown)
    if (failure === undefined || !isLive(failure)) return
    this.incidents.drop(failure)
    this.incidents.publish()
  }

  /** The open incident that a failure belongs to, about this very failure: the store shows what came last. */
  incidentOf(thrown: unknown): Incident | undefined {
    const { incident, failed } = this.#failureOf(thrown) ?? {}
    if (incident === undefined || failed === undefined || !this.incidents.has(incident)) return undefined
    return { ...this.incidents.snapshot(incident), problem: failed.problem, remedy: failed.remedy }
  }

  /** Has this failure been dealt with, so that nobody needs to show it any more? */
  isOver(thrown: unknown): boolean {
    return this.#failureOf(thrown)?.incident.over === true
  }

  /** Is this failure on its way, or on screen? */
  isLive(thrown: unknown): boolean {
    return isLive(this.#failureOf(thrown))
  }

  say(announcement: Announcement, urgent = false): void {
    this.#announcements.add(announcement, urgent)
    this.#clock.start()
  }

  /** A claim has changed hands. */
  claimChanged(identity: object): void {
    const failure = this.#failures.get(identity)
    if (failure === undefined) return
    const by = this.#shownBy(failure)
    if (failure.state === 'waiting') failure.held ||= by === 'us'
    else if (failure.state === 'claimed') {
      // StrictMode releases and takes again in one task, hence the next one.
      if (by !== 'us') setTimeout(() => this.#released(failure))
    } else if (by === 'us') {
      failure.state = 'claimed'
      failure.claimedAt = this.runtime.now()
      this.incidents.publish()
    } else if (by === 'others') this.#end(failure)
  }

  #released(failure: Failure): void {
    const { failed, sources } = failure
    const by = this.#shownBy(failure)
    if (failure.state !== 'claimed' || by === 'us' || !isLive(failure)) return
    const still = [...sources].some((source) => source.failedWith(failed.problem))
    // A query that is being read again gives its claim back and takes it again at each poll.
    if (!still && failed.source.kind === 'query') return
    const wasSeen = by === 'others' || this.runtime.now() - failure.claimedAt >= legible
    if (!still || wasSeen) return this.#end(failure)
    failure.state = isSilent(failed, sources) ? 'silent' : 'global'
    this.#announce(failure)
    this.incidents.publish()
  }

  // The same failure on its way outward: a query inside a mutation, two clients. Now somebody may look at it.
  #passThrough(failure: Failure, source: Source): void {
    failure.sources.add(source)
    this.#enlist(failure, source)
    if (failure.state === 'silent' && !isSilent(failure.failed, [source])) this.#wait(failure)
  }

  #wait(failure: Failure): void {
    Object.assign(failure, { state: 'waiting', ticks: 0 })
    this.#waiting.add(failure)
    this.#clock.start()
  }

  #tick(milliseconds: number): boolean {
    for (const failure of this.#waiting) {
      if (!isLive(failure)) this.#waiting.delete(failure)
      else if (++failure.ticks < settlingTicks) continue
      else if (failure.patience > 0 && this.#shownBy(failure) !== 'us') failure.patience -= milliseconds
      else this.#settle(failure)
    }
    if (this.incidents.all().length > 0) this.incidents.publish()
    return this.#announcements.speak() || this.#waiting.size > 0
  }

  #settle(failure: Failure): void {
    const { incident, failed, sources, older } = failure
    this.#waiting.delete(failure)
    const by = failure.held ? 'us' : this.#shownBy(failure)
    if (by === 'others') return this.#end(failure)
    const isHidden = isSilent(failed, sources) || isBehind(this.#claims, sources)
    failure.state = by === 'us' ? 'claimed' : isHidden ? 'silent' : 'global'
    failure.claimedAt = this.runtime.now()
    for (const old of older) this.incidents.replace(old, failure)
    older.clear()
    if (failure.state === 'global' || !isGlobal(incident)) incident.latest = failed
    // Sent again, say, by a user who was faster than the clock: what was shown in place is over.
    return by === 'us' && this.#shownBy(failure) !== by ? this.#released(failure) : this.#announce(failure)
  }

  #announce({ failed, incident, state }: Failure): void {
    if (state === 'silent' || incident.announcedAt > 0 || speaks(this.#claims.rankOf(failed.thrown))) return
    incident.announcedAt = this.runtime.next()
    const shown = this.incidents.snapshot(incident)
    this.say({ of: 'incident', incident: shown }, shown.urgent)
  }

  // The problem before stays on screen until this one has found its place.
  #enlist(failure: Failure, source: Source): void {
    const old = this.incidents.put(failure, source)
    if (old?.state === 'waiting') this.incidents.replace(old, failure)
    else if (old !== undefined) failure.older.add(old)
  }

  #withdraw(gone: (sources: ReadonlySet<Source>) => readonly Source[], isWell = false): void {
    for (const { incident, over } of this.incidents.withdraw(gone)) {
      const isOver = over.length === incident.failures.size
      this.#clock.start()
      if (isOver && isWell && isMissed(incident)) this.say({ of: 'text', key: 'recovered' })
      if (!isOver) over.forEach((failure) => this.incidents.drop(failure))
      // What an action of its own puts right within a blink would take its message along.
      else if (incident.latest.remedy.run.length > 0) this.incidents.closeWhenRead(incident)
      else this.incidents.close(incident)
    }
  }

  // It was seen, or somebody else's boundary has it: it has been reported, and never comes up here.
  #end(failure: Failure): void {
    failure.state = 'claimed'
    this.incidents.drop(failure, false)
    this.incidents.publish()
  }

  #failureOf(thrown: unknown): Failure | undefined {
    return this.#failures.get(this.runtime.identityOf(thrown))
  }

  #shownBy({ failed }: Failure): ReturnType<Claims['shownBy']> {
    return this.#claims.shownBy(failed.thrown)
  }
}
