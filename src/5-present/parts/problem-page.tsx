'use client'
import { useEffect, useMemo, type ReactNode } from 'react'
import { identifiable } from '../../4-act/call-source.ts'
import { useRemedyContext } from '../context.ts'
import { useClaim } from '../hooks/use-claim.ts'
import { thrownOf, useIncidentOf, type Of } from '../hooks/use-incident-of.ts'
import { InlineNotice } from '../surfaces/inline.tsx'
import { PageNotice } from '../surfaces/page.tsx'

/** What stands in place of a page. The names of its props fit the fallbacks of routers and of other boundaries. */
export interface ProblemPageProps {
  readonly of?: Of
  /**
   * What was thrown to a boundary that is not ours, whatever it is, `null` too: by Next's `error.tsx` and react-error-boundary,
   * or from `useRouteError()` in an `errorElement` of React Router. It is reported here where nobody did.
   */
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
export function ProblemPage(props: ProblemPageProps): ReactNode {
  const { reset = props.resetErrorBoundary, home, children } = props
  const { client } = useRemedyContext()
  const { runtime, desk } = client.parts
  const isThrown = 'error' in props
  const given = isThrown ? props.error : thrownOf(props.of)
  const thrown = useMemo(
    () => (isThrown ? identifiable(given, runtime.problemOf(given)) : given),
    [isThrown, given, runtime],
  )
  const owns = useClaim(thrown, 'page')
  const incident = useIncidentOf(thrown)
  useEffect(() => {
    if (isThrown) client.present(thrown)
  }, [client, isThrown, thrown])
  if (incident === null) return null
  if (!owns) return <InlineNotice incident={incident} compact />
  const tryAgain = () => {
    // Trying again is the user's answer to it: nothing of it may come up elsewhere.
    desk.finish(thrown)
    reset?.()
  }
  return (
    <PageNotice incident={incident} onReset={reset && tryAgain} home={home}>
      {children}
    </PageNotice>
  )
}
