import { parsePath } from '../../1-decode/path.ts'
import type { FieldProblem } from '../../problem/parts.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'
import { keyOf, keysOf, matchMarks, type Aliases, type Control } from './match-marks.ts'

/** What is known of the fields of one failure: which controls there are, and which marks have been edited away. */
export class FieldBook {
  readonly problem: Problem
  /** Every mark: what the problem names, else the field of its remedy, which then has the problem's own words. */
  readonly marks: readonly FieldProblem[]
  /** Focuses a marked field whose element nobody but a form library knows. */
  reach: () => void = () => undefined
  readonly #id: string
  /** In the order they came. */
  readonly #controls = new Map<object, Control>()
  readonly #cleared = new Set<FieldProblem>()
  readonly #listeners = new Set<() => void>()
  #keys: ReadonlyMap<FieldProblem, string>
  #matches: Matches | undefined
  #focused = false
  #summaries = 0
  #version = 0

  /** `id` tells the messages of this failure apart from those of others. */
  constructor(problem: Problem, remedy: ResolvedRemedy, id: string) {
    this.problem = problem
    this.marks = marksOf(problem, remedy)
    this.#id = id
    this.#keys = keysOf(this.marks, {})
  }

  /** How the form calls what the server calls otherwise. */
  rename(aliases: Aliases): void {
    this.#keys = keysOf(this.marks, aliases)
    this.#changed()
  }

  /** A control is on screen under that name, or has got that name. */
  place(token: object, name: string): void {
    const key = keyOf(name)
    this.#controls.set(token, { name: key, was: this.#controls.get(token)?.was ?? key })
    this.#changed()
  }

  /** A control has left the screen. */
  release(token: object): void {
    if (this.#controls.delete(token)) this.#changed()
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

  /** What is wrong with the field of that name, without what was edited away. */
  marksAt(name: string): readonly FieldProblem[] {
    return (this.#matched().byName.get(keyOf(name)) ?? []).filter((mark) => !this.#cleared.has(mark))
  }

  clear(name: string): void {
    const own = this.marksAt(name)
    for (const mark of own) this.#cleared.add(mark)
    if (own.length > 0) this.#changed()
  }

  /** Marks that no control on screen answers to. */
  unmatched(): readonly FieldProblem[] {
    return this.#standing((mark) => this.nameOf(mark) === undefined)
  }

  /** The keys of the controls that still hold what the server refused. */
  held(): ReadonlySet<string | undefined> {
    return new Set(this.#standing((mark) => this.nameOf(mark) !== undefined).map((mark) => this.nameOf(mark)))
  }

  /** May the focus go where this failure wants it? Once. */
  readonly takeFocus = (): boolean => {
    const first = !this.#focused
    this.#focused = true
    return first
  }

  hasSummary(): boolean {
    return this.#summaries > 0
  }

  /** The key of the control that a mark belongs to. */
  nameOf(mark: FieldProblem): string | undefined {
    return this.#matched().byMark.get(mark)?.name
  }

  /** The id of the message of a field, by its name or its key. */
  idOf(key: string): string {
    return `${this.#id}-${key}`
  }

  /** Grows with every change, for `useSyncExternalStore`. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #standing(is: (mark: FieldProblem) => boolean): readonly FieldProblem[] {
    return this.marks.filter((mark) => is(mark) && !this.#cleared.has(mark))
  }

  #matched(): Matches {
    return (this.#matches ??= matchesOf(this.#keys, [...this.#controls.values()]))
  }

  #changed(): void {
    this.#matches = undefined
    this.#version++
    for (const listener of this.#listeners) listener()
  }
}

/** Which marks belong where. Asked for by every field, and found out once for each change. */
interface Matches {
  readonly byMark: ReadonlyMap<FieldProblem, Control>
  /** Those that no control answers to too, by the name that one would have. */
  readonly byName: ReadonlyMap<string, readonly FieldProblem[]>
}

function matchesOf(keys: ReadonlyMap<FieldProblem, string>, controls: readonly Control[]): Matches {
  const byMark = matchMarks(keys, controls)
  const byName = new Map<string, FieldProblem[]>()
  const taken = new Set(controls.map(({ name }) => name))
  for (const [mark, key] of keys) {
    // Of a control that is gone; who has its name now has not done anything wrong.
    const name = byMark.get(mark)?.name ?? (taken.has(key) ? undefined : key)
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), mark])
  }
  return { byMark, byName }
}

function marksOf({ fields }: Problem, { field }: ResolvedRemedy): readonly FieldProblem[] {
  if (fields.length > 0) return fields
  return field === undefined ? [] : [{ path: parsePath(field) }]
}
