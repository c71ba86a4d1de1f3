import { parsePath } from '../../1-decode/path.ts'
import type { FieldProblem } from '../../problem/parts.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'

/** What is known of the fields of one failure: which controls there are, and which marks have been edited away. */
export class FieldBook {
  readonly problem: Problem
  /** Every mark: what the problem names, else the field of its remedy, which then has the problem's own words. */
  readonly marks: readonly FieldProblem[]
  readonly #id: string
  /** Fields with a control on screen, and how many they have. */
  readonly #controls = new Map<string, number>()
  readonly #byField = new Map<string, FieldProblem[]>()
  readonly #cleared = new Set<FieldProblem>()
  readonly #listeners = new Set<() => void>()
  #summaries = 0
  #version = 0

  /** `id` tells the messages of this failure apart from those of others. */
  constructor(problem: Problem, remedy: ResolvedRemedy, id: string) {
    this.problem = problem
    this.marks = marksOf(problem, remedy)
    this.#id = id
    for (const mark of this.marks) {
      const key = keyOf(mark.path)
      this.#byField.set(key, [...(this.#byField.get(key) ?? []), mark])
    }
  }

  /** A control of that name is on screen. Answers with its release. */
  register(name: string): () => void {
    const key = keyOf(name)
    this.#count(key, 1)
    return () => this.#count(key, -1)
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
    return this.#marksOf(name)[0]
  }

  clear(name: string): void {
    const own = this.#marksOf(name)
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
    return `${this.#id}-${keyOf(name)}`
  }

  /** Grows with every change, for `useSyncExternalStore`. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #isMatched({ path }: FieldProblem): boolean {
    return this.#controls.has(keyOf(path))
  }

  #marksOf(name: string): readonly FieldProblem[] {
    const marks = this.#byField.get(keyOf(name)) ?? []
    return marks.filter((mark) => !this.#cleared.has(mark))
  }

  #count(key: string, by: number): void {
    const before = this.#controls.get(key) ?? 0
    if (before + by > 0) this.#controls.set(key, before + by)
    else this.#controls.delete(key)
    // Most fields are in order: that they come and go is nothing to tell.
    if (this.#byField.has(key) && (before === 0 || before + by === 0)) this.#changed()
  }

  #changed(): void {
    this.#version++
    for (const listener of this.#listeners) listener()
  }
}

// One text for one path, which may stand in an id: without spaces, and telling `a.b` from `a-b`.
function keyOf(path: string | readonly string[]): string {
  const steps = typeof path === 'string' ? parsePath(path) : path
  return steps.map((step) => step.replace(/[\s.%]/g, (char) => `%${char.charCodeAt(0)}`)).join('.')
}

function marksOf({ fields }: Problem, { field }: ResolvedRemedy): readonly FieldProblem[] {
  if (fields.length > 0) return fields
  return field === undefined ? [] : [{ path: parsePath(field) }]
}
