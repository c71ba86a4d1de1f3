'use client'
import type { ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'
import type { FieldMessageProps } from '../surface-props.ts'

/** The message under a field. It says in words that it is an error: colour and place alone tell it to some only. */
export function FieldMessage({ id, children }: FieldMessageProps): ReactNode {
  const { words, surfaces } = useRemedyContext()
  if (surfaces.field) return <surfaces.field id={id}>{children}</surfaces.field>
  return (
    <div data-remedy-surface="field" id={id} lang={words.language} dir={words.dir}>
      <span data-remedy-hidden="" {...words.phrases.part('errorPrefix')} /> {children}
    </div>
  )
}
