'use client'
import type { ReactNode } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { ActionButton } from './actions.tsx'
import { NoticeCard } from './card.tsx'

/** Something that waits for somebody else. */
export interface PendingNoticeProps {
  readonly incident: Incident
  /** Shows a button that gives up waiting. */
  readonly onCancel?: (() => void) | undefined
  readonly children?: ReactNode
}

/** A calm waiting state: what is waited for, that it goes on by itself, and a way out. */
export function PendingNotice(props: PendingNoticeProps): ReactNode {
  const { words, surfaces } = useRemedyContext()
  const { incident, onCancel, children } = props
  if (surfaces.pending) return <surfaces.pending {...props} />
  const offer = onCancel ? incident.offer.filter((action) => action !== 'dismiss') : incident.offer
  return (
    <NoticeCard incident={{ ...incident, offer }} surface="pending">
      <span data-remedy-waiting="" aria-hidden="true" />
      {children}
      {onCancel ? (
        <div data-remedy-actions="">
          <ActionButton action="cancel" {...words.phrases.part('cancel')} onPress={onCancel} />
        </div>
      ) : null}
    </NoticeCard>
  )
}
