'use client'
import { useId, useLayoutEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import type { RemedyState } from '../../4-act/store.ts'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { ProblemActions } from './actions.tsx'
import { marksOf, UnexpectedDetails } from './card.tsx'
import { SeverityIcon } from './icon.tsx'
import { createModal, type Modal } from './modal.ts'
import { ProblemText } from './problem-text.tsx'
import { useMade } from './use-made.ts'

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

/** One incident as a modal dialog. */
export interface ProblemDialogProps extends ProblemDialogsProps {
  readonly incident: Incident
}

/** Opens when it mounts and closes when it unmounts; the focus goes in and comes back. */
export function ProblemDialog(props: ProblemDialogProps): ReactNode {
  const modal = useMade(createModal)
  return modal && createPortal(<OpenDialog {...props} modal={modal} />, modal.element)
}

// A component of its own, so that its effects run when the content is there, and end before the content goes.
function OpenDialog({ incident, returnFocus, modal }: ProblemDialogProps & { readonly modal: Modal }): ReactNode {
  const { client, surfaces, words } = useRemedyContext()
  const id = useId()
  const Body = surfaces.dialog
  useLayoutEffect(() => {
    // A remedy that offers nothing at all would lock the user in.
    const dismissible = incident.offer.length === 0 || incident.offer.includes('dismiss')
    const dismiss = dismissible ? () => client.dismiss(incident.id) : undefined
    const attributes = {
      ...marksOf(incident, 'dialog'),
      closedby: dismissible ? 'closerequest' : 'none',
      role: incident.urgent || !dismissible ? 'alertdialog' : 'dialog',
      ...(Body
        ? { 'aria-label': words.problem(incident.problem, incident.remedy).title }
        : { 'aria-labelledby': `${id}title`, 'aria-describedby': `${id}message` }),
      lang: words.language,
      dir: words.dir,
    }
    modal.update({ dismiss, returnFocus, attributes })
  })
  useLayoutEffect(() => modal.open(), [modal])
  return Body ? <Body incident={incident} /> : <DialogBody incident={incident} id={id} />
}

/** What a dialog says and offers. */
export function DialogBody({
  incident,
  id,
}: {
  readonly incident: Incident
  readonly id?: string | undefined
}): ReactNode {
  return (
    <div data-remedy-body="">
      <SeverityIcon severity={incident.remedy.severity} />
      <ProblemText incident={incident} heading="h2" titleId={id && `${id}title`} messageId={id && `${id}message`} />
      <UnexpectedDetails incident={incident} />
      <ProblemActions incident={incident.offer.length === 0 ? { ...incident, offer: ['dismiss'] } : incident} />
    </div>
  )
}

function firstDialog({ incidents }: RemedyState): Incident | undefined {
  return incidents.find(({ shown }) => shown === 'dialog' || shown === 'page')
}
