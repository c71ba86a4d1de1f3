'use client'
import type { ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'
import { useClaim } from '../hooks/use-claim.ts'
import { thrownOf, useOpenIncidentOf, type Of } from '../hooks/use-incident-of.ts'
import { InlineNotice } from '../surfaces/inline.tsx'

/** What is shown in place. */
export interface ProblemInlineProps {
  /** A problem, anything thrown, or the result of a hook. Nothing is drawn while there is none. */
  readonly of: Of
  /** Shows a cross, and is called when it is pressed: its user has read it, so that nobody else shows it. */
  readonly onClose?: (() => void) | undefined
  /** Between the words and the buttons. */
  readonly children?: ReactNode
}

/**
 * Shows a problem where its content would be, and owns it while mounted: no toast beside it. Where another part shows
 * the same problem in full, this is one silent line.
 *
 * @example
 * ```tsx
 * import { ProblemInline, useApiQuery } from 'react-remedy'
 *
 * export function Points() {
 *   const points = useApiQuery({ queryKey: ['points'], queryFn: async () => 12 })
 *   return points.error ? <ProblemInline of={points} /> : <p>{points.data}</p>
 * }
 * ```
 */
export function ProblemInline({ of, onClose, children }: ProblemInlineProps): ReactNode {
  const thrown = thrownOf(of)
  const owns = useClaim(thrown, 'local')
  const incident = useOpenIncidentOf(thrown)
  const { desk } = useRemedyContext().client.parts
  if (incident === null) return null
  const close = () => {
    desk.finish(thrown)
    onClose?.()
  }
  return (
    <InlineNotice incident={incident} compact={!owns} onClose={onClose && close}>
      {children}
    </InlineNotice>
  )
}
