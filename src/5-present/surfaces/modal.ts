import { focusBack, focusFirst, focusInside } from './focus.ts'
import { canPlay, pictureOf, playOut } from './ghost.ts'
import { isEscape } from './hotkey.ts'
import { shield } from './shield.ts'

/** What a modal asks while it is open. */
export interface ModalOptions {
  /** May the user put it away? */
  readonly dismissible: () => boolean
  readonly dismiss: () => void
  /** Where the focus goes when the element that had it is gone. */
  readonly returnFocus: () => HTMLElement | null | undefined
}

/** One native dialog, from its making to its end. */
export interface Modal {
  readonly element: HTMLDialogElement
  /** Opens it and moves the focus in. Call what it returns to close it again, before its content goes. */
  readonly open: () => () => void
  readonly remove: () => void
}

/**
 * Makes a fresh dialog at the end of the body: what a host hid or made inert before does not hold it, and the top layer
 * puts it above every modal that is there.
 */
export function createModal(options: ModalOptions): Modal {
  const element = document.createElement('dialog')
  element.setAttribute('data-remedy-dialog', '')
  element.setAttribute('data-react-aria-top-layer', 'true')
  shield(element)
  document.body.append(element)

  function open(): () => void {
    const opener = document.activeElement
    const end = new AbortController()
    guard(element, options, end.signal)
    show(element)
    moveIn(element)
    return () => {
      end.abort()
      hide(element)
      const focused = document.activeElement
      if (focused === null || focused === document.body || element.contains(focused))
        focusBack(opener, { instead: options.returnFocus() })
    }
  }

  // In a microtask: first the layers inside notice that it closed, and move out.
  const remove = (): void => queueMicrotask(() => void playOut(element))
  return { element, open, remove }
}

// At `window` and in the capture phase: a host that closes its own dialog on Escape listens on `document`.
function guard(element: HTMLDialogElement, { dismissible, dismiss }: ModalOptions, signal: AbortSignal): void {
  const ask = (): void => {
    if (dismissible()) dismiss()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!isEscape(event) || !isInside(element, event.target)) return
    event.preventDefault()
    event.stopPropagation()
    ask()
  }
  const onCancel = (event: Event): void => {
    if (event.target !== element) return // a file field cancels too, and its event bubbles
    event.preventDefault()
    ask()
  }
  // A browser without `closedby` closes on the second Escape, whatever the first one was told.
  const onClose = (): void => {
    if (element.open) return // told late, of a closing that an opening followed
    if (dismissible()) dismiss()
    else show(element)
  }
  window.addEventListener('keydown', onKey, { capture: true, signal })
  element.addEventListener('cancel', onCancel, { signal })
  element.addEventListener('close', onClose, { signal })
}

function isInside(element: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('[data-remedy-layer]')) return false
  return element.contains(target) || target === document.body
}

function show(element: HTMLDialogElement): void {
  if (!element.isConnected || element.open) return
  if (typeof element.showModal === 'function') element.showModal()
  else element.open = true
}

// The heading and not a button: the dialog comes unasked, and somebody who types would press it.
function moveIn(element: HTMLDialogElement): void {
  if (focusFirst(element.querySelector('h2[data-remedy-title]'))) return
  if (!element.contains(document.activeElement)) focusInside(element)
}

function hide(element: HTMLDialogElement): void {
  const pictures = canPlay(element) ? contentOf(element).map(pictureOf) : []
  if (typeof element.close === 'function') element.close()
  else element.open = false
  queueMicrotask(() => {
    if (!element.open) element.append(...pictures)
  })
}

// Layers of ours that moved in are no content.
function contentOf(element: HTMLElement): readonly HTMLElement[] {
  return [...element.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && !child.matches('[data-remedy-layer]'),
  )
}
