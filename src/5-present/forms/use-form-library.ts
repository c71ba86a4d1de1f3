'use client'
import type { Of } from '../hooks/use-incident-of.ts'
import { useCommitEffect } from '../hooks/use-claim.ts'
import { useWords } from '../hooks/use-words.ts'
import type { FieldBook } from './field-book.ts'
import { phrasesAt, useFieldBook } from './use-field-book.ts'

/** What a form library must be able to do for its fields to be marked. */
export interface FormLibrary {
  /** The fields on screen, as the library calls them. */
  readonly names: () => readonly string[]
  readonly put: (name: string, text: string) => void
  /** Does what was put there still stand? */
  readonly stands: (name: string) => boolean
  readonly take: (name: string) => void
  /** For a field that has neither a name nor `aria-invalid` in the page. */
  readonly focus?: (name: string) => void
  /** Tells of any change to values, errors or fields. Answers with its end. */
  readonly subscribe: (onChange: () => void) => () => void
}

/** Keeps the marks of what failed in the state of a form library, which shows them and knows when they are mended. */
export function useFormLibrary(of: Of, library: FormLibrary): void {
  const open = useFieldBook(of)
  const words = useWords()
  const book = open?.book
  const remedy = open?.incident.remedy
  // The text of a mark depends on no more than these.
  useCommitEffect(() => {
    if (open === null) return
    const textsAt = (name: string) => phrasesAt(name, open, words).map(({ children }) => children)
    const keeper = new Keeper(open.book, library, (name) => textsAt(name).join('\n'))
    return () => keeper.end()
  }, [book, remedy, library, words])
}

class Keeper {
  readonly #book: FieldBook
  readonly #library: FormLibrary
  readonly #textOf: (name: string) => string
  readonly #placed = new Map<string, object>()
  readonly #put = new Set<string>()
  readonly #unsubscribe: () => void
  #due = false

  constructor(book: FieldBook, library: FormLibrary, textOf: (name: string) => string) {
    this.#book = book
    this.#library = library
    this.#textOf = textOf
    this.#keep()
    book.reach = () => {
      const name = library.names().find((each) => book.marksAt(each).length > 0)
      if (name !== undefined) library.focus?.(name)
    }
    this.#unsubscribe = library.subscribe(() => this.#keepSoon())
  }

  end(): void {
    this.#unsubscribe()
    this.#due = false
    // Not by what is on screen: in the middle of a commit react-hook-form holds its fields for gone.
    for (const name of this.#put) if (this.#library.stands(name)) this.#library.take(name)
    for (const token of this.#placed.values()) this.#book.release(token)
  }

  // Not at once: while a field leaves or a row moves, a library passes through states that nobody should act upon.
  #keepSoon(): void {
    if (!this.#due) queueMicrotask(() => this.#due && this.#keep())
    this.#due = true
  }

  #keep(): void {
    this.#due = false
    const names = new Set(this.#library.names())
    for (const [name, token] of this.#placed) if (!names.has(name)) this.#leave(name, token)
    for (const name of names) if (!this.#placed.has(name)) this.#place(name, {})
    for (const name of this.#put) if (!this.#library.stands(name)) this.#book.clear(name)
    for (const name of names) {
      const text = this.#put.has(name) ? '' : this.#textOf(name)
      if (text === '') continue
      this.#put.add(name)
      this.#library.put(name, text)
    }
  }

  #place(name: string, token: object): void {
    this.#placed.set(name, token)
    this.#book.place(token, name)
  }

  #leave(name: string, token: object): void {
    const { names, stands } = this.#library
    this.#placed.delete(name)
    // A row has moved up, and the library has moved its error with it.
    const moved = this.#put.delete(name) ? names().find((other) => !this.#put.has(other) && stands(other)) : undefined
    if (moved === undefined) return this.#book.release(token)
    this.#book.release(this.#placed.get(moved) ?? {})
    this.#put.add(moved)
    this.#place(moved, token)
  }
}
