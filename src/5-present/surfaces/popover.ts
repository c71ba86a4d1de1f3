import { focus } from './focus.ts'

/** Shows a popover above everything, or raises it there again. Without popovers it is fixed and has a high `z-index`. */
export function raise(element: HTMLElement): void {
  const focused = document.activeElement
  if (!element.isConnected) return
  // Here and not in the markup, where something that knows the attribute but cannot show it, such as jsdom, would hide it.
  element.popover = 'manual'
  element.hidePopover?.()
  element.showPopover?.()
  // Hiding takes the focus away.
  if (element.contains(focused)) focus(focused)
}
