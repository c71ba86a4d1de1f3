import type { Mutation, MutationFunctionContext } from '@tanstack/react-query'
import type { CallRecord } from './call-record.ts'

/** Finds out which mutation calls a function. TanStack does not say. */
export class Callers {
  readonly #recordOf: (mutation: Mutation) => CallRecord
  readonly #about = new Set<Mutation>()
  readonly #known = new WeakMap<object, Mutation>()

  constructor(recordOf: (mutation: Mutation) => CallRecord) {
    this.#recordOf = recordOf
  }

  /** A mutation is about to call. */
  begin(mutation: Mutation): void {
    this.#about.add(mutation)
  }

  end(mutation: Mutation): void {
    this.#about.delete(mutation)
  }

  /** The mutation that calls with this context: the first pending one that fits and has not called yet. */
  of(
    context: MutationFunctionContext,
    fits: (options: Mutation['options'], state: Mutation['state']) => boolean,
  ): Mutation | undefined {
    const known = this.#known.get(context)
    if (known !== undefined) return known
    const isIt = (mutation: Mutation) =>
      mutation.state.status === 'pending' && !this.#recordOf(mutation).bound && fits(mutation.options, mutation.state)
    // The whole cache only for what began before anybody listened.
    const caller = first(this.#about, isIt) ?? context.client.getMutationCache().getAll().find(isIt)
    if (caller === undefined) return undefined
    this.#about.delete(caller)
    this.#recordOf(caller).bound = true
    this.#known.set(context, caller)
    return caller
  }
}

function first<T>(all: Iterable<T>, isIt: (one: T) => boolean): T | undefined {
  for (const one of all) if (isIt(one)) return one
  return undefined
}
