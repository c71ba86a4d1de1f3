'use client'
import { useContext, useEffect, useState, type ReactNode } from 'react'
import type { FieldProblem } from '../../problem/parts.ts'
import { useCommitEffect } from '../hooks/use-claim.ts'
import type { Of } from '../hooks/use-incident-of.ts'
import { useWords } from '../hooks/use-words.ts'
import { ProblemActions } from '../surfaces/actions.tsx'
import type { SummaryItem } from '../surface-props.ts'
import { SummaryNotice } from '../surfaces/summary.tsx'
import { controlsOf } from './controls.ts'
import { FormContext, phraseOf, useFieldBook, type OpenBook } from './use-field-book.ts'

/** What is listed. */
export interface ProblemSummaryProps {
  /** @default the `of` of the `ProblemFields` around */
  readonly of?: Of
  /** `unmatched`: only what has no field on screen. @default 'all' */
  readonly only?: 'all' | 'unmatched' | undefined
}

/**
 * What is wrong with a form, in one place: in the order of the fields, each line a link to its field where `useProblemField`
 * or the form library names one.
 *
 * @example
 * ```tsx
 * import { ProblemFields, ProblemSummary, useApiMutation, useProblemField } from 'react-remedy'
 *
 * export function Order() {
 *   const order = useApiMutation({ mutationFn: async (form: FormData) => form.get('item') })
 *   const item = useProblemField(order, 'item')
 *   return (
 *     <ProblemFields of={order}>
 *       <form
 *         onSubmit={(event) => {
 *           event.preventDefault()
 *           order.mutate(new FormData(event.currentTarget))
 *         }}
 *       >
 *         <ProblemSummary />
 *         <label>Item <input name="item" {...item.inputProps} /></label>
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
  useCommitEffect(() => (only === 'all' ? book?.registerSummary() : undefined), [book, only])
  const controls = useControls(open)
  if (open === null || book === undefined) return null
  const marks = only === 'all' ? inOrder(book.marks, controls) : book.unmatched()
  const items = marks.map((mark): SummaryItem => {
    const control = controls.get(mark)
    const phrase = phraseOf(mark, open, words)
    const name = nameOf(mark, control)
    const line =
      phrase.lang === undefined ? undefined : (
        <span>
          {name}
          <span {...phrase} />
        </span>
      )
    return { text: name + phrase.children, line, control }
  })
  return (
    <SummaryNotice items={items.filter(isFirst)} takeFocus={only === 'all' ? book.takeFocus : undefined}>
      <ProblemActions incident={open.incident} without={['dismiss']} />
    </SummaryNotice>
  )
}

// Kept while they are on screen: a field that was edited is no longer described by its message.
function useControls(open: OpenBook | null): ReadonlyMap<FieldProblem, HTMLElement> {
  const [controls, setControls] = useState<ReadonlyMap<FieldProblem, HTMLElement>>(() => new Map())
  const root = useContext(FormContext)?.root
  const book = open?.book
  const version = book?.version()
  useEffect(() => {
    if (book === undefined) return
    const found = controlsOf(book, root?.current)
    setControls((known) => new Map([...[...known].filter(([, { isConnected }]) => isConnected), ...found]))
  }, [book, version, root])
  return controls
}

// Two rules may be broken in one way.
function isFirst({ text, control }: SummaryItem, at: number, all: readonly SummaryItem[]): boolean {
  return all.findIndex((item) => item.text === text && item.control === control) === at
}

function inOrder(
  marks: readonly FieldProblem[],
  controls: ReadonlyMap<FieldProblem, HTMLElement>,
): readonly FieldProblem[] {
  return [...marks].sort((a, b) => {
    const one = controls.get(a)
    const other = controls.get(b)
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}

// Away from its field a text must say which one it speaks of: by its label, else by what the server called it.
function nameOf({ path }: FieldProblem, control: HTMLElement | undefined): string {
  const name = labelOf(control) || path.join(' › ')
  return name && (/[?？!！]$/.test(name) ? `${name} ` : `${name}: `)
}

// Of a group its legend: of radio buttons it is the question, of a row of fields it tells which row.
function labelOf(control: HTMLElement | undefined): string {
  const [label] = control !== undefined && 'labels' in control ? ((control as HTMLInputElement).labels ?? []) : []
  const words = [...(label?.childNodes ?? [])].find((node) => node !== control && node.textContent?.trim())
  const own = words?.textContent ?? control?.ariaLabel
  const legend = control?.closest('fieldset')?.querySelector('legend')?.textContent
  return (
    [legend, control?.matches('[type="radio"]') ? undefined : own]
      // `Name: *` is called `Name`.
      .map((name) => name?.replace(/[\s:：*]+$/, '').trim())
      .filter(Boolean)
      .join(' › ')
  )
}
