'use client'
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
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
export function ProblemDialog({ incident, returnFocus }: ProblemDialogProps): ReactNode {
  const { surfaces } = useRemedyContext()
  const modal = useModal(incident, returnFocus)
  const id = useId()
  useAttributes(modal, incident, surfaces.dialog ? undefined : id)
  if (modal === null) return null
  const Body = surfaces.dialog
  return createPortal(
    <Opened modal={modal}>{Body ? <Body incident={incident} /> : <DialogBody incident={incident} id={id} />}</Opened>,
    modal.element,
  )
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

// A component of its own, so that its effect runs when the content is there, and ends before the content goes.
function Opened({ modal, children }: { readonly modal: Modal; readonly children: ReactNode }): ReactNode {
  useLayoutEffect(() => modal.open(), [modal])
  return children
}

function useModal(incident: Incident, returnFocus: ProblemDialogsProps['returnFocus']): Modal | null {
  const { client } = useRemedyContext()
  const latest = useRef({ incident, returnFocus })
  useEffect(() => {
    latest.current = { incident, returnFocus }
  })
  return useMade(() =>
    createModal({
      dismissible: () => isDismissible(latest.current.incident),
      dismiss: () => client.dismiss(latest.current.incident.id),
      returnFocus: () => latest.current.returnFocus?.(),
    }),
  )
}

// Set by hand, because React 18 knows not all of them, and because the element is not React's.
function useAttributes(modal: Modal | null, incident: Incident, id: string | undefined): void {
  const { words } = useRemedyContext()
  useLayoutEffect(() => {
    if (modal === null) return
    const dismissible = isDismissible(incident)
    const attributes = {
      ...marksOf(incident, 'dialog'),
      closedby: dismissible ? 'closerequest' : 'none',
      role: incident.urgent || !dismissible ? 'alertdialog' : 'dialog',
      'aria-modal': 'true',
      ...(id ? { 'aria-labelledby': `${id}title`, 'aria-describedby': `${id}message` } : undefined),
      ...(id ? undefined : { 'aria-label': words.problem(incident.problem, incident.remedy).title }),
      lang: words.language,
      dir: words.dir,
    }
    for (const [name, value] of Object.entries(attributes)) modal.element.setAttribute(name, value)
  }, [modal, incident, id, words])
}

// A remedy that offers nothing at all would lock the user in.
function isDismissible({ offer }: Incident): boolean {
  return offer.length === 0 || offer.includes('dismiss')
}

function firstDialog({ incidents }: RemedyState): Incident | undefined {
  return incidents.find(({ shown }) => shown === 'dialog' || shown === 'page')
}
