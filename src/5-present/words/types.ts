import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'
import type { PartKey, SessionKey } from '../../locales/texts.ts'

/** The words of one language, ready to be shown. Never suspends, never answers with a raw key. */
export interface Words extends Texts<string> {
  /** BCP 47 tag of the language that the words are in, but for what has words in another language alone: see `phrases`. */
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  /** `45 seconds`, `2 minutes`: in one unit, rounded up, by the language's own rules. */
  duration(milliseconds: number): string
  /** The same texts as props of the elements that show them, which then say where one is in another language. */
  readonly phrases: Texts<Phrase>
}

/** What can be said, with a `T` for each text. */
export interface Texts<T> {
  /** What is said about a problem: the catalogue's words, the words of its rung, or the server's where the remedy says so. */
  problem(problem: Problem, remedy: Pick<ResolvedRemedy, 'text'>): MessageOf<T>
  /** What the button of an action says. */
  action(name: string, contract?: string): T
  /** What is said about signing in, whichever code brought it about. */
  session(key: SessionKey): MessageOf<T>
  /** One of the kit's own small texts. */
  part(key: PartKey, params?: Readonly<Record<string, string | number>>): T
}

/** What is said about one thing. */
export interface MessageOf<T> {
  readonly title: T
  readonly message: T
  /** One more thing that helps, shown smaller. */
  readonly hint?: T | undefined
}

/** A text as the props of an element. */
export interface Phrase {
  readonly children: string
  /** BCP 47; empty where nobody knows, as with the words of a server. Left out: the `language` of the words around it. */
  readonly lang?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
}
