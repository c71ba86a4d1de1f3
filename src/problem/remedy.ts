/** Where a problem is shown. */
export type Surface = 'toast' | 'dialog' | 'banner' | 'fields' | 'inline' | 'page' | 'pending' | 'none'

/** How grave it is; decides tone and urgency, never the surface. */
export type Severity = 'info' | 'warning' | 'error' | 'critical'

/** What the session does about a problem. Only the remedy that won moves it; a status alone never does. */
export type SessionMove = 'refresh' | 'expire' | 'end' | 'step-up'

/** The actions every application has; an app may replace any of them. */
export type BuiltInAction = 'retry' | 'dismiss' | 'login' | 'logout' | 'reload' | 'refetch' | 'copyReport'

/** How often, and after which waits, a request is sent again. All durations in milliseconds. */
export interface RetryRule {
  /** Requests after the first. */
  readonly retries: number
  /** The wait before the first retry. */
  readonly first: number
  /** Each further wait is this many times the one before. */
  readonly factor: number
  /** No computed wait is longer than this, jitter aside. */
  readonly max: number
  /** The random part on top: `1` adds up to as much again. */
  readonly jitter: number
}

/** What to do about a problem. Plain data; every member may be left out. */
export interface Remedy<A extends string = string> {
  /** @default 'error' */
  readonly severity?: Severity | undefined
  /** Where it is shown. @default 'toast'; 'banner' where the server asks to wait for more than a minute */
  readonly show?: Surface | undefined
  /** Actions that run by themselves, in order, each awaited, once per incident; one that throws is reported, the rest go on. */
  readonly run?: readonly (BuiltInAction | A)[] | undefined
  /** Buttons, the first one primary. */
  readonly offer?: readonly (BuiltInAction | A)[] | undefined
  /** The field to mark when the problem names none: `profile.name`. */
  readonly field?: string | undefined
  /** Automatic retries: `false` for none, or what differs from the contract's rule. Stating a rule permits the retry. */
  readonly retry?: false | Partial<RetryRule> | undefined
  readonly session?: SessionMove | undefined
  /** Whose words are shown. @default 'catalogue' */
  readonly text?: 'catalogue' | 'server' | undefined
  /** @default 'expected' for a code of the catalogue, else 'unexpected' */
  readonly report?: 'expected' | 'unexpected' | 'never' | undefined
  /** `false`: this one never counts toward closing the gate. */
  readonly gate?: false | undefined
  /** What a stream does before its one retry: forget its `Last-Event-ID`, or make room by closing the oldest idle stream. */
  readonly stream?: 'from-start' | 'make-room' | undefined
  /** For `show: 'pending'`: how often the outcome is asked for, in milliseconds. @default the `Retry-After` of the 202, else 5000 */
  readonly poll?: { readonly every: number } | undefined
}

/** A remedy in a catalogue also names the statuses that its code comes with. */
export interface CatalogueEntry<A extends string = string> extends Remedy<A> {
  /** A code with a success status here (202) is a problem although the response succeeded. */
  readonly status?: number | readonly number[] | undefined
}

/** Code → remedy. Plain data, looked up by own keys only. */
export type Catalogue<Code extends string = string, A extends string = string> = {
  readonly [C in Code]: CatalogueEntry<A>
}

/** The keys a fallback may have besides a status. */
export type FallbackKey = '4xx' | '5xx' | 'network' | 'timeout' | 'unreadable' | 'stream' | 'default'

/** Remedies for problems that no code answers: by status, by status class, by kind, and for all the rest. */
export interface Fallbacks<A extends string = string> {
  readonly [status: number]: Remedy<A> | undefined
  readonly '4xx'?: Remedy<A> | undefined
  readonly '5xx'?: Remedy<A> | undefined
  readonly network?: Remedy<A> | undefined
  readonly timeout?: Remedy<A> | undefined
  readonly unreadable?: Remedy<A> | undefined
  readonly stream?: Remedy<A> | undefined
  readonly default?: Remedy<A> | undefined
}

/** Which step of the ladder found the remedy. */
export type Rung = 'code' | 'status' | 'class' | 'kind' | 'default'

/** Which layer stated it; `kit` is what the library does where nobody said anything. */
export type LayerName = 'call' | 'meta' | 'scope' | 'app' | 'contract' | 'kit'

/** A remedy with nothing left open, and why it is this one. */
export interface ResolvedRemedy<A extends string = string> {
  readonly severity: Severity
  readonly show: Surface
  readonly run: readonly (BuiltInAction | A)[]
  readonly offer: readonly (BuiltInAction | A)[]
  readonly field: string | undefined
  /** As stated; `undefined` when nobody stated one. */
  readonly retry: false | Partial<RetryRule> | undefined
  /** The rule that holds: the kit's, under the contract's, under the one stated. */
  readonly rule: RetryRule
  readonly session: SessionMove | undefined
  readonly text: 'catalogue' | 'server'
  readonly report: 'expected' | 'unexpected' | 'never'
  readonly gate: false | undefined
  readonly stream: 'from-start' | 'make-room' | undefined
  readonly poll: { readonly every: number } | undefined
  readonly why: { readonly rung: Rung; readonly layer: LayerName; readonly key: string }
}
