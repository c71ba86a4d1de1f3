'use client'
import type { ReactNode } from 'react'
import type { PartKey } from '../../locales/texts.ts'
import type { Incident } from '../../problem/incident.ts'
import type { Severity } from '../../problem/remedy.ts'
import { useRemedyContext } from '../context.ts'

/** The words of one incident. */
export interface ProblemTextProps {
  readonly incident: Incident
  /** What the surface is named by: see `namedBy`. */
  readonly id: string
  /** The element of the title. A heading can take the focus when its surface opens. @default 'div' */
  readonly heading?: 'div' | 'h1' | 'h2' | undefined
}

/** Title, message and hint, with the severity in words for those who do not see the icon. */
export function ProblemText({ incident, id, heading: Title = 'div' }: ProblemTextProps): ReactNode {
  const { words } = useRemedyContext()
  const { problem, remedy, count } = incident
  const { title, message, hint } = words.phrases.problem(problem, remedy)
  return (
    <>
      <div data-remedy-heading="">
        <span data-remedy-hidden="" {...words.phrases.part(prefixes[remedy.severity])} />{' '}
        <Title data-remedy-title="" id={`${id}title`} tabIndex={Title === 'div' ? undefined : -1} {...title} />{' '}
        {count > 1 && (
          <span data-remedy-count="">
            <span aria-hidden="true" dir="ltr">{`×${count.toLocaleString(words.language)}`}</span>
            <span data-remedy-hidden="" {...words.phrases.part('count', { count })} />
          </span>
        )}
      </div>
      {/* No paragraphs: many a page gives those a margin, outside of any layer. */}
      <div data-remedy-message="" id={`${id}message`} {...message} />
      {hint && <div data-remedy-hint="" {...hint} />}
    </>
  )
}

/** What names and describes a surface: the title and the message of the `ProblemText` with this id. */
export function namedBy(id: string) {
  return { 'aria-labelledby': `${id}title`, 'aria-describedby': `${id}message` }
}

const prefixes = {
  info: 'infoPrefix',
  warning: 'warningPrefix',
  error: 'errorPrefix',
  critical: 'errorPrefix',
} as const satisfies Record<Severity, PartKey>
