import { parsePath, samePath } from '../../1-decode/path.ts'
import type { FieldProblem } from '../../problem/parts.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'

/** What is known of the fields of one failure: which controls there are, and which marks have been edited away. */
export interface FieldBook {
  readonly problem: Problem
  /** Every mark: what the problem names, else the field of its remedy, which then has the problem's own words. */
  readonly marks: readonly FieldProblem[]
  /** A control of that name is on screen. Answers with its release. */
  register(name: string): () => void
  /** A summary is on screen: it takes what matches no field. */
  registerSummary(): () => void
  /** The mark of a field, unless it was cleared. */
  markOf(name: string): FieldProblem | undefined
  clear(name: string): void
  /** Marks that no control on screen answers to. */
  unmatched(): readonly FieldProblem[]
  /** Does a marked field still hold what the server refused? */
  isHeld(): boolean
  hasSummary(): boolean
  /** Changes with every change, for `useSyncExternalStore`. */
  version(): number
  subscribe(listener: () => void): () => void
  /** The id of the message of a field. */
  idOf(name: string): string
}

/** Opens the book of one failure. `id` tells the ids of its messages apart from those of other failures. */
export function createFieldBook(problem: Problem, remedy: ResolvedRemedy, id: string): FieldBook {
  const controls = new Map<string, number>()
  const cleared = new Set<FieldProblem>()
  const listeners = new Set<() => void>()
  const marks = marksOf(problem, remedy)
  let summaries = 0
  let version = 0

  const changed = () => {
    version++
    for (const listener of listeners) listener()
  }
  const find = (name: string) => marks.find(({ path }) => samePath(path, name))
  const isMatched = ({ path }: FieldProblem) => [...controls.keys()].some((name) => samePath(path, name))

  return {
    problem,
    marks,
    register(name) {
      controls.set(name, (controls.get(name) ?? 0) + 1)
      changed()
      return () => {
        const left = (controls.get(name) ?? 1) - 1
        if (left > 0) controls.set(name, left)
        else controls.delete(name)
        changed()
      }
    },
    registerSummary() {
      summaries++
      changed()
      return () => {
        summaries--
        changed()
      }
    },
    markOf(name) {
      const mark = find(name)
      return mark === undefined || cleared.has(mark) ? undefined : mark
    },
    clear(name) {
      const own = marks.filter((mark) => samePath(mark.path, name) && !cleared.has(mark))
      for (const mark of own) cleared.add(mark)
      if (own.length > 0) changed()
    },
    unmatched: () => marks.filter((mark) => !isMatched(mark)),
    isHeld: () => marks.some((mark) => isMatched(mark) && !cleared.has(mark)),
    hasSummary: () => summaries > 0,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    idOf: (name) => `${id}-${parsePath(name).join('-')}`,
  }
}

function marksOf({ fields }: Problem, { field }: ResolvedRemedy): readonly FieldProblem[] {
  if (fields.length > 0) return fields
  return field === undefined ? [] : [{ path: parsePath(field) }]
}
