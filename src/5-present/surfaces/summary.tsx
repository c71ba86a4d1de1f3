'use client'
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'
import type { SummaryProps } from '../surface-props.ts'
import { useProblemTitle } from './use-title.ts'

/** The summary at the top of a form. Nothing while there is nothing to say. */
export function SummaryNotice(props: SummaryProps): ReactNode {
  const { summary: Summary = OwnSummary } = useRemedyContext().surfaces
  return props.items.length === 0 ? null : <Summary {...props} />
}

function OwnSummary({ items, takeFocus, children }: SummaryProps): ReactNode {
  const { words } = useRemedyContext()
  const box = useRef<HTMLElement>(null)
  const id = useId()
  useProblemTitle(true)
  useEffect(() => {
    if (takeFocus?.()) box.current?.focus()
  }, [takeFocus])
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
          {words.part('summaryHeading')}
        </h2>
        <ul>
          {items.map(({ text, line = text, control }, index) => (
            <li key={`${index}${text}`}>
              {control === undefined ? line : <FieldLink control={control}>{line}</FieldLink>}
            </li>
          ))}
        </ul>
      </div>
      {children}
    </section>
  )
}

function FieldLink({ control, children }: { readonly control: HTMLElement; readonly children: ReactNode }): ReactNode {
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
  top.scrollIntoView?.({ block: 'start' }) // not in jsdom, where applications test their forms
  control.focus({ preventScroll: true })
}
