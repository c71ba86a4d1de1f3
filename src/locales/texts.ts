/**
 * The kit's own texts in one language: what a file in this folder must hold, and what an app hands in for a language
 * that the kit does not speak. Under i18next the same keys live in the namespace `remedy`: `statuses.404.title`.
 *
 * A text may hold the placeholders that its comment names, written `{{so}}`. None holds markup.
 *
 * @example
 * ```ts
 * import type { KitTexts } from 'react-remedy'
 * import en from 'react-remedy/locales/en'
 *
 * export const ours: KitTexts = { ...en, parts: { ...en.parts, home: 'Back to the shop' } }
 * ```
 */
export interface KitTexts {
  /** What the buttons say. */
  readonly actions: ActionTexts
  /** Words for problems that no code answers, by exact status. */
  readonly statuses: { readonly [Status in WordedStatus]: Text }
  /** By status class. */
  readonly classes: { readonly '4xx': Text; readonly '5xx': Text }
  /** By kind, for problems without a status. */
  readonly kinds: { readonly [Kind in WordedKind]: Text }
  /** For all the rest. */
  readonly default: Text
  /** What is said about signing in, whichever code brought it about. */
  readonly session: { readonly [Key in SessionKey]: Text }
  /** The small texts of the kit's parts. */
  readonly parts: PartTexts
}

/** What is said about one thing: what happened, and what to do next. */
export interface Text {
  /** At most 40 characters, no full stop. */
  readonly title: string
  readonly message: string
  /** One more thing that helps, shown smaller. */
  readonly hint?: string | undefined
}

/** The statuses that have words of their own; the others take those of their class. */
export type WordedStatus =
  | 202
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 408
  | 409
  | 410
  | 413
  | 415
  | 422
  | 423
  | 429
  | 500
  | 502
  | 503
  | 504

/** The kinds that have words of their own; the others take those of `default`. */
export type WordedKind = 'network' | 'timeout' | 'unreadable' | 'stream'

/**
 * `ended`: signed out. `expired`: can sign in again and go on. `stepUp`: the server wants a stronger sign-in. `expiring`: soon
 * signed out. `sendNow`: signed in again, and something waits that is not sent without asking.
 */
export type SessionKey = 'ended' | 'expired' | 'stepUp' | 'expiring' | 'sendNow'

/** The labels of the actions that every application has. */
export interface ActionTexts {
  readonly retry: string
  readonly dismiss: string
  readonly login: string
  readonly logout: string
  readonly reload: string
  readonly refetch: string
  readonly copyReport: string
  /** Keeps the user signed in. */
  readonly extend: string
  /** Sends what waited for the user to sign in again. */
  readonly send: string
  readonly discard: string
  /** For an action of the app that nobody gave a label. */
  readonly other: string
}

/** The small texts of the kit's parts, each once; those that count things are in `CountedTexts`. */
export interface PartTexts extends CountedTexts {
  /** Name of the toast region. `{{hotkey}}`: the key that leads there. */
  readonly region: string
  /** Name of the toast region when no key leads there. */
  readonly regionPlain: string
  /** Name of the banner's region. */
  readonly banner: string
  readonly close: string
  /** Puts the toasts that were out of sight there again. */
  readonly fewer: string
  /** The summary of the foldable part. */
  readonly details: string
  readonly requestId: string
  readonly code: string
  readonly status: string
  readonly time: string
  /** Said after the report was copied. */
  readonly copied: string
  readonly copyFailed: string
  /** Hidden, before the text of a field's problem. */
  readonly errorPrefix: string
  /** Hidden, before a title of severity `warning`. */
  readonly warningPrefix: string
  /** Hidden, before a title of severity `info`. */
  readonly infoPrefix: string
  /** The document's title while a form or a page shows a problem. `{{title}}`: the one it had. */
  readonly documentTitle: string
  /** The heading of a form's summary. */
  readonly summaryHeading: string
  /** At a field, by what the name of the broken rule tells; `fieldOther` where it tells nothing. */
  readonly fieldRequired: string
  readonly fieldTooShort: string
  readonly fieldTooLong: string
  readonly fieldFormat: string
  readonly fieldOther: string
  /** Beside a control that waits. `{{duration}}` */
  readonly wait: string
  /** Beside a control that waits, when nobody said how long. */
  readonly waitUnknown: string
  /** Said when the wait is over. */
  readonly cooldownOver: string
  /** Said after a problem's words when it can be tried again. */
  readonly retryAvailable: string
  /** The button that retries everything an incident stands for. */
  readonly retryAll: string
  readonly offline: string
  readonly reconnecting: string
  readonly backOnline: string
  /** Said when a problem went away by itself or after a retry. */
  readonly recovered: string
  readonly approved: string
  readonly rejected: string
  readonly cancel: string
  readonly cancelled: string
  /** While the action of a button runs. */
  readonly busy: string
  readonly home: string
}

/**
 * The texts that count, in i18next's plural form: `more_one`, `more_other`, and what else the language has.
 * `{{count, number}}`
 *
 * `more`: how many toasts are out of sight. `count`: how often the same thing happened.
 */
export type CountedTexts = { readonly [Key in `${CountedKey}_other`]: string } & {
  readonly [Key in `${CountedKey}_${'zero' | 'one' | 'two' | 'few' | 'many'}`]?: string | undefined
}

type CountedKey = 'more' | 'count'

/** Names one of the kit's small texts; those that count are named without the plural's suffix. */
export type PartKey = Exclude<keyof PartTexts, keyof CountedTexts> | CountedKey
