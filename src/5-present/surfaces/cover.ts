// Where toasts can go: their own place, the other edge, the other side, both.
const places = ['', 'block', 'inline', 'block inline']

/** The toasts of all providers, as they follow each other in the page. */
export function openRegions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-remedy-region]:not([hidden])')]
}

/**
 * Moves the toasts where they neither lie over the whole of the focused control (WCAG 2.4.11) nor over those of another
 * provider.
 */
export function keepClear(region: HTMLElement): void {
  region.toggleAttribute('data-remedy-scrolls', region.scrollHeight > region.clientHeight)
  const focused = document.activeElement
  if (region.contains(focused)) return
  const others = openRegions().filter((each) => each !== region)
  const isFree = (place = ''): boolean => {
    region.setAttribute('data-remedy-flipped', place)
    const toasts = box(region.firstElementChild ?? region)
    return !(focused && isInside(box(focused), toasts)) && !others.some((other) => meet(box(region), box(other)))
  }
  if (!places.some(isFree)) isFree()
}

/** Does so again whenever the window, or what is in these toasts, has another size: they come and go by and by. */
export function watchSizes(region: HTMLElement, signal: AbortSignal): void {
  window.addEventListener('resize', () => keepClear(region), { signal })
  // It ends with what it watches.
  const sizes = globalThis.ResizeObserver && new ResizeObserver(() => requestAnimationFrame(() => keepClear(region)))
  sizes?.observe(region.firstElementChild ?? region)
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
