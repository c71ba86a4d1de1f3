'use client'
import type { ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'
import { useClaim } from '../hooks/use-claim.ts'
import { thrownOf, useOpenIncidentOf, type Of } from '../hooks/use-incident-of.ts'
import { InlineNotice } from '../surfaces/inline.tsx'
import { PendingNotice } from '../surfaces/pending.tsx'

/**
 * A pending approval in place: what is waited for, and a way to give up waiting.
 *
 * @example
 * ```tsx
 * import { ProblemPending, useApiMutation } from 'react-remedy'
 *
 * export function Tool() {
 *   const run = useApiMutation({ mutationFn: async () => fetch('/api/tool', { method: 'POST' }) })
 *   return (
 *     <>
 *       <button onClick={() => run.mutate()}>Run</button>
 *       <ProblemPending of={run} />
 *     </>
 *   )
 * }
 * ```
 */
export function ProblemPending({ of }: { readonly of: Of }): ReactNode {
  const { client } = useRemedyContext()
  const given = thrownOf(of)
  const incident = useOpenIncidentOf(given)
  const pending = incident?.remedy.show === 'pending'
  const owns = useClaim(pending ? given : null, 'local')
  if (incident === null || !pending) return null
  if (!owns) return <InlineNotice incident={incident} compact />
  return <PendingNotice incident={incident} onCancel={() => client.settle(incident.problem, 'cancelled')} />
}
