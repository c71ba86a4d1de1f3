'use client'
import { useEffect, useState, type ReactNode } from 'react'
import type { FieldProblem } from '../../problem/parts.ts'
import type { Of } from '../hooks/use-incident-of.ts'
import { useWords } from '../hooks/use-words.ts'
import { ProblemActions } from '../surfaces/actions.tsx'
import { SummaryNotice, type SummaryItem } from '../surfaces/summary.tsx'
import { fieldText, useFieldBook, type OpenBook } from './use-field-book.ts'

/** What is listed. */
export interface ProblemSummaryProps {
  /** @default the `of` of the `ProblemFields` around */
  readonly of?: Of
  /** `unmatched`: only what has no field on screen. @default 'all' */
  readonly only?: 'all' | 'unmatched' | undefined
}

/**
 * What is wrong with a form, in one place: in the order of the fields, each line a link to its field.
 *
 * @example
 * ```tsx
 * import { ProblemFields, ProblemSummary, useApiMutation } from 'react-remedy'
 *
 * export function Order() {
 *   const order = useApiMutation({ mutationFn: async (form: FormData) => form.get('item') })
 *   return (
 *     <ProblemFields of={order}>
 *       <form action={(form) => order.mutate(form)}>
 *         <ProblemSummary />
 *         <input name="item" aria-label="Item" />
 *       </form>
 *     </ProblemFields>
 *   )
 * }
 * ```
 */
export function ProblemSummary({ of, only = 'all' }: ProblemSummaryProps): ReactNode {
  const open = useFieldBook(of)
  const words = useWords()
  const book = open?.book
  useEffect(() => (only === 'all' ? book?.registerSummary() : undefined), [book, only])
  const controls = useControls(open)
  if (open === null || book === undefined) return null
  const marks = only === 'all' ? inOrder(book.marks, controls) : book.unmatched()
  const items = marks.map((mark): SummaryItem => {
    const control = controls.get(mark)
    const text = fieldText(mark, open, words)
    return { text: named(mark, control, text), control: control?.id || undefined }
  })
  return (
    <SummaryNotice items={items} focusOn={only === 'all' ? book.problem : undefined}>
      <ProblemActions incident={open.incident} without={['dismiss']} />
    </SummaryNotice>
  )
}

// The controls are the app's own elements; each is found by the message that describes it.
function useControls(open: OpenBook | null): ReadonlyMap<FieldProblem, Element> {
  const [controls, setControls] = useState<ReadonlyMap<FieldProblem, Element>>(() => new Map())
  const book = open?.book
  const version = book?.version()
  useEffect(() => {
    if (book === undefined) return
    const described = describedControls()
    const found = book.marks.flatMap((mark) => {
      const control = described.get(book.idOf(mark.path))
      return control === undefined ? [] : [[mark, control] as const]
    })
    setControls((known) => new Map([...known, ...found]))
  }, [book, version])
  return controls
}

// By the id of what describes them; one walk over the page, however many marks there are.
function describedControls(): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>()
  for (const control of [...document.querySelectorAll('[aria-describedby]')].reverse())
    for (const id of control.getAttribute('aria-describedby')?.split(/\s+/) ?? []) found.set(id, control)
  return found
}

function inOrder(
  marks: readonly FieldProblem[],
  controls: ReadonlyMap<FieldProblem, Element>,
): readonly FieldProblem[] {
  return [...marks].sort((a, b) => {
    const one = controls.get(a)
    const other = controls.get(b)
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}

// Away from its field a text must say which one it speaks of: by its label, else by what the server called it.
function named({ path }: FieldProblem, control: Element | undefined, text: string): string {
  const name = labelOf(control) ?? path.join(' › ')
  return name === '' ? text : `${name}: ${text}`
}

function labelOf(control: Element | undefined): string | undefined {
  if (control === undefined) return undefined
  const [label] = 'labels' in control ? ((control as HTMLInputElement).labels ?? []) : []
  return (label?.firstChild?.textContent ?? control.getAttribute('aria-label') ?? '').trim() || undefined
}
