const pressing = ['pointerdown', 'mousedown', 'touchstart', 'focusin', 'focusout'] as const

/**
 * Keeps presses and focus inside an element from the host's listeners on `document`, which take them for a press outside
 * of their own dialog and close it. Listens on the portal's container, where React's own listeners still hear them.
 */
export function shield(element: HTMLElement): void {
  for (const type of pressing) element.addEventListener(type, (event) => event.stopPropagation())
}
