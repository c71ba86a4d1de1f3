'use client'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useRemedyContext } from '../context.ts'
import { focus, focusBack, focusInside } from './focus.ts'
import { pictureOf, playOut } from './ghost.ts'
import { isEscape } from './hotkey.ts'
import { createIsland, setAttributes } from './island.ts'
import { useMade } from './use-made.ts'

/** What a modal dialog takes. */
export interface ModalProps {
  /** Puts it away; `undefined` where the user may not. */
  readonly dismiss: (() => void) | undefined
  /** Where the focus goes when the element that had it is gone. */
  readonly returnFocus: (() => HTMLElement | null) | undefined
  /** Of the dialog. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: ReactNode
}

/** A native dialog, open as long as it is mounted; the focus goes in and comes back. */
export function Modal(props: ModalProps): ReactNode {
  const made = useMade(createDialog)
  return made && createPortal(<Content {...props} dialog={made.element} />, made.element)
}

/**
 * Makes a fresh dialog at the end of the body: what a host hid or made inert before does not hold it, and the top layer
 * puts it above every modal that is there.
 */
function createDialog(): { readonly element: HTMLDialogElement; readonly remove: () => void } {
  const element = createIsland('dialog', { 'data-remedy-dialog': '' })
  document.body.append(element)
  // In a microtask: first the layers inside notice that it closed, and move out.
  return { element, remove: () => queueMicrotask(() => playOut(element)) }
}

// A component of its own, so that its effects run when the content is there, and end before the content goes.
function Content(props: ModalProps & { readonly dialog: HTMLDialogElement }): ReactNode {
  const { dialog, dismiss, returnFocus, attributes, children } = props
  const { language: lang, dir } = useRemedyContext().words
  const fallback = useRef(returnFocus)
  useLayoutEffect(() => {
    fallback.current = returnFocus
    setAttributes(dialog, { ...attributes, closedby: dismiss ? 'closerequest' : 'none', lang, dir })
    return listen(dialog, dismiss)
  })
  useLayoutEffect(() => open(dialog, fallback), [dialog])
  return children
}

function open(dialog: HTMLDialogElement, fallback: RefObject<ModalProps['returnFocus']>): () => void {
  const opener = document.activeElement
  const restoreCaret = keepCaret(opener)
  // Radix looks where the focus goes, takes it back, and selects what was typed.
  if (opener instanceof HTMLElement) opener.blur()
  show(dialog)
  // The heading and not a button: the dialog comes unasked, and somebody who types would press it.
  if (!focus(dialog.querySelector('h2[data-remedy-title]')) && !dialog.contains(document.activeElement))
    focusInside(dialog)
  return () => {
    hide(dialog)
    const focused = document.activeElement ?? document.body
    // Who had the focus nowhere has it there again, without a word.
    if (opener !== document.body && (focused === document.body || dialog.contains(focused)))
      focusBack(opener, fallback.current?.())
    restoreCaret()
  }
}

// A trap that could not take the focus back has selected the whole field, and the next key would replace it.
function keepCaret(field: Element | null): () => void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return () => undefined
  const { selectionStart, selectionEnd } = field
  return () => {
    if (selectionStart !== null && document.activeElement === field)
      field.setSelectionRange(selectionStart, selectionEnd)
  }
}

function listen(dialog: HTMLDialogElement, dismiss: ModalProps['dismiss']): () => void {
  const end = new AbortController()
  const { signal } = end
  const onKey = (event: KeyboardEvent): void => {
    const escapes = isEscape(event)
    if (!(escapes || event.key === 'Tab') || !isInside(dialog, event.target)) return
    // Tab is the browser's here: a host that holds the focus would lead it back into its own dialog, which is inert.
    event.stopPropagation()
    if (!escapes) return
    event.preventDefault()
    dismiss?.()
  }
  // The browser closed it: a gesture, or the second Escape where `closedby` is not known.
  const onClose = (): void => {
    if (dialog.open) return // told late, of a closing that an opening followed
    if (dismiss) dismiss()
    else show(dialog)
  }
  // At `window` and in the capture phase: a host that closes its own dialog on Escape listens on `document`.
  window.addEventListener('keydown', onKey, { capture: true, signal })
  // Ark hears presses and focus before they come to us, but asks by events of its own whether its dialog shall close.
  for (const type of ['pointerdown.outside', 'focus.outside'])
    window.addEventListener(type, (event) => event.preventDefault(), { capture: true, signal })
  dialog.addEventListener('close', onClose, { signal })
  return () => end.abort()
}

function show(dialog: HTMLDialogElement): void {
  if (!dialog.isConnected || dialog.open) return
  dialog.showModal?.()
  dialog.setAttribute('open', '')
}

function isInside(dialog: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('[data-remedy-layer]')) return false
  return dialog.contains(target) || target === document.body
}

// What is in it goes with React; its picture fades with the dialog. Layers of ours that moved in are no content.
function hide(dialog: HTMLDialogElement): void {
  const content = [...dialog.querySelectorAll(':scope > :not([data-remedy-layer])')]
  // A caret that a press has left in here would take what is typed next, though a field of the page has the focus (Chromium).
  if (dialog.contains(getSelection()?.anchorNode ?? null)) getSelection()?.removeAllRanges()
  dialog.close?.()
  dialog.removeAttribute('open')
  queueMicrotask(() => {
    if (!dialog.open) dialog.append(...content.map(pictureOf))
  })
}
