'use client'
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'
import { useProblemTitle } from './use-title.ts'

/** One line of a summary. */
export interface SummaryItem {
  /** The same words as at the field. */
  readonly text: string
  /** Without it the line is no link. */
  readonly control?: HTMLElement | undefined
}

/** What is wrong with a form, in one place. */
export interface SummaryNoticeProps {
  /** In the order of the fields. */
  readonly items: readonly SummaryItem[]
  /** @default the kit's own heading */
  readonly heading?: string | undefined
  /** May it take the focus? Asked when it appears, and for each failed submit. */
  readonly takeFocus?: (() => boolean) | undefined
  /** Under the list: the buttons. */
  readonly children?: ReactNode
}

/** The summary at the top of a form. Nothing while there is nothing to say. */
export function SummaryNotice({ items, heading, takeFocus, children }: SummaryNoticeProps): ReactNode {
  const { words } = useRemedyContext()
  const box = useRef<HTMLElement>(null)
  const id = useId()
  const empty = items.length === 0
  useProblemTitle(!empty)
  useEffect(() => {
    if (!empty && takeFocus?.()) box.current?.focus()
  }, [empty, takeFocus])
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
            <li key={`${index}${text}`}>
              {control === undefined ? text : <FieldLink control={control}>{text}</FieldLink>}
            </li>
          ))}
        </ul>
      </div>
      {children}
    </section>
  )
}

function FieldLink({ control, children }: { readonly control: HTMLElement; readonly children: string }): ReactNode {
  const onClick = (event: MouseEvent): void => {
    event.preventDefault()
    focusControl(control)
  }
  return (
    <a href={`#${control.id}`} onClick={onClick}>
      {children}
    </a>
  )
}

// With its label in view, which a plain jump to the control would scroll out of sight.
function focusControl(control: HTMLElement): void {
  const legend = control.closest('fieldset')?.querySelector('legend')
  const label = 'labels' in control ? (control as HTMLInputElement).labels?.[0] : undefined
  const top = label ?? legend ?? control
  top.scrollIntoView({ block: 'start' })
  control.focus({ preventScroll: true })
}
