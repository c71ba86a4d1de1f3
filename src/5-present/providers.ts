import type { Layer } from '../2-classify/layers.ts'
import type { Actions } from '../4-act/actions.ts'
import type { Runtime } from '../4-act/runtime.ts'
import type { Contract } from '../problem/contract.ts'

/** What a provider gives the client. */
export interface Given {
  readonly contracts: readonly Contract[]
  readonly actions: Actions | undefined
  readonly layer: Layer
  /** It is inside of another one, so that it never speaks for the app. */
  readonly isInside: boolean
}

/** Which of several providers on one client speaks for the app; the others are scopes. */
export interface Providers {
  /** Does another mounted provider speak for the app? */
  isTaken(token: object): boolean
  /** A provider renders for the first time; it may never commit, so this is only a proposal. */
  offer(given: Omit<Given, 'isInside'>): void
  /** A provider is mounted, or gives something else than before. */
  take(token: object, given: Given): void
  /** A provider is gone. */
  release(token: object): void
  /** Hears when somebody else speaks for the app. */
  readonly subscribe: (listener: () => void) => () => void
}

/** The providers of one client: of those that are inside of no other, the first one mounted speaks for the app. */
export function createProviders(runtime: Runtime): Providers {
  const mounted = new Map<object, Given>()
  const listeners = new Set<() => void>()
  let leader: object | undefined

  const apply = ({ contracts, actions, layer }: Omit<Given, 'isInside'>) => {
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

  const changed = () => {
    const before = leader
    const first = [...mounted].find(([, { isInside }]) => !isInside)
    leader = first?.[0]
    if (first !== undefined) apply(first[1])
    if (leader !== before) for (const listener of listeners) listener()
  }

  return {
    isTaken: (token) => leader !== undefined && leader !== token,
    offer: apply,
    take(token, given) {
      mounted.set(token, given)
      changed()
      learn(given.contracts)
    },
    release(token) {
      mounted.delete(token)
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
