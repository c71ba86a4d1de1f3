import type { Source } from '../problem/source.ts'
import type { Failure, OpenIncident } from './incidents.ts'

/** What each call has failed with last, because one call has one problem. */
export class Latest {
  readonly #of = new Map<Source | string, Failure>()

  /** From now on the call has this problem; answers with the one before. */
  put(failure: Failure, source: Source): Failure | undefined {
    const name = nameOf(source)
    const old = this.#of.get(name)
    this.#of.set(name, failure)
    return old === failure ? undefined : old
  }

  /** Takes over the calls of an older failure; answers whether none is left to it. */
  takeOver(old: Failure, { sources }: Failure): boolean {
    const names = new Set([...sources].map(nameOf))
    for (const source of old.sources) if (names.has(nameOf(source))) old.sources.delete(source)
    return old.sources.size === 0
  }

  /** Takes calls away from what they failed with; yields what is over then, by incident. */
  *withdraw(
    incidents: Iterable<OpenIncident>,
    gone: (sources: ReadonlySet<Source>) => readonly Source[],
  ): Generator<{ readonly incident: OpenIncident; readonly over: readonly Failure[] }> {
    for (const incident of incidents) {
      let some = false
      for (const failure of incident.failures)
        for (const source of gone(failure.sources)) {
          some = true
          this.remove(failure, source)
          failure.sources.delete(source)
        }
      if (some) yield { incident, over: [...incident.failures].filter(({ sources }) => sources.size === 0) }
    }
  }

  /** This is no problem of that call any more. */
  remove(failure: Failure, source: Source): void {
    const name = nameOf(source)
    if (this.#of.get(name) === failure) this.#of.delete(name)
  }
}

// The same mutation sent by the same hook once more is the same call.
function nameOf(source: Source): Source | string {
  return source.kind === 'mutation' ? source.key : source
}
