/** R6: is the tab visible, and on a network? Where nobody can say, it is. */
export function isAwake(): boolean {
  const { document, navigator } = globalThis
  return document?.visibilityState !== 'hidden' && (navigator?.onLine ?? true)
}

/** Listens to both; answers with how to stop. */
export function onAttention(listener: () => void): () => void {
  const { document, window } = globalThis
  document?.addEventListener('visibilitychange', listener)
  window?.addEventListener('online', listener)
  window?.addEventListener('offline', listener)
  return () => {
    document?.removeEventListener('visibilitychange', listener)
    window?.removeEventListener('online', listener)
    window?.removeEventListener('offline', listener)
  }
}
