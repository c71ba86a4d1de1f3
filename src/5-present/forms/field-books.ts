import type { Runtime } from '../../4-act/runtime.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'
import { FieldBook } from './field-book.ts'

/** The book of each failure, the same one for every part that asks. */
export interface FieldBooks {
  of(thrown: unknown, problem: Problem, remedy: ResolvedRemedy): FieldBook
}

/** The field books of one client. */
export function createFieldBooks(runtime: Runtime): FieldBooks {
  const books = new WeakMap<object, FieldBook>()
  return {
    of(thrown, problem, remedy) {
      const identity = runtime.identityOf(thrown)
      const book = books.get(identity) ?? new FieldBook(problem, remedy, `remedy-field-${runtime.next()}`)
      books.set(identity, book)
      return book
    },
  }
}
