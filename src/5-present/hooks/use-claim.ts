'use client'
import { useCallback, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Rank } from '../claims.ts'
import { useRemedyContext } from '../context.ts'

/** Before the screen is painted. A layout effect on a server only warns. */
export const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * Holds a problem while the component is mounted. Answers `true` when this is the one that shows it in full; another
 * holder that must draw something draws its compact, silent form.
 */
export function useClaim(thrown: unknown, rank: Rank): boolean {
  const { claims } = useRemedyContext().client.parts
  const [token] = useState(() => ({}))
  const nothing = thrown === null || thrown === undefined
  useCommitEffect(
    () => (nothing ? undefined : claims.hold(thrown, rank, token)),
    [claims, thrown, nothing, rank, token],
  )
  const subscribe = useCallback(
    (listener: () => void) => (nothing ? () => undefined : claims.subscribe(thrown, listener)),
    [claims, thrown, nothing],
  )
  return useSyncExternalStore(
    subscribe,
    () => !nothing && claims.ownerOf(thrown) === token,
    () => false,
  )
}
