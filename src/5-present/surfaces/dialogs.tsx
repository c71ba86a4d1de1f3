'use client'
import { useId, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { RemedyState } from '../../4-act/store.ts'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { ProblemActions } from './actions.tsx'
import { marksOf, UnexpectedDetails } from './card.tsx'
import { SeverityIcon } from './icon.tsx'
import { Modal } from './modal.tsx'
import { namedBy, ProblemText } from './problem-text.tsx'

/** How dialogs are shown. */
export interface ProblemDialogsProps {
  /** Where the focus goes when what had it before is gone. @default the `main` element */
  readonly returnFocus?: (() => HTMLElement | null) | undefined
}

/**
 * The dialogs: one at a time, oldest first, above every modal of the host. One whose remedy offers no `dismiss` stays
 * until one of its buttons has helped. The provider mounts this.
 *
 * @example
 * ```tsx
 * import { ProblemDialogs } from 'react-remedy'
 *
 * // With `surfaces={{ dialog: null }}` on the provider.
 * export const Dialogs = () => <ProblemDialogs returnFocus={() => document.querySelector('h1')} />
 * ```
 */
export function ProblemDialogs({ returnFocus }: ProblemDialogsProps): ReactNode {
  const { client } = useRemedyContext()
  const incident = useStore(client.store, firstDialog)
  return incident && <ProblemDialog key={incident.id} incident={incident} returnFocus={returnFocus} />
}

interface ProblemDialogProps extends ProblemDialogsProps {
  readonly incident: Incident
}

function ProblemDialog({ incident, returnFocus }: ProblemDialogProps): ReactNode {
  const { client, surfaces, words } = useRemedyContext()
  const id = useId()
  const { problem, remedy, urgent } = incident
  const Body = surfaces.dialog
  // A remedy that offers nothing at all would lock the user in.
  const offer = incident.offer.length === 0 ? ['dismiss'] : incident.offer
  const dismiss = offer.includes('dismiss') ? () => client.dismiss(incident.id) : undefined
  const attributes = {
    ...marksOf(incident, 'dialog'),
    role: urgent || !dismiss ? 'alertdialog' : 'dialog',
    ...(Body ? { 'aria-label': words.problem(problem, remedy).title } : namedBy(id)),
  }
  return (
    <Modal dismiss={dismiss} returnFocus={returnFocus} attributes={attributes}>
      {Body ? (
        <Body incident={incident} />
      ) : (
        <div data-remedy-body="">
          <SeverityIcon severity={remedy.severity} />
          <ProblemText incident={incident} heading="h2" id={id} />
          <UnexpectedDetails incident={incident} />
          <ProblemActions incident={{ ...incident, offer }} />
        </div>
      )}
    </Modal>
  )
}

function firstDialog({ incidents }: RemedyState): Incident | undefined {
  return incidents.find(({ shown }) => shown === 'dialog' || shown === 'page')
}
