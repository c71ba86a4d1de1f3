import type { Contract, Match, MessageLoaders, MessageModule, Messages } from '../problem/contract.ts'
import type { BuiltInAction, CatalogueEntry, Fallbacks, RetryRule } from '../problem/remedy.ts'
import type { StreamRules } from '../problem/stream.ts'
import { checkContract } from './check-contract.ts'
import { complain } from './complain.ts'
import { own } from '../1-decode/own.ts'
import { layOver } from './merge.ts'

// Said in full at each place, so that a bundler can drop the checks from what users load.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** What `extendContract` takes. */
export interface ContractChanges<Code extends string, Changed extends Code, Added extends string, More extends string> {
  /** Which URLs are its own in this app. */
  readonly match?: Match | undefined
  /** Laid over the remedies of codes the contract has, member by member. */
  readonly change?: { readonly [C in Changed]: CatalogueEntry<More> } | undefined
  /** Codes the contract does not have yet. */
  readonly add?: { readonly [C in Added]: CatalogueEntry<More> } | undefined
  /** Laid over its fallbacks, key by key, then member by member. */
  readonly fallbacks?: Fallbacks<More> | undefined
  /** Laid over its retry rule. */
  readonly retry?: Partial<RetryRule> | undefined
  /** Laid over its rules for single statuses, status by status. */
  readonly retryByStatus?: { readonly [status: number]: Partial<RetryRule> } | undefined
  /** Words for the added codes, and other words for those it has. */
  readonly messages?: { readonly [language: string]: ExtraLoader<NoInfer<Code>, NoInfer<Added>> } | undefined
  /** The header that carries the idempotency key. */
  readonly idempotencyHeader?: Contract['idempotencyHeader']
  /** Laid over its rules of streams. */
  readonly streams?: StreamRules | undefined
}

/** Fetches what is added to the words of one language. */
export type ExtraLoader<Code extends string, Added extends string> = () => Promise<
  Omit<MessageModule, 'default'> & { readonly default: Messages<Added> & Partial<Messages<Code>> }
>

/**
 * A shipped contract, fitted to this app. The base stays as it is.
 *
 * @throws TypeError in development: a code under `change` that the contract does not have, one under `add` that it has,
 * or a remedy that `defineContract` would refuse.
 *
 * @example
 * ```ts
 * import { extendContract } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * export const backend = extendContract(divination, {
 *   match: 'https://api.example.com/',
 *   change: { POINTS_INSUFFICIENT_BALANCE: { show: 'page' } },
 * })
 * ```
 */
export function extendContract<
  Name extends string,
  Code extends string,
  Action extends string,
  Changed extends Code = never,
  Added extends string = never,
  More extends string = never,
>(
  base: Contract<Name, Code, Action>,
  changes: ContractChanges<Code, Changed, Added, More>,
): Contract<Name, Code | Added, Action | Exclude<More, BuiltInAction>> {
  const { match, change, add, fallbacks, retry, retryByStatus, messages, idempotencyHeader, streams } = changes
  const extended = layOver(base, {
    match,
    catalogue: { ...joined<object>(base.catalogue, change, layOver), ...add },
    fallbacks: fallbacks && joined<object>(base.fallbacks, fallbacks, layOver),
    retry: retry && layOver(base.retry, retry),
    retryByStatus: retryByStatus && joined<object>(base.retryByStatus, retryByStatus, layOver),
    messages: messages && joined(base.messages, messages, joinLoaders),
    idempotencyHeader,
    streams: streams && layOver(base.streams, streams),
  })
  if (process.env.NODE_ENV !== 'production') {
    checkCodes(base, changes)
    checkContract(extended)
  }
  return extended as unknown as Contract<Name, Code | Added, Action | Exclude<More, BuiltInAction>>
}

type Table<T> = Readonly<Record<string, T>>

/** One table over another, key by key: what both have is joined. */
function joined<T>(
  under: object | undefined,
  over: object | undefined,
  join: (one: T | undefined, other: T) => T,
): Table<T> {
  const one = under as Table<T> | undefined
  const changed = Object.entries((over ?? {}) as Table<T>).map(([key, member]) => [key, join(own(one, key), member)])
  return { ...one, ...(Object.fromEntries(changed) as Table<T>) }
}

function joinLoaders(
  first: MessageLoaders[string] | undefined,
  second: MessageLoaders[string],
): MessageLoaders[string] {
  if (first === undefined) return second
  return async () => {
    const [under, over] = await Promise.all([first(), second()])
    return { default: { ...under.default, ...over.default }, actions: { ...under.actions, ...over.actions } }
  }
}

function checkCodes(
  base: Contract,
  { change, add }: { readonly change?: object | undefined; readonly add?: object | undefined },
): void {
  for (const code of Object.keys(change ?? {}))
    if (own(base.catalogue, code) === undefined)
      complain(
        `extendContract(${base.name}): change.${code} names a code that the contract does not have`,
        'so it would change nothing',
        'Mend the spelling, or put a new code under "add".',
      )
  for (const code of Object.keys(add ?? {}))
    if (own(base.catalogue, code) !== undefined)
      complain(
        `extendContract(${base.name}): add.${code} names a code that the contract already has`,
        'so its remedy would be lost without a word',
        'Put it under "change", where it is laid over the remedy that is there.',
      )
}
