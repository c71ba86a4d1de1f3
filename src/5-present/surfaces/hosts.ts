const scripted = '[aria-modal="true"],[role="dialog"],[role="alertdialog"]'
const outlet = '[data-remedy-outlet]'

/**
 * Finds the element that a layer must sit in, so that a modal of the host makes it neither inert nor unheard: the topmost
 * native modal, else the scripted dialog that holds the focus, else the body. An outlet inside that element wins.
 */
export function createHostFinder(layer: HTMLElement, move: boolean): () => HTMLElement {
  const topmost = createModalStack()
  return () => {
    const root = move ? (topmost() ?? scriptedHost(layer) ?? document.body) : document.body
    return [...root.querySelectorAll<HTMLElement>(outlet)].at(-1) ?? root
  }
}

/** Remembers the order in which modals opened, because the top layer does not tell it. */
function createModalStack(): () => HTMLElement | undefined {
  let stack: readonly HTMLElement[] = []
  return () => {
    const open = [...document.querySelectorAll<HTMLElement>('dialog:modal')]
    stack = [...stack.filter((each) => open.includes(each)), ...open.filter((each) => !stack.includes(each))]
    return stack.at(-1)
  }
}

function scriptedHost(layer: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement
  // Focus on the body says nothing: somebody clicked beside a field of the modal we sit in.
  const from = focused === null || focused === document.body ? layer.parentElement : focused
  const host = from?.closest<HTMLElement>(scripted)
  // The focus stays a moment in what was hidden.
  const isVisible = host?.checkVisibility?.({ visibilityProperty: true }) ?? true
  return host?.isConnected && isVisible ? host : undefined
}
