'use client'
import type { ReactNode } from 'react'
import { useClaim } from '../hooks/use-claim.ts'
import { thrownOf, useIncidentOf, type Of } from '../hooks/use-incident-of.ts'
import { InlineNotice } from '../surfaces/inline.tsx'
import { PageNotice } from '../surfaces/page.tsx'

/** What stands in place of a page. The names of its props fit the fallbacks of routers and of other boundaries. */
export interface ProblemPageProps {
  readonly of?: Of
  /** The same as `of`, as Next's `error.tsx` and react-error-boundary name it. */
  readonly error?: unknown
  readonly reset?: (() => void) | undefined
  readonly resetErrorBoundary?: (() => void) | undefined
  /** Where the second way out leads; `null` for none. @default '/' */
  readonly home?: string | null | undefined
  readonly children?: ReactNode
}

/**
 * A whole page about a problem: one heading, which takes the focus, another try, and a way home.
 *
 * @example
 * ```tsx
 * import { ProblemPage, useApiQuery } from 'react-remedy'
 *
 * export function Reading({ id }: { id: string }) {
 *   const reading = useApiQuery({ queryKey: ['reading', id], queryFn: async () => 'Six lines', show: 'page' })
 *   if (reading.error) return <ProblemPage of={reading} reset={() => void reading.refetch()} home="/readings" />
 *   return <article>{reading.data}</article>
 * }
 * ```
 */
export function ProblemPage({ of, error, reset, resetErrorBoundary, home, children }: ProblemPageProps): ReactNode {
  const thrown = thrownOf(of ?? (error as Of))
  const owns = useClaim(thrown, 'page')
  const incident = useIncidentOf(thrown)
  if (incident === null) return null
  if (!owns) return <InlineNotice incident={incident} compact />
  return (
    <PageNotice incident={incident} onReset={reset ?? resetErrorBoundary} home={home}>
      {children}
    </PageNotice>
  )
}
