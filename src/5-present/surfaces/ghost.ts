/**
 * Leaves a picture of a node behind that React is about to remove, until its way out has been played. Nothing waits for
 * it: the store, the focus and assistive technology are done with it already.
 */
export function leaveGhost(node: HTMLElement): void {
  const { parentElement: parent, nextElementSibling: next } = node
  queueMicrotask(() => {
    // In StrictMode an effect is undone while its node stays.
    if (node.isConnected || !parent?.isConnected) return
    const ghost = pictureOf(node)
    ghost.setAttribute('data-remedy-leaving', '')
    parent.insertBefore(ghost, next?.parentElement === parent ? next : null)
    playOut(ghost)
  })
}

/**
 * A copy that nobody can reach. Not the node itself, which would be back in the page when a host asks where the press was
 * that closed it.
 */
export function pictureOf(node: Element): Element {
  return Object.assign(node.cloneNode(true) as Element, { inert: true, ariaHidden: 'true' })
}

/** Removes an element once it has come to rest. */
export function playOut(element: Element): void {
  const ending = element.getAnimations?.().map(({ finished }) => finished) ?? []
  void Promise.allSettled(ending).then(() => element.remove())
}
