'use client'
import { createContext, useContext } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import type { Layer } from '../2-classify/layers.ts'
import type { RemedyClient } from './client.ts'
import type { Surfaces } from './surface-props.ts'
import type { Words } from './words/types.ts'

/** What the provider hands down. */
export interface RemedyContextValue {
  readonly client: RemedyClient
  readonly queryClient: QueryClient
  readonly words: Words
  readonly surfaces: Surfaces
  /** Innermost first. */
  readonly scopes: readonly Layer[]
  /** Whose data is shown, as a number: nobody reads it, but a new one is a new value. */
  readonly epoch?: number | undefined
}

/** @internal */
export const RemedyContext = createContext<RemedyContextValue | null>(null)

/** @internal Is there a boundary of ours above? */
export const BoundaryContext = createContext(false)

/** @internal */
export function useRemedyContext(): RemedyContextValue {
  const value = useContext(RemedyContext)
  if (value === null)
    throw new Error(
      'react-remedy: this hook or component found no <ErrorProvider> above it. Without the provider there is no place ' +
        'to show a problem. Wrap the app: <ErrorProvider contracts={[…]}>…</ErrorProvider>.',
    )
  return value
}
