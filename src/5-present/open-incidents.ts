import { setsCooldown } from '../4-act/cooldowns.ts'
import type { Runtime } from '../4-act/runtime.ts'
import type { Incident } from '../problem/incident.ts'
import type { Failed } from '../problem/source.ts'
import { causeOf, isVisible, openIncident, repeat, snapshot, type OpenIncident } from './incidents.ts'

/** What they need from the client around them. */
export interface OpenIncidentsInput {
  readonly runtime: Runtime
  /** An incident has opened: run what runs by itself, report it, ask for its outcome. */
  readonly onOpen: (incident: OpenIncident) => void
  readonly offerOf: (incident: OpenIncident) => readonly string[]
}

/** The open incidents of one client, and their image in the store. */
export class OpenIncidents {
  readonly #input: OpenIncidentsInput
  readonly #all = new Map<string, OpenIncident>()

  constructor(input: OpenIncidentsInput) {
    this.#input = input
  }

  get all(): ReadonlyMap<string, OpenIncident> {
    return this.#all
  }

  /** The open incident with the cause of this failure, else a new one. */
  of(failed: Failed): OpenIncident {
    const { runtime, onOpen } = this.#input
    const cause = causeOf(failed)
    const known = [...this.#all.values()].find((incident) => incident.cause === cause)
    const limit = setsCooldown(failed.problem, failed.remedy.show)
      ? runtime.cooldowns.limitOf(failed.problem)
      : undefined
    if (known !== undefined) return repeat(known, failed, { limit, now: runtime.now() })
    const incident = openIncident(failed, { id: `incident-${runtime.next()}`, limit, now: runtime.now() })
    this.#all.set(incident.id, incident)
    onOpen(incident)
    return incident
  }

  /** Takes it out; `false` when it was out already. */
  delete({ id }: OpenIncident): boolean {
    return this.#all.delete(id)
  }

  /** Writes them to the store, once. */
  publish(): void {
    const incidents = [...this.#all.values()].filter(isVisible).map((incident) => this.snapshot(incident))
    this.#input.runtime.store.setState({ incidents })
  }

  snapshot(incident: OpenIncident): Incident {
    return snapshot(incident, this.#input.offerOf(incident))
  }
}
