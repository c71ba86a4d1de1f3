'use client'
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'
import { useProblemTitle } from './use-title.ts'

/** One line of a summary. */
export interface SummaryItem {
  /** The same words as at the field. */
  readonly text: string
  /** The id of the field's control; without it the line is no link. */
  readonly control?: string | undefined
}

/** What is wrong with a form, in one place. */
export interface SummaryNoticeProps {
  /** In the order of the fields. */
  readonly items: readonly SummaryItem[]
  /** @default the kit's own heading */
  readonly heading?: string | undefined
  /** Takes the focus once whenever this changes to something defined: count the failed submits. */
  readonly focusOn?: unknown
  /** Under the list: the buttons. */
  readonly children?: ReactNode
}

/** The summary at the top of a form. Nothing while there is nothing to say. */
export function SummaryNotice({ items, heading, focusOn, children }: SummaryNoticeProps): ReactNode {
  const { words } = useRemedyContext()
  const box = useRef<HTMLElement>(null)
  const id = useId()
  const empty = items.length === 0
  useProblemTitle(!empty)
  useEffect(() => {
    if (focusOn !== undefined) box.current?.focus()
  }, [focusOn])
  if (empty) return null
  return (
    <section
      ref={box}
      data-remedy-surface="summary"
      data-remedy-severity="error"
      tabIndex={-1}
      aria-labelledby={id}
      lang={words.language}
      dir={words.dir}
    >
      {/* Not on the box: a live node that takes the focus is read twice by some and not at all by others. */}
      <div role="alert">
        <h2 data-remedy-title="" id={id}>
          {heading ?? words.part('summaryHeading')}
        </h2>
        <ul>
          {items.map(({ text, control }, index) => (
            <li key={control ?? `${index}${text}`}>
              {control === undefined ? text : <FieldLink control={control}>{text}</FieldLink>}
            </li>
          ))}
        </ul>
      </div>
      {children}
    </section>
  )
}

function FieldLink({ control, children }: { readonly control: string; readonly children: string }): ReactNode {
  const onClick = (event: MouseEvent): void => {
    if (focusControl(control)) event.preventDefault()
  }
  return (
    <a href={`#${control}`} onClick={onClick}>
      {children}
    </a>
  )
}

/** Focuses a control with its label in view, which a plain jump to the control would scroll out of sight. */
export function focusControl(id: string): boolean {
  const control = document.getElementById(id)
  if (control === null) return false
  const legend = control.closest('fieldset')?.querySelector('legend')
  const label = 'labels' in control ? (control as HTMLInputElement).labels?.[0] : undefined
  const top = label ?? legend ?? control
  top.scrollIntoView({ block: 'start' })
  control.focus({ preventScroll: true })
  return true
}
