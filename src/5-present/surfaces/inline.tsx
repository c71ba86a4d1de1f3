'use client'
import type { ReactNode } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { marksOf, NoticeCard } from './card.tsx'
import { SeverityIcon } from './icon.tsx'

/** One incident in the place that it left empty. */
export interface InlineNoticeProps {
  readonly incident: Incident
  /** Somebody else shows it in full: one silent line, without buttons. @default false */
  readonly compact?: boolean | undefined
  /** Shows a cross. */
  readonly onClose?: (() => void) | undefined
  /** Between the words and the buttons. */
  readonly children?: ReactNode
}

/** What stands where the content would be. */
export function InlineNotice({ compact = false, ...props }: InlineNoticeProps): ReactNode {
  const { inline: Inline } = useRemedyContext().surfaces
  if (compact) return <CompactNotice incident={props.incident} />
  return Inline ? <Inline {...props} /> : <NoticeCard {...props} surface="inline" />
}

function CompactNotice({ incident }: { readonly incident: Incident }): ReactNode {
  const { words } = useRemedyContext()
  return (
    <div {...marksOf(incident, 'inline')} data-remedy-compact="" lang={words.language} dir={words.dir}>
      <SeverityIcon severity={incident.remedy.severity} />
      <span {...words.phrases.problem(incident.problem, incident.remedy).title} />
    </div>
  )
}
