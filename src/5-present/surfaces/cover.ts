/** Moves the toasts to the other edge while they lie over the whole of the focused control (WCAG 2.4.11). */
export function keepClear(region: HTMLElement): void {
  const focused = document.activeElement
  if (focused === null || region.contains(focused)) return
  // Measured where they belong, or they would come and go.
  region.removeAttribute('data-remedy-flipped')
  region.toggleAttribute('data-remedy-flipped', isCovered(focused, region.firstElementChild ?? region))
}

function isCovered(focused: Element, cover: Element): boolean {
  const inner = focused.getBoundingClientRect()
  const outer = cover.getBoundingClientRect()
  return (
    inner.width > 0 &&
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}
