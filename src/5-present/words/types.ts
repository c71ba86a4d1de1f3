import type { Message } from '../../problem/contract.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'
import type { PartKey, SessionKey } from '../../locales/texts.ts'

/** The words of one language, ready to be shown. Never suspends, never answers with a raw key. */
export interface Words {
  /** BCP 47 tag of the language the words are in. */
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  /** What is said about a problem: the catalogue's words, the words of its rung, or the server's where the remedy says so. */
  problem(problem: Problem, remedy: Pick<ResolvedRemedy, 'text'>): Message
  /** What the button of an action says. */
  action(name: string, contract?: string): string
  /** What is said about signing in, whichever code brought it about. */
  session(key: SessionKey): Message
  /** One of the kit's own small texts. */
  part(key: PartKey, params?: Readonly<Record<string, string | number>>): string
  /** `45 seconds`, `2 minutes`: in one unit, rounded up, by the language's own rules. */
  duration(milliseconds: number): string
}
