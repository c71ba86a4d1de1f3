'use client'
import { createContext, useContext, useSyncExternalStore, type RefObject } from 'react'
import type { Incident } from '../../problem/incident.ts'
import type { FieldProblem } from '../../problem/parts.ts'
import type { PartKey } from '../../locales/texts.ts'
import type { ClientParts } from '../client.ts'
import { useRemedyContext } from '../context.ts'
import { thrownOf, useIncidentOf, type Of } from '../hooks/use-incident-of.ts'
import type { Phrase, Words } from '../words/types.ts'
import { FieldBook } from './field-book.ts'

/** The `ProblemFields` around: whose problems, and where its controls are. @internal */
export const FormContext = createContext<{ readonly of: Of; readonly root: RefObject<HTMLElement | null> } | null>(null)

/** What a part of a form works with. */
export interface OpenBook {
  readonly book: FieldBook
  readonly incident: Incident
  readonly thrown: unknown
}

/** The book of what failed, kept up to date; `null` while nothing did, or while it marks no field. */
export function useFieldBook(of: Of): OpenBook | null {
  const around = useContext(FormContext)
  const thrown = thrownOf(of === undefined ? around?.of : of)
  const { parts } = useRemedyContext().client
  const incident = useIncidentOf(thrown)
  const book = incident?.remedy.show === 'fields' ? bookOf(parts, thrown, incident) : null
  useSyncExternalStore(book?.subscribe ?? never, book?.version ?? zero, zero)
  return book === null || incident === null || book.marks.length === 0 ? null : { book, incident, thrown }
}

function bookOf({ books, runtime }: ClientParts, thrown: unknown, { problem, remedy }: Incident): FieldBook {
  const identity = runtime.identityOf(thrown)
  const book = books.get(identity) ?? new FieldBook(problem, remedy, `remedy-field-${runtime.next()}`)
  books.set(identity, book)
  return book
}

/** All that is said at the field of that name, a line each. */
export function phrasesAt(name: string, open: OpenBook, words: Words): readonly Phrase[] {
  const phrases = open.book.marksAt(name).map((mark) => phraseOf(mark, open, words))
  return [...new Map(phrases.map((phrase) => [phrase.children, phrase])).values()]
}

/** What is said of one mark: the server's words where the remedy allows them, else those of the rule, else of the code. */
export function phraseOf({ message, rule }: FieldProblem, { book, incident }: OpenBook, { phrases }: Words): Phrase {
  if (incident.remedy.text === 'server' && message !== undefined) return { children: message, lang: '', dir: 'auto' }
  if (book.problem.fields.length === 0) return phrases.problem(book.problem, incident.remedy).message
  return phrases.part(textOfRule(rule))
}

// By what the names of rules have in common: `required`, `string_too_short`, `maxLength`, `format`.
const rules: readonly (readonly [RegExp, PartKey])[] = [
  [/required|missing|notempty|blank|empty/i, 'fieldRequired'],
  [/short|min/i, 'fieldTooShort'],
  [/long|max/i, 'fieldTooLong'],
  [/format|pattern|type|parsing|email|url|uuid|date/i, 'fieldFormat'],
]

function textOfRule(rule: string | undefined): PartKey {
  return rules.find(([pattern]) => rule !== undefined && pattern.test(rule))?.[1] ?? 'fieldOther'
}

function never(): () => void {
  return () => undefined
}

function zero(): number {
  return 0
}
