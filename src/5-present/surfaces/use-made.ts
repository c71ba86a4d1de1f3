'use client'
import { useState, useSyncExternalStore } from 'react'

/**
 * Something outside of React that lives as long as the component is mounted: `null` on the server, while hydrating, and
 * in the first render. `make` is read once.
 */
export function useMade<T extends { readonly remove: () => void }>(make: () => T): T | null {
  const [{ subscribe, get }] = useState(() => createSlot(make))
  return useSyncExternalStore(subscribe, get, nothing)
}

interface Slot<T> {
  readonly get: () => T | null
  readonly subscribe: (changed: () => void) => () => void
}

function createSlot<T extends { readonly remove: () => void }>(make: () => T): Slot<T> {
  let made: T | null = null
  return {
    get: () => made,
    subscribe(changed) {
      made = make()
      changed()
      return () => {
        made?.remove()
        made = null
      }
    },
  }
}

function nothing(): null {
  return null
}
