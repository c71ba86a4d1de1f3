import { setsCooldown } from '../4-act/cooldowns.ts'
import type { Runtime } from '../4-act/runtime.ts'
import type { Incident } from '../problem/incident.ts'
import type { Failed, Source } from '../problem/source.ts'
import { causeOf, isVisible, newFailure, openIncident, snapshot, type Failure, type OpenIncident } from './incidents.ts'

/** Long enough for a title and a sentence (WCAG 2.2.1 has no number; toast guidelines agree on five seconds). */
const readingTime = 5000

/** What they need from the client around them. */
export interface OpenIncidentsInput {
  readonly runtime: Runtime
  /** An incident has opened: run what runs by itself, report it, ask for its outcome. */
  readonly onOpen: (incident: OpenIncident) => void
  readonly offerOf: (incident: OpenIncident) => readonly string[]
}

/** The open incidents of one client with the failures that they stand for, and their image in the store. */
export class OpenIncidents {
  readonly #input: OpenIncidentsInput
  readonly #byCause = new Map<string, OpenIncident>()
  /** What each call has failed with last, because one call has one problem. */
  readonly #latest = new Map<Source | string, Failure>()

  constructor(input: OpenIncidentsInput) {
    this.#input = input
  }

  get size(): number {
    return this.#byCause.size
  }

  all(): readonly OpenIncident[] {
    return [...this.#byCause.values()]
  }

  get(id: string | undefined): OpenIncident | undefined {
    return this.all().find((incident) => incident.id === id)
  }

  has(incident: OpenIncident): boolean {
    return this.#byCause.get(incident.cause) === incident
  }

  /** Puts it into the open incident with its cause, else into a new one. What its user sent off since that was announced is announced again. */
  admit(failed: Failed, patience: number): Failure {
    const { runtime, onOpen } = this.#input
    const { problem, remedy, source } = failed
    const cause = causeOf(failed)
    const known = this.#byCause.get(cause)
    const incident = known ?? openIncident(failed, { cause, id: `incident-${runtime.next()}`, now: runtime.now() })
    const failure = newFailure(failed, incident, patience)
    incident.failures.add(failure)
    if (source.kind === 'mutation' && source.started > incident.announcedAt) incident.announcedAt = 0
    incident.updatedAt = runtime.now()
    incident.limit = setsCooldown(problem, remedy.show) ? runtime.cooldowns.limitOf(problem) : undefined
    this.#byCause.set(cause, incident)
    if (known === undefined) onOpen(incident)
    return failure
  }

  /** From now on the call has this problem; answers with the one before. */
  put(failure: Failure, source: Source): Failure | undefined {
    const name = nameOf(source)
    const old = this.#latest.get(name)
    this.#latest.set(name, failure)
    return old === failure ? undefined : old
  }

  /** The calls of an older failure have this problem now; where none is left to it, it is over. */
  replace(old: Failure, { sources }: Failure): void {
    const names = new Set([...sources].map(nameOf))
    for (const source of old.sources) if (names.has(nameOf(source))) old.sources.delete(source)
    if (old.sources.size === 0) this.drop(old)
  }

  /** Takes calls away from what they failed with; yields what is over then, by incident. */
  *withdraw(
    gone: (sources: ReadonlySet<Source>) => readonly Source[],
  ): Generator<{ readonly incident: OpenIncident; readonly over: readonly Failure[] }> {
    for (const incident of this.all()) {
      const left = [...incident.failures].filter((failure) => {
        const sources = gone(failure.sources)
        for (const source of sources) this.#take(source, failure)
        return sources.length > 0
      })
      if (left.length > 0) yield { incident, over: [...incident.failures].filter(({ sources }) => sources.size === 0) }
    }
  }

  /** Nobody needs to show this failure any more; with the last one its incident closes. */
  drop(failure: Failure, isOver = true): void {
    const { incident, sources } = failure
    incident.failures.delete(failure)
    for (const source of sources) this.#forget(source, failure)
    if (incident.failures.size === 0) this.close(incident, isOver)
  }

  close(incident: OpenIncident, isOver = true): void {
    incident.over ||= isOver
    if (!this.has(incident)) return
    this.#byCause.delete(incident.cause)
    for (const failure of incident.failures) this.drop(failure)
    incident.controller.abort()
    this.publish()
  }

  /** Closes an incident that is over, but not before it could be read. */
  closeWhenRead(incident: OpenIncident): void {
    const { updatedAt } = incident
    const left = updatedAt + readingTime - this.#input.runtime.now()
    if (left <= 0) return this.close(incident)
    setTimeout(() => {
      if (incident.updatedAt === updatedAt) this.close(incident)
    }, left)
  }

  /** Writes them to the store, once. */
  publish(): void {
    const incidents = this.all()
      .filter(isVisible)
      .map((incident) => this.snapshot(incident))
    this.#input.runtime.store.setState({ incidents })
  }

  snapshot(incident: OpenIncident): Incident {
    return snapshot(incident, this.#input.offerOf(incident))
  }

  #take(source: Source, failure: Failure): void {
    this.#forget(source, failure)
    failure.sources.delete(source)
  }

  #forget(source: Source, failure: Failure): void {
    const name = nameOf(source)
    if (this.#latest.get(name) === failure) this.#latest.delete(name)
  }
}

// The same mutation sent by the same hook once more is the same call.
function nameOf(source: Source): Source | string {
  return source.kind === 'mutation' ? source.key : source
}
