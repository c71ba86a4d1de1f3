import type { Layer } from '../2-classify/layers.ts'
import type { Actions } from '../4-act/actions.ts'
import type { Runtime } from '../4-act/runtime.ts'
import type { Contract } from '../problem/contract.ts'

/** What a provider gives the client. */
export interface Given {
  readonly contracts: readonly Contract[]
  readonly actions: Actions | undefined
  readonly layer: Layer
}

/** Which of several providers on one client speaks for the app; the others are scopes. */
export interface Providers {
  /** Does another mounted provider speak for the app? */
  isTaken(token: object): boolean
  /** A provider renders for the first time; it may never commit, so this is only a proposal. */
  offer(given: Given): void
  /** A provider is mounted, or gives something else than before. */
  take(token: object, given: Given): void
  /** A provider is gone. */
  release(token: object): void
}

/** The providers of one client: the first one mounted speaks for the app. */
export function createProviders(runtime: Runtime): Providers {
  const mounted = new Map<object, Given>()

  const apply = ({ contracts, actions, layer }: Given) => {
    runtime.app = layer
    runtime.actions = Object.assign(
      {},
      ...[...mounted.values()].reverse().map((given) => given.actions),
      actions,
    ) as Actions
    learn(contracts)
  }

  const learn = (contracts: readonly Contract[]) => {
    const unknown = contracts.filter(({ name }) => !runtime.contracts.some((contract) => contract.name === name))
    if (unknown.length > 0) runtime.contracts = [...runtime.contracts, ...unknown]
  }

  const isTaken = (token: object) => mounted.size > 0 && first(mounted) !== token

  return {
    isTaken,
    offer: apply,
    take(token, given) {
      mounted.set(token, given)
      const leader = mounted.get(first(mounted) as object)
      if (leader !== undefined) apply(leader)
      learn(given.contracts)
    },
    release: (token) => void mounted.delete(token),
  }
}

function first(mounted: ReadonlyMap<object, Given>): object | undefined {
  return mounted.keys().next().value
}
