import type { Layer } from '../2-classify/layers.ts'
import type { Actions } from '../4-act/actions.ts'
import type { OnReport } from '../4-act/reporter.ts'
import type { Runtime } from '../4-act/runtime.ts'
import type { Contract } from '../problem/contract.ts'

/** What a provider gives the client. */
export interface Given {
  readonly contracts: readonly Contract[]
  readonly actions: Actions | undefined
  readonly layer: Layer
  readonly onReport: OnReport | undefined
  /** It is inside of another one, so that it never speaks for the app. */
  readonly isInside: boolean
}

/** Which of several providers on one client speaks for the app: of those inside of no other, the first one mounted. */
export class Providers {
  readonly #runtime: Runtime
  readonly #mounted = new Map<object, Given>()
  readonly #listeners = new Set<() => void>()

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** Does another mounted provider speak for the app? */
  isTaken(token: object): boolean {
    const [leader] = this.#leader() ?? [token]
    return leader !== token
  }

  /** A provider renders; it may never commit, so this is only a proposal. */
  offer({ contracts, actions, layer, onReport }: Given): void {
    const others = [...this.#mounted.values()].reverse().map((given) => given.actions)
    this.#runtime.onReport = onReport ?? this.#runtime.onReport
    this.#runtime.app = layer
    this.#runtime.actions = Object.assign({}, ...others, actions) as Actions
    this.#learn(contracts)
  }

  /** A provider is mounted, or gives something else than before. */
  take(token: object, given: Given): void {
    this.#mounted.set(token, given)
    this.#changed()
    this.#learn(given.contracts)
  }

  /** A provider is gone. */
  release(token: object): void {
    this.#mounted.delete(token)
    this.#changed()
  }

  /** Hears when somebody else speaks for the app. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #changed(): void {
    this.#runtime.providers = this.#mounted.size
    const [, given] = this.#leader() ?? []
    if (given !== undefined) this.offer(given)
    for (const listener of this.#listeners) listener()
  }

  #leader(): readonly [token: object, given: Given] | undefined {
    return [...this.#mounted].find(([, { isInside }]) => !isInside)
  }

  #learn(contracts: readonly Contract[]): void {
    const known = new Set(this.#runtime.contracts.map(({ name }) => name))
    const unknown = contracts.filter(({ name }) => !known.has(name))
    if (unknown.length > 0) this.#runtime.contracts = [...this.#runtime.contracts, ...unknown]
  }
}
