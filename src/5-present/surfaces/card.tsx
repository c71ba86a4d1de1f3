'use client'
import { useId, type ReactNode } from 'react'
import type { Incident } from '../../problem/incident.ts'
import type { Surface } from '../../problem/remedy.ts'
import { useRemedyContext } from '../context.ts'
import { ProblemActions } from './actions.tsx'
import { ProblemDetails } from './details.tsx'
import { CloseIcon, SeverityIcon } from './icon.tsx'
import { namedBy, ProblemText } from './problem-text.tsx'
import { usePlace } from './use-place.ts'

/** The card that toast, banner, inline and pending share. */
export interface NoticeCardProps {
  readonly incident: Incident
  readonly surface: Surface
  /** Shows the cross; `dismiss` is then no button of its own. */
  readonly onClose?: (() => void) | undefined
  /** Can take the focus by itself, as the next toast does when one is closed. */
  readonly focusable?: boolean | undefined
  /** Between the words and the buttons. */
  readonly children?: ReactNode
}

/** One incident as a card: icon, words, buttons, and a cross where it can be put away. */
export function NoticeCard({ incident: given, surface, onClose, focusable, children }: NoticeCardProps): ReactNode {
  const { words } = useRemedyContext()
  const id = useId()
  const waits = surface === 'pending'
  // Waiting is no error, whatever the severity of its remedy.
  const incident = waits ? { ...given, remedy: { ...given.remedy, severity: 'info' as const } } : given
  return (
    <article
      ref={usePlace()}
      {...marksOf(incident, surface)}
      {...namedBy(id)}
      data-remedy-card=""
      tabIndex={focusable ? -1 : undefined}
      lang={words.language}
      dir={words.dir}
    >
      <SeverityIcon severity={waits ? 'pending' : incident.remedy.severity} />
      <div data-remedy-body="">
        <ProblemText incident={incident} id={id} />
        {children}
        <ProblemActions incident={incident} without={onClose ? ['dismiss'] : undefined} />
        <UnexpectedDetails incident={incident} />
      </div>
      {onClose ? <CloseButton onPress={onClose} /> : null}
    </article>
  )
}

/** Details only where the user may have to report something: what is expected explains itself. */
export function UnexpectedDetails({ incident }: { readonly incident: Incident }): ReactNode {
  return incident.remedy.report === 'unexpected' ? <ProblemDetails of={incident.problem} /> : null
}

/** The cross. */
export function CloseButton({ onPress }: { readonly onPress: () => void }): ReactNode {
  const { words } = useRemedyContext()
  return (
    <button type="button" data-remedy-close="" aria-label={words.part('close')} onClick={onPress}>
      <CloseIcon />
    </button>
  )
}

/** The attributes by which a stylesheet or a test finds a surface. */
export function marksOf({ id, problem, remedy }: Incident, surface: Surface) {
  return {
    'data-remedy-surface': surface,
    'data-remedy-incident': id,
    'data-remedy-code': problem.code,
    'data-remedy-severity': remedy.severity,
  }
}
