const focusable = 'a[href], button, input, select, textarea, [tabindex]'

/** Focuses the first of these that takes the focus. */
export function focusFirst(...candidates: readonly (Element | null | undefined)[]): boolean {
  return candidates.some(tryFocus)
}

/** Focuses the first thing inside an element that takes the focus. */
export function focusInside(element: Element): boolean {
  return focusFirst(...element.querySelectorAll(focusable))
}

/**
 * Gives the focus back to where the user came from. Where that is gone it goes to what stands in for it, else to the host's
 * dialog we are in, else to the main part of the page; somebody who came from nowhere goes nowhere.
 */
export function focusBack(origin: Element | null, { instead, host }: Fallbacks): void {
  if (origin === null || origin === document.body || focusFirst(origin, instead)) return
  if (host && focusInside(host)) return
  const main = document.querySelector<HTMLElement>('main, [role="main"]')
  if (main === null || tryFocus(main)) return
  main.tabIndex = -1
  tryFocus(main)
}

interface Fallbacks {
  readonly instead?: Element | null | undefined
  readonly host?: Element | null | undefined
}

function tryFocus(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement) || !element.isConnected || element === document.body) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}
