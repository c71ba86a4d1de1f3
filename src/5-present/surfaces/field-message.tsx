'use client'
import type { ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'

/** What is wrong with one field. */
export interface FieldMessageProps {
  /** For `aria-describedby` of the field. */
  readonly id: string
  readonly children: ReactNode
}

/** The message under a field. It says in words that it is an error: colour and place alone tell it to some only. */
export function FieldMessage({ id, children }: FieldMessageProps): ReactNode {
  const { words } = useRemedyContext()
  return (
    <div data-remedy-surface="field" id={id} lang={words.language} dir={words.dir}>
      <span data-remedy-hidden="">{words.part('errorPrefix')}</span> {children}
    </div>
  )
}
