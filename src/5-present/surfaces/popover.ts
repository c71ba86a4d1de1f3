/** Shows an element above everything, or raises it there again. Without popovers it is fixed and has a high `z-index`. */
export function raise(element: HTMLElement): void {
  element.hidden = false
  if (typeof element.showPopover !== 'function') return
  if (element.popover !== 'manual') element.popover = 'manual'
  const focused = document.activeElement
  if (isOpen(element)) element.hidePopover()
  if (element.isConnected) element.showPopover()
  // Hiding takes the focus away.
  if (focused instanceof HTMLElement && element.contains(focused)) focused.focus({ preventScroll: true })
}

/** Takes an element out of the top layer. */
export function lower(element: HTMLElement): void {
  if (typeof element.hidePopover === 'function' && isOpen(element)) element.hidePopover()
  element.hidden = true
}

function isOpen(element: HTMLElement): boolean {
  return element.popover === 'manual' && element.matches(':popover-open')
}
