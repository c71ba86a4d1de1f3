import type { Dialect, Identity } from './reading.ts'
import type { Catalogue, Fallbacks, RetryRule } from './remedy.ts'
import type { StreamRules } from './stream.ts'

/** Which URLs are a contract's: a prefix (`/api/`, `https://api.example.com/v1`), a pattern, a function, or several. */
export type Match = string | RegExp | ((url: URL) => boolean) | readonly (string | RegExp)[]

/** What is said about one code. */
export interface Message {
  readonly title: string
  readonly message: string
  /** One more thing that helps, shown smaller. */
  readonly hint?: string | undefined
  /** Other words for cases that share the code, by the `variant` that a dialect found. */
  readonly when?: { readonly [variant: string]: Omit<Message, 'when'> } | undefined
}

/** Code → words, in one language. */
export type Messages<Code extends string = string> = { readonly [C in Code]: Message }

/** The module that holds the words of one language: the messages, and the labels of the app's actions. */
export interface MessageModule<Code extends string = string> {
  readonly default: Messages<Code>
  /** Action name → what its button says. */
  readonly actions?: Readonly<Record<string, string>> | undefined
}

/** BCP 47 tag → a function that fetches the words of that language. */
export interface MessageLoaders<Code extends string = string> {
  readonly [language: string]: () => Promise<MessageModule<Code>>
}

/** The languages that the kit ships in, and every contract that ships with it. */
export type ShippedLanguage = 'en' | 'zh-CN' | 'zh-TW' | 'ja' | 'ko' | 'es' | 'fr' | 'de' | 'pt-BR' | 'ar'

/** The messages of a contract that ships: none of the languages may be left out. */
export type ShippedMessages<Code extends string> = {
  readonly [L in ShippedLanguage]: () => Promise<MessageModule<Code>>
}

/**
 * How one backend reports failures. Made by `defineContract`, changed by `extendContract`, open to reading.
 */
export interface Contract<Name extends string = string, Code extends string = string, Action extends string = string> {
  readonly name: Name
  /** Which URLs are its own. Left out: same-origin ones, and all that no other contract claims. */
  readonly match?: Match | undefined
  /** The body shapes, most specific first. */
  readonly dialects: readonly Dialect[]
  readonly identity: Identity
  /**
   * Asked about the bodies of 2xx responses; one that answers makes the success a problem (`{ success: false }`).
   * Without it only a success status that the catalogue names (202) can carry a problem.
   */
  readonly successDialects?: readonly Dialect[] | undefined
  /** Code → remedy, own keys. */
  readonly catalogue: Catalogue<Code, Action>
  readonly fallbacks?: Fallbacks<Action> | undefined
  /** What differs from the kit's retry rule, for all its problems. */
  readonly retry?: Partial<RetryRule> | undefined
  /** What differs from that for single statuses. It permits nothing either; a remedy's own `retry` does. */
  readonly retryByStatus?: { readonly [status: number]: Partial<RetryRule> } | undefined
  readonly messages?: MessageLoaders<Code> | undefined
  /**
   * For a backend that tells its rate limit on every answer: the code under which the limit is held. An answer that
   * leaves nothing holds the next call back before it is sent.
   */
  readonly rateLimit?: Code | undefined
  /**
   * The header that carries the idempotency key, for a backend that honours one: with it `client.fetch` puts the key of
   * a mutation on what that mutation changes. `quoted`: as a structured field, `"8e03…"`, which the IETF's draft asks for.
   * @default 'Idempotency-Key', where the app asks for a key
   */
  readonly idempotencyHeader?: string | { readonly name: string; readonly quoted: boolean } | undefined
  /** How its event streams end and fail, where `event: error` and the end of the response do not say it all. */
  readonly streams?: StreamRules | undefined
}

/** The codes of a contract, or of each of several. */
export type CodeOf<C> = C extends Contract<string, infer Code, string> ? Code : never

/** The app's actions that a contract names, or each of several. */
export type ActionOf<C> = C extends Contract<string, string, infer Action> ? Action : never
