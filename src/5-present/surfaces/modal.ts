import { focus, focusBack, focusInside } from './focus.ts'
import { pictureOf, playOut } from './ghost.ts'
import { isEscape } from './hotkey.ts'
import { shield } from './shield.ts'

/** What a modal needs to know while it is open. */
export interface ModalState {
  /** Puts it away; `undefined` where the user may not. */
  readonly dismiss: (() => void) | undefined
  /** Where the focus goes when the element that had it is gone. */
  readonly returnFocus: (() => HTMLElement | null) | undefined
  readonly attributes: Readonly<Record<string, string>>
}

/** One native dialog, from its making to its end. */
export interface Modal {
  readonly element: HTMLDialogElement
  readonly update: (state: ModalState) => void
  /** Opens it and moves the focus in. Call what it returns to close it again, before its content goes. */
  readonly open: () => () => void
  readonly remove: () => void
}

/**
 * Makes a fresh dialog at the end of the body: what a host hid or made inert before does not hold it, and the top layer
 * puts it above every modal that is there.
 */
export function createModal(): Modal {
  const element = document.createElement('dialog')
  let state: ModalState | undefined
  element.setAttribute('data-remedy-dialog', '')
  element.setAttribute('data-react-aria-top-layer', 'true')
  shield(element)
  document.body.append(element)

  function open(): () => void {
    const opener = document.activeElement
    const restoreCaret = keepCaret(opener)
    // Radix looks where the focus goes, takes it back, and selects what was typed.
    if (opener instanceof HTMLElement) opener.blur()
    const ended = listen(element, () => state?.dismiss)
    show(element)
    moveIn(element)
    return () => {
      ended()
      hide(element)
      const focused = document.activeElement ?? document.body
      // Who had the focus nowhere has it there again, without a word.
      if (opener !== document.body && (focused === document.body || element.contains(focused)))
        focusBack(opener, state?.returnFocus?.())
      restoreCaret()
    }
  }

  function update(next: ModalState): void {
    state = next
    // By hand, because React 18 does not know them all, and because the element is not React's.
    for (const [name, value] of Object.entries(next.attributes)) element.setAttribute(name, value)
  }

  // In a microtask: first the layers inside notice that it closed, and move out.
  const remove = (): void => queueMicrotask(() => void playOut(element))
  return { element, open, update, remove }
}

function listen(element: HTMLDialogElement, dismissal: () => ModalState['dismiss']): () => void {
  const end = new AbortController()
  const { signal } = end
  const onKey = (event: KeyboardEvent): void => {
    const escapes = isEscape(event)
    if (!(escapes || event.key === 'Tab') || !isInside(element, event.target)) return
    // Tab is the browser's here: a host that holds the focus would lead it back into its own dialog, which is inert.
    event.stopPropagation()
    if (!escapes) return
    event.preventDefault()
    dismissal()?.()
  }
  // The browser closed it: a gesture, or the second Escape where `closedby` is not known.
  const onClose = (): void => {
    if (element.open) return // told late, of a closing that an opening followed
    const dismiss = dismissal() ?? (() => show(element))
    dismiss()
  }
  // At `window` and in the capture phase: a host that closes its own dialog on Escape listens on `document`.
  window.addEventListener('keydown', onKey, { capture: true, signal })
  // Ark hears presses and focus before they come to us, but asks by events of its own whether its dialog shall close.
  for (const type of ['pointerdown.outside', 'focus.outside'])
    window.addEventListener(type, (event) => event.preventDefault(), { capture: true, signal })
  element.addEventListener('close', onClose, { signal })
  return () => end.abort()
}

function show(element: HTMLDialogElement): void {
  if (!element.isConnected || element.open) return
  element.showModal?.()
  element.setAttribute('open', '')
}

function isInside(element: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('[data-remedy-layer]')) return false
  return element.contains(target) || target === document.body
}

// The heading and not a button: the dialog comes unasked, and somebody who types would press it.
function moveIn(element: HTMLDialogElement): void {
  const heading = element.querySelector('h2[data-remedy-title]')
  if (!focus(heading) && !element.contains(document.activeElement)) focusInside(element)
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

// What is in it goes with React; its picture fades with the dialog. Layers of ours that moved in are no content.
function hide(element: HTMLDialogElement): void {
  const pictures = [...element.querySelectorAll<HTMLElement>(':scope > :not([data-remedy-layer])')].map(pictureOf)
  // A caret that a press has left in here would take what is typed next, though a field of the page has the focus (Chromium).
  if (element.contains(getSelection()?.anchorNode ?? null)) getSelection()?.removeAllRanges()
  element.close?.()
  element.removeAttribute('open')
  queueMicrotask(() => {
    if (!element.open) element.append(...pictures)
  })
}
