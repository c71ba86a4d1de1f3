import { createHash } from 'node:crypto'
import type { FieldProblem } from '../../src/problem/parts.ts'

/** One thing that a document says, in our own words, and how it shows. */
export interface Fact {
  readonly document: string
  /** The line it comes from, and the last one where it takes several. */
  readonly line: number
  readonly to?: number | undefined
  /** SHA-256 of these lines, its first 12 digits: changes when the document does. */
  readonly row: string
  readonly says: string
  /** What the server answers in this case. `made`: by us, because the document shows none. */
  readonly answer?: Answer | undefined
  /** What comes of it. */
  readonly then?: Outcome | undefined
  /** What the words of the answer's code say of it, in English, zh-CN and zh-TW. */
  readonly words?: readonly [en: string, zhCN: string, zhTW: string] | undefined
  /** Method → the waits before it is sent again by itself, at the least, in milliseconds. */
  readonly again?: Readonly<Record<string, readonly number[]>> | undefined
  /** The title of the test that has it, where it is no answer. */
  readonly test?: string | undefined
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: unknown
  readonly made?: true | undefined
  /** The body is the one frame of a stream. */
  readonly frame?: true | undefined
}

/** What is compared; a member that is left out is not. `null`: there is none. */
export interface Outcome {
  readonly code?: string
  readonly detail?: string
  readonly fields?: readonly FieldProblem[]
  readonly data?: Readonly<Record<string, unknown>>
  readonly retryAfter?: number
  readonly variant?: string
  readonly show?: string
  readonly offers?: readonly string[]
  readonly runs?: readonly string[]
  readonly session?: string | null
  readonly text?: string
  readonly gate?: false | null
}

/** The facts of a backend, and of each of its documents what says nothing to a client. */
export interface Facts {
  readonly documents: Readonly<Record<string, Page>>
  readonly facts: readonly Fact[]
}

export interface Page {
  /** Of the whole text. */
  readonly sum: string
  /** Lines that state no fact: headings, empty lines, sample commands. */
  readonly quiet: readonly (readonly [from: number, to: number])[]
}

/** How lines are recognized without being copied. */
export function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
