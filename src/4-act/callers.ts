import type { Mutation, MutationFunctionContext } from '@tanstack/react-query'
import type { Memory } from './call-record.ts'

/** Finds out which mutation calls a function. TanStack does not say. */
export class Callers {
  readonly #recordOf: Memory['recordOf']
  /** In the order in which they began, which mostly is that in which they call. */
  readonly #about = new Set<Mutation>()
  readonly #known = new WeakMap<object, Mutation>()

  constructor({ recordOf }: Memory) {
    this.#recordOf = recordOf
  }

  /** A mutation is about to call. */
  begin(mutation: Mutation): void {
    this.#about.add(mutation)
  }

  /** An attempt has failed: it may call once more, with the same context. */
  failed(mutation: Mutation): void {
    const { context } = this.#recordOf(mutation)
    if (context !== undefined) this.#known.set(context, mutation)
  }

  end(mutation: Mutation): void {
    this.#about.delete(mutation)
  }

  /** The mutation that calls this function with this context: the first pending one that fits and has not called yet. */
  of(context: MutationFunctionContext, mutationFn: unknown, variables: unknown): Mutation | undefined {
    const known = this.#known.get(context)
    if (known !== undefined) return known
    const isIt = (mutation: Mutation): boolean =>
      mutation.state.status === 'pending' &&
      this.#recordOf(mutation).context === undefined &&
      mutation.options.mutationFn === mutationFn &&
      mutation.state.variables === variables
    // The whole cache only for what began before anybody listened.
    const caller = first(this.#about, isIt) ?? context.client.getMutationCache().getAll().find(isIt)
    if (caller === undefined) return undefined
    this.#about.delete(caller)
    this.#recordOf(caller).context = context
    return caller
  }
}

function first<T>(all: Iterable<T>, isIt: (one: T) => boolean): T | undefined {
  for (const one of all) if (isIt(one)) return one
  return undefined
}
