import { parsePath } from '../../1-decode/path.ts'
import type { FieldProblem } from '../../problem/parts.ts'

/** How a form calls what the server calls otherwise: the server's path → the form's, in any spelling, `*` for any step. */
export type Aliases = Readonly<Record<string, string>>

/** A control on screen, by the keys of its names. */
export interface Control {
  /** What it was called when the failure came, or when it came itself: a row that moves up takes its mark along. */
  readonly was: string
  /** What it is called now. */
  readonly name: string
}

/** Which control each mark belongs to. What could belong to several belongs to none. */
export function matchMarks(
  keys: ReadonlyMap<FieldProblem, string>,
  controls: Iterable<Control>,
): ReadonlyMap<FieldProblem, Control> {
  const exact = new Map<string, Control>()
  const loose = new Map<string, Control | undefined>()
  for (const control of controls) {
    if (exact.has(control.was)) continue
    const alike = looseOf(control.was)
    exact.set(control.was, control)
    loose.set(alike, loose.has(alike) ? undefined : control)
  }
  return new Map(
    [...keys].flatMap(([mark, key]) => {
      const control = exact.get(key) ?? loose.get(looseOf(key))
      return control === undefined ? [] : [[mark, control] as const]
    }),
  )
}

/** The key of each mark, as the form calls it. */
export function keysOf(marks: readonly FieldProblem[], aliases: Aliases): ReadonlyMap<FieldProblem, string> {
  const known = Object.entries(aliases)
    .map(([from, to]) => ({ from: parsePath(from), to: parsePath(to) }))
    .sort((a, b) => b.from.length - a.from.length)
  return new Map(marks.map((mark) => [mark, keyOf(renamed(mark.path, known))]))
}

/** One text for one path, which may stand in an id: without spaces, and telling `a.b` from `a-b`. */
export function keyOf(path: string | readonly string[]): string {
  const steps = typeof path === 'string' ? parsePath(path) : path
  return steps.map((step) => step.replace(/[\s.%]/g, (char) => `%${char.charCodeAt(0)}`)).join('.')
}

/** The same for `first_name`, `first-name`, `firstName` and `FirstName`. */
export function looseOf(key: string): string {
  return key.replace(/[_-]/g, '').toLowerCase()
}

interface Alias {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

function renamed(path: readonly string[], aliases: readonly Alias[]): readonly string[] {
  const alias = aliases.find(
    ({ from }) =>
      from.length <= path.length && from.every((step, at) => step === '*' || looseOf(step) === looseOf(path[at] ?? '')),
  )
  if (alias === undefined) return path
  const wild = path.filter((_, at) => alias.from[at] === '*')
  return [
    ...alias.to.map((step) => (step === '*' ? wild.shift() : undefined) ?? step),
    ...path.slice(alias.from.length),
  ]
}
