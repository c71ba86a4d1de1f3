const pressing = ['pointerdown', 'mousedown', 'touchstart', 'focusin', 'focusout'] as const

/**
 * Makes an element of our own for the host's page, whose modals leave it alone: React Aria does not hide what has the mark,
 * and presses and focus inside do not reach the listeners on `document` that take them for a press outside of a dialog and
 * close it. It is the container of a portal, so that React's own listeners still hear them.
 */
export function createIsland<Tag extends 'div' | 'dialog'>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  setAttributes(element, { ...attributes, 'data-react-aria-top-layer': 'true' })
  for (const type of pressing) element.addEventListener(type, (event) => event.stopPropagation())
  return element
}

/** By hand, because the element is not React's. */
export function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}
