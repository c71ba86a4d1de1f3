'use client'
import type { ReactNode } from 'react'
import type { PartKey } from '../../locales/texts.ts'
import type { Incident } from '../../problem/incident.ts'
import type { Severity } from '../../problem/remedy.ts'
import { useRemedyContext } from '../context.ts'

/** The words of one incident. */
export interface ProblemTextProps {
  readonly incident: Incident
  /** Ids for `aria-labelledby` and `aria-describedby`. */
  readonly titleId?: string | undefined
  readonly messageId?: string | undefined
  /** The element of the title. A heading can take the focus when its surface opens. @default 'div' */
  readonly heading?: 'div' | 'h1' | 'h2' | undefined
}

/** Title, message and hint, with the severity in words for those who do not see the icon. */
export function ProblemText({ incident, titleId, messageId, heading: Title = 'div' }: ProblemTextProps): ReactNode {
  const { words } = useRemedyContext()
  const { title, message, hint } = words.problem(incident.problem, incident.remedy)
  return (
    <>
      <div data-remedy-heading="">
        <span data-remedy-hidden="">{words.part(prefixes[incident.remedy.severity])}</span>{' '}
        <Title data-remedy-title="" id={titleId} tabIndex={Title === 'div' ? undefined : -1}>
          {title}
        </Title>{' '}
        <CountBadge count={incident.count} />
      </div>
      {/* No paragraphs: many a page gives those a margin, outside of any layer. */}
      <div data-remedy-message="" id={messageId}>
        {message}
      </div>
      {hint === undefined ? null : <div data-remedy-hint="">{hint}</div>}
    </>
  )
}

/** How many failures an incident stands for; nothing for one. */
export function CountBadge({ count }: { readonly count: number }): ReactNode {
  const { words } = useRemedyContext()
  if (count < 2) return null
  return (
    <span data-remedy-count="">
      <span aria-hidden="true" dir="ltr">{`×${count.toLocaleString(words.language)}`}</span>
      <span data-remedy-hidden="">{words.part('count', { count })}</span>
    </span>
  )
}

const prefixes = {
  info: 'infoPrefix',
  warning: 'warningPrefix',
  error: 'errorPrefix',
  critical: 'errorPrefix',
} as const satisfies Record<Severity, PartKey>
