import type { FieldProblem } from '../../problem/parts.ts'
import type { FieldBook } from './field-book.ts'
import { keyOf } from './match-marks.ts'

type Root = HTMLElement | null | undefined

/**
 * The app's own elements, of each mark the one it belongs to: found by the message that describes it, else, inside the
 * form, by its name. One walk over the page, however many marks there are.
 */
export function controlsOf(book: FieldBook, root: Root): ReadonlyMap<FieldProblem, HTMLElement> {
  const named = all(root, '[name]').map((control) => [nameOf(control), control] as const)
  const described = all(document, '[aria-describedby]').flatMap((control) =>
    (control.getAttribute('aria-describedby') ?? '').split(/\s+/).map((id) => [`#${id}`, control] as const),
  )
  // The first of several: of a group of radio buttons, say.
  const found = new Map([...named, ...described].reverse())
  return new Map(
    book.marks.flatMap((mark) => {
      const name = book.nameOf(mark)
      const control = name === undefined ? undefined : (found.get(`#${book.idOf(name)}`) ?? found.get(name))
      return control === undefined ? [] : [[mark, control] as const]
    }),
  )
}

/** The first control in the order of the page that is marked and can be mended. */
export function firstMarked(book: FieldBook, root: Root): HTMLElement | undefined {
  const held = book.held()
  return all(root, '[aria-invalid="true"],[name]').find(
    (control) => (control.ariaInvalid === 'true' || held.has(nameOf(control))) && canBeMended(control),
  )
}

function canBeMended(control: HTMLElement): boolean {
  const isSeen = !('checkVisibility' in control) || control.checkVisibility()
  return isSeen && !control.matches(':disabled,[type="hidden"]')
}

function nameOf(control: HTMLElement): string {
  return keyOf(control.getAttribute('name') ?? '')
}

function all(root: ParentNode | null | undefined, selector: string): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]
}
