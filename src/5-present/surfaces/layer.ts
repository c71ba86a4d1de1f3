import { createHostFinder } from './hosts.ts'
import { createIsland } from './island.ts'
import { raise } from './popover.ts'

/** Told on `document` when an outlet comes or goes. */
export const outletChange = 'remedy:outlet'

/** An element of our own in the host's document, which follows the topmost modal. */
export interface Layer {
  readonly element: HTMLElement
  /** Looks again where it belongs, and goes there. */
  readonly place: () => void
  readonly remove: () => void
}

/** How a layer behaves. */
export interface LayerOptions {
  /** Follow the topmost modal; `false`: stay in the body or the outlet. */
  readonly move: boolean
  /** Runs before it goes somewhere else. */
  readonly leaving?: (() => void) | undefined
}

/**
 * Makes a layer and puts it in its place. It is a node of our own rather than one of React's, so that moving it remounts
 * nothing: what is in it keeps its state, and a live node stays the node that assistive technology watches.
 */
export function createLayer(name: string, { move, leaving }: LayerOptions): Layer {
  // `aria-live`: what libraries look for before they hide the rest of the page.
  const element = createIsland('div', { 'data-remedy-layer': name, 'aria-live': 'off' })
  const findHost = createHostFinder(element, move)
  const observer = new MutationObserver((records) => {
    place()
    // A modal that opened again while we sat in it lies above us now.
    if (records.some(({ target, type }) => type === 'attributes' && target === element.parentElement)) raiseAll(element)
  })

  // A host may be hidden and not taken away, with a focus that goes nowhere.
  const sizes = globalThis.ResizeObserver && new ResizeObserver(() => requestAnimationFrame(onSize))

  function place(): void {
    const host = findHost()
    if (element.parentElement === host) return
    if (element.isConnected) leaving?.()
    moveTo(host, element)
    // In the body it only matters that a modal opens; inside of a host also that the host goes away.
    const isInside = host !== document.body
    observer.disconnect()
    observer.observe(document, { subtree: true, attributeFilter: ['open'], childList: isInside })
    sizes?.disconnect()
    if (isInside) sizes?.observe(host)
  }

  function onSize(): void {
    if (element.isConnected) place()
  }

  document.addEventListener('focusin', place, true)
  document.addEventListener(outletChange, place)
  place()
  return {
    element,
    place,
    remove() {
      observer.disconnect()
      sizes?.disconnect()
      document.removeEventListener('focusin', place, true)
      document.removeEventListener(outletChange, place)
      element.remove()
    },
  }
}

// `moveBefore` keeps focus, popover and animations; elsewhere, and when the host took us out of the page with it, the
// popover closed on the way and is shown again. Above a modal that opened after it, it must be shown again anyway.
function moveTo(host: HTMLElement, element: HTMLElement): void {
  if (element.isConnected && 'moveBefore' in host) host.moveBefore(element, null)
  else host.append(element)
  // What hid it or made it dead was said of the place it left.
  element.removeAttribute('aria-hidden')
  element.inert = false
  raiseAll(element)
}

function raiseAll(element: HTMLElement): void {
  element.querySelectorAll<HTMLElement>(':scope > [popover]:not([hidden])').forEach(raise)
}
