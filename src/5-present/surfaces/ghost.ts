/**
 * Leaves a picture of a node behind that React is about to remove, until its way out has been played. Nothing waits for
 * it: the store, the focus and assistive technology are done with the toast already.
 */
export function leaveGhost(node: HTMLElement, gone: () => void): void {
  if (!canPlay(node)) return
  const { parentElement: parent, nextElementSibling: next } = node
  const ghost = pictureOf(node)
  ghost.setAttribute('data-remedy-leaving', '')
  queueMicrotask(() => {
    // In StrictMode an effect is undone while its node stays.
    if (node.isConnected || !parent?.isConnected) return
    parent.insertBefore(ghost, next?.parentElement === parent ? next : null)
    void playOut(ghost).then(gone)
  })
}

/** A copy that nobody can reach and that no id leads to. */
export function pictureOf(node: HTMLElement): HTMLElement {
  const picture = node.cloneNode(true) as HTMLElement
  picture.inert = true
  picture.setAttribute('aria-hidden', 'true')
  for (const each of [picture, ...picture.querySelectorAll('[id]')]) each.removeAttribute('id')
  return picture
}

/** Removes an element once nothing in it moves any more but what moves for ever, such as a spinner. */
export async function playOut(element: HTMLElement): Promise<void> {
  if (canPlay(element)) {
    const ending = element.getAnimations({ subtree: true }).filter(({ effect }) => isFinite(effect))
    await Promise.allSettled(ending.map(({ finished }) => finished))
  }
  element.remove()
}

function isFinite(effect: AnimationEffect | null): boolean {
  return effect?.getComputedTiming().endTime !== Infinity
}

/** Does this browser tell when an animation ends? */
export function canPlay(element: HTMLElement): boolean {
  return typeof element.getAnimations === 'function'
}
