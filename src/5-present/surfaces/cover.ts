// Where toasts can go: their own place, the other edge, the other side, both.
const places = ['', 'block', 'inline', 'block inline']

/** The toasts of all providers, as they follow each other in the page. */
export function openRegions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-remedy-region]:not([hidden])')]
}

/**
 * Gives the toasts of each provider a place where they neither lie over the whole of the focused control (WCAG 2.4.11) nor
 * over those of another provider, past which they go as long as there is room. What has the focus stays where it is.
 */
export function keepClear(): void {
  const regions = openRegions()
  const placed = regions.filter((region) => region.contains(document.activeElement))
  for (const region of regions) {
    if (!placed.includes(region)) {
      if (!places.some((place) => isFree(region, place, placed))) isFree(region, '', [])
      placed.push(region)
    }
    region.toggleAttribute('data-remedy-scrolls', region.scrollHeight > region.clientHeight)
  }
}

/** Does so again whenever the window, or what is in these toasts, has another size: they come and go by and by. */
export function watchSizes(region: HTMLElement, signal: AbortSignal): void {
  window.addEventListener('resize', keepClear, { signal })
  // It ends with what it watches.
  const sizes = globalThis.ResizeObserver && new ResizeObserver(() => requestAnimationFrame(keepClear))
  sizes?.observe(region.firstElementChild ?? region)
}

function isFree(region: HTMLElement, place: string, others: readonly HTMLElement[]): boolean {
  let past = 0
  region.setAttribute('data-remedy-flipped', place)
  region.style.marginBlock = ''
  for (let other; (other = others.find((each) => meet(box(region), box(each))));) {
    past += box(other).height
    region.style.marginBlock = `${past}px`
  }
  const { top, bottom } = box(region)
  const focused = document.activeElement
  if (past > 0 && (top < 0 || bottom > window.innerHeight)) return false
  return !(focused && isInside(box(focused), box(region.firstElementChild ?? region)))
}

function box(element: Element): DOMRect {
  return element.getBoundingClientRect()
}

function isInside(a: DOMRect, b: DOMRect): boolean {
  return a.width > 0 && a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
