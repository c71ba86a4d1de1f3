import type { Contract, Match, MessageModule, Messages } from '../problem/contract.ts'
import type { Dialect, Identity } from '../problem/reading.ts'
import type { BuiltInAction, CatalogueEntry, Fallbacks, RetryRule } from '../problem/remedy.ts'
import type { StreamRules } from '../problem/stream.ts'
import { checkContract } from './check-contract.ts'

// Said in full at each place, so that a bundler can drop the checks from what users load.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** What `defineContract` takes: a contract, its codes and actions inferred from the catalogue. */
export interface ContractDefinition<Name extends string, Code extends string, Action extends string> {
  /** Names the contract in every problem and in the translation namespace: letters, digits, `-`, `_` and `.`. */
  readonly name: Name
  /** Which URLs are its own. @default same-origin ones, and all that no other contract claims */
  readonly match?: Match | undefined
  /** The body shapes, most specific first. */
  readonly dialects: readonly Dialect[]
  readonly identity: Identity
  /** Asked about the bodies of 2xx responses; one that answers makes the success a problem. */
  readonly successDialects?: readonly Dialect[] | undefined
  /** Code → remedy. */
  readonly catalogue: { readonly [C in Code]: CatalogueEntry<Action> }
  /** Remedies for problems that no code answers. */
  readonly fallbacks?: Fallbacks<Action> | undefined
  /** What differs from the kit's retry rule, for all its problems. Permits nothing; a remedy's own `retry` does. */
  readonly retry?: Partial<RetryRule> | undefined
  /** What differs from that for single statuses. */
  readonly retryByStatus?: { readonly [status: number]: Partial<RetryRule> } | undefined
  /** BCP 47 tag → a function that fetches the words of that language. */
  readonly messages?: { readonly [language: string]: MessageLoader<NoInfer<Code>> } | undefined
  /**
   * The header that carries the idempotency key, for a backend that honours one: with it `client.fetch` puts the key of
   * a mutation on what that mutation changes. `quoted`: as a structured field, `"8e03…"`, which the IETF's draft asks for.
   * @default 'Idempotency-Key', where the app asks for a key
   */
  readonly idempotencyHeader?: Contract['idempotencyHeader']
  /** The code under which a rate limit is held that the backend tells on every answer. */
  readonly rateLimit?: NoInfer<Code> | undefined
  /** How its event streams end and fail. @default `event: error` fails, the end of the response ends */
  readonly streams?: StreamRules | undefined
}

/** Fetches the words of one language. */
export type MessageLoader<Code extends string> = () => Promise<
  Omit<MessageModule, 'default'> & { readonly default: Messages<Code> }
>

/**
 * Describes how one backend reports failures. In development it checks what types cannot see in plain JavaScript or JSON.
 *
 * @throws TypeError in development, naming the member, what is wrong with it and what would be right.
 *
 * @example
 * ```ts
 * import { defineContract, problemDetails } from 'react-remedy/core'
 *
 * export const shop = defineContract({
 *   name: 'shop',
 *   match: '/api/',
 *   dialects: [problemDetails],
 *   identity: 'code',
 *   catalogue: {
 *     CARD_DECLINED: { status: 402, show: 'dialog', offer: ['changeCard', 'dismiss'] },
 *     SOLD_OUT: { status: 409, show: 'inline', offer: ['refetch'] },
 *   },
 * })
 * ```
 */
export function defineContract<const Name extends string, Code extends string, Action extends string = never>(
  definition: ContractDefinition<Name, Code, Action>,
): Contract<Name, Code, Exclude<Action, BuiltInAction>> {
  if (process.env.NODE_ENV !== 'production') checkContract(definition)
  // The built-in actions need no implementation, so the contract does not ask the app for one.
  return { ...definition } as Contract<Name, Code, Exclude<Action, BuiltInAction>>
}
