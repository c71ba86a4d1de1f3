/**
 * Moves the toasts to the other edge while they lie over the whole of the focused control (WCAG 2.4.11), or where those of
 * another provider are.
 */
export function keepClear(region: HTMLElement): void {
  const focused = document.activeElement
  if (region.contains(focused)) return
  // Measured where they belong, or they would come and go.
  region.removeAttribute('data-remedy-flipped')
  const others = [...document.querySelectorAll('[data-remedy-region]:not([hidden])')].filter((each) => each !== region)
  const covers = focused !== null && isCovered(focused, region.firstElementChild ?? region)
  region.toggleAttribute('data-remedy-flipped', covers || others.some((other) => meet(region, other)))
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

function meet(one: Element, other: Element): boolean {
  const a = one.getBoundingClientRect()
  const b = other.getBoundingClientRect()
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
