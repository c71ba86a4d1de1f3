const scripted = '[aria-modal="true"],[role="dialog"],[role="alertdialog"]'
const outlet = '[data-remedy-outlet]'

/**
 * Finds the element that a layer must sit in, so that a modal of the host makes it neither inert nor unheard: the topmost
 * native modal, else the scripted dialog that holds the focus, else the body. An outlet inside that element wins.
 */
export function createHostFinder(layer: HTMLElement, move: boolean): () => HTMLElement {
  // In the order in which they opened, which the top layer does not tell.
  const modals = new Set<HTMLElement>()

  function topmost(): HTMLElement | undefined {
    for (const modal of modals) if (!modal.matches(':modal')) modals.delete(modal)
    for (const modal of document.querySelectorAll<HTMLElement>('dialog:modal')) modals.add(modal)
    return [...modals].at(-1)
  }

  return () => {
    const root = move ? (topmost() ?? scriptedHost(layer) ?? document.body) : document.body
    return [...root.querySelectorAll<HTMLElement>(outlet)].at(-1) ?? root
  }
}

function scriptedHost(layer: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement
  // Focus on the body says nothing: somebody clicked beside a field of the modal we sit in.
  const host = (focused === document.body ? layer : focused)?.closest<HTMLElement>(scripted)
  // The focus stays a moment in what was hidden.
  const isVisible = host?.checkVisibility?.({ visibilityProperty: true }) ?? true
  return host?.isConnected && isVisible ? host : undefined
}
