'use client'
import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import type { Layer } from '../2-classify/layers.ts'
import type { Incident } from '../problem/incident.ts'
import type { RemedyClient } from './client.ts'
import type { Words } from './words/types.ts'

/** What every part that shows one incident takes. */
export interface IncidentProps {
  readonly incident: Incident
}

/** What a part in the page takes besides: what the place it stands in hands on. */
export interface PlacedProps extends IncidentProps {
  /** Puts it away. */
  readonly onClose?: (() => void) | undefined
  /** Tries again: the reset of the boundary. */
  readonly onReset?: (() => void) | undefined
  /** Gives up waiting. */
  readonly onCancel?: (() => void) | undefined
  /** Between the words and the buttons. */
  readonly children?: ReactNode
}

/** One part each may be replaced by your own; what the provider mounts may be left out with `null`. */
export interface Surfaces {
  /** The card inside the toast region. */
  readonly toast?: ComponentType<IncidentProps> | null | undefined
  /** The body of the dialog. */
  readonly dialog?: ComponentType<IncidentProps> | null | undefined
  readonly banner?: ComponentType<IncidentProps> | null | undefined
  /** What `ProblemInline` shows. */
  readonly inline?: ComponentType<PlacedProps> | undefined
  /** What `ProblemPage` shows, and a `ProblemBoundary` without a fallback of its own. The focus and the title are yours then. */
  readonly page?: ComponentType<PlacedProps> | undefined
  /** What `ProblemPending` shows. */
  readonly pending?: ComponentType<PlacedProps> | undefined
  /** `null`: you mount a `ProblemAnnouncer` with settings of your own; without one nothing is said to screen readers. */
  readonly announcer?: null | undefined
}

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
