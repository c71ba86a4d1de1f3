'use client'
import { useEffect, useState } from 'react'

/**
 * Something outside of React that lives as long as the component is mounted: `null` on the server, while hydrating, and
 * in the first render. Another `make` makes another one.
 */
export function useMade<T extends { readonly remove: () => void }>(make: () => T): T | null {
  const [made, setMade] = useState<T | null>(null)
  useEffect(() => {
    const one = make()
    setMade(one)
    return one.remove
  }, [make])
  return made
}
