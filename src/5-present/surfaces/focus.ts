/** Focuses the first of these that takes the focus; where none does, the main part of the page. Never leaves it on the body. */
export function focusFirst(...candidates: readonly (Element | null | undefined)[]): void {
  for (const each of candidates) if (tryFocus(each)) return
  const main = document.querySelector<HTMLElement>('main, [role="main"]')
  if (main === null || tryFocus(main)) return
  main.tabIndex = -1
  tryFocus(main)
}

function tryFocus(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement) || !element.isConnected || element === document.body) return false
  element.focus({ preventScroll: true })
  return document.activeElement === element
}
