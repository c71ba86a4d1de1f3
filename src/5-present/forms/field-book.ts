import { parsePath, samePath } from '../../1-decode/path.ts'
import type { FieldProblem } from '../../problem/parts.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'

/** What is known of the fields of one failure: which controls there are, and which marks have been edited away. */
export class FieldBook {
  readonly problem: Problem
  /** Every mark: what the problem names, else the field of its remedy, which then has the problem's own words. */
  readonly marks: readonly FieldProblem[]
  readonly #id: string
  readonly #controls = new Map<string, number>()
  readonly #cleared = new Set<FieldProblem>()
  readonly #listeners = new Set<() => void>()
  #summaries = 0
  #version = 0

  /** `id` tells the messages of this failure apart from those of others. */
  constructor(problem: Problem, remedy: ResolvedRemedy, id: string) {
    this.problem = problem
    this.marks = marksOf(problem, remedy)
    this.#id = id
  }

  /** A control of that name is on screen. Answers with its release. */
  register(name: string): () => void {
    this.#count(name, 1)
    return () => this.#count(name, -1)
  }

  /** A summary is on screen: it takes what matches no field. Answers with its release. */
  registerSummary(): () => void {
    this.#summaries++
    this.#changed()
    return () => {
      this.#summaries--
      this.#changed()
    }
  }

  /** The mark of a field, unless it was cleared. */
  markOf(name: string): FieldProblem | undefined {
    return this.marks.find((mark) => samePath(mark.path, name) && !this.#cleared.has(mark))
  }

  clear(name: string): void {
    const own = this.marks.filter((mark) => samePath(mark.path, name) && !this.#cleared.has(mark))
    for (const mark of own) this.#cleared.add(mark)
    if (own.length > 0) this.#changed()
  }

  /** Marks that no control on screen answers to. */
  unmatched(): readonly FieldProblem[] {
    return this.marks.filter((mark) => !this.#isMatched(mark))
  }

  /** Does a marked field still hold what the server refused? */
  isHeld(): boolean {
    return this.marks.some((mark) => this.#isMatched(mark) && !this.#cleared.has(mark))
  }

  hasSummary(): boolean {
    return this.#summaries > 0
  }

  /** The id of the message of a field. */
  idOf(name: string | readonly string[]): string {
    return `${this.#id}-${(typeof name === 'string' ? parsePath(name) : name).join('-')}`
  }

  /** Grows with every change, for `useSyncExternalStore`. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #isMatched({ path }: FieldProblem): boolean {
    return [...this.#controls.keys()].some((name) => samePath(path, name))
  }

  #count(name: string, by: number): void {
    const left = (this.#controls.get(name) ?? 0) + by
    if (left > 0) this.#controls.set(name, left)
    else this.#controls.delete(name)
    this.#changed()
  }

  #changed(): void {
    this.#version++
    for (const listener of this.#listeners) listener()
  }
}

function marksOf({ fields }: Problem, { field }: ResolvedRemedy): readonly FieldProblem[] {
  if (fields.length > 0) return fields
  return field === undefined ? [] : [{ path: parsePath(field) }]
}
