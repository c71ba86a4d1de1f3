/** Shows an element above everything, or raises it there again. Without popovers it is fixed and has a high `z-index`. */
export function raise(element: HTMLElement): void {
  const focused = document.activeElement
  lower(element)
  element.hidden = false
  if (element.isConnected) element.showPopover?.()
  // Hiding takes the focus away.
  if (focused instanceof HTMLElement && element.contains(focused)) focused.focus({ preventScroll: true })
}

/** Takes an element out of the top layer. */
export function lower(element: HTMLElement): void {
  element.popover = 'manual'
  element.hidePopover?.()
  element.hidden = true
}
