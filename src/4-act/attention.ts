/** R6: is the tab visible, and on a network? Where nobody can say, it is. */
export function isAwake(): boolean {
  const { document, navigator } = globalThis
  return document?.visibilityState !== 'hidden' && (navigator?.onLine ?? true)
}

/** Listens to both, for as long as what it returns was last called with `true`. */
export function createAttention(listener: () => void): (wanted: boolean) => void {
  return (wanted) => {
    const { document, window } = globalThis
    // Adding a listener twice is adding it once.
    const change = wanted ? 'addEventListener' : 'removeEventListener'
    document?.[change]('visibilitychange', listener)
    window?.[change]('online', listener)
    window?.[change]('offline', listener)
  }
}
