/** Focuses an element and answers whether it took the focus. */
export function focus(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement) || element === document.body) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}

/** Focuses the first thing inside an element that takes the focus. */
export function focusInside(element: Element | undefined): boolean {
  return [...(element?.querySelectorAll('a[href], button, input, select, textarea, [tabindex]') ?? [])].some(focus)
}

/**
 * Gives the focus back to where the user came from. Where that is gone or was nowhere it goes to what stands in for it, else
 * into the open dialog, else to the main part of the page: from the body every key would begin at the top.
 */
export function focusBack(origin: Element | null, instead?: Element | null): void {
  if (focus(origin) || focus(instead)) return
  if (focusInside([...document.querySelectorAll('dialog:modal')].at(-1))) return
  const main = document.querySelector<HTMLElement>('main, [role="main"]')
  if (main === null || focus(main)) return
  main.tabIndex = -1
  focus(main)
}
