'use client'
import { useMemo } from 'react'
import { callFailed } from '../../4-act/call-source.ts'
import { remedyOf, type Runtime } from '../../4-act/runtime.ts'
import type { Incident } from '../../problem/incident.ts'
import type { Problem } from '../../problem/problem.ts'
import { useRemedyContext } from '../context.ts'
import { openIncident, snapshot } from '../incidents.ts'
import { useIncidents } from './use-incidents.ts'

/** What a part may be given: a problem, anything thrown, or the result of a hook that has an `error`. */
export type Of = { readonly error: unknown } | object | string | null | undefined

/** The thrown value that `of` speaks of; `null` for none. */
export function thrownOf(of: Of): unknown {
  if (typeof of !== 'object' || of === null) return of ?? null
  return of instanceof Error || !('error' in of) ? of : (of.error ?? null)
}

/** The incident of what was thrown; `null` when nothing was. Before the failure is known it is one without buttons. */
export function useIncidentOf(thrown: unknown): Incident | null {
  const { client } = useRemedyContext()
  const incidents = useIncidents()
  const { runtime, desk } = client.parts
  return useMemo(() => {
    if (thrown === null || thrown === undefined) return null
    const own = desk.incidentOf(thrown) ?? unknownIncident(runtime, runtime.problemOf(thrown))
    // What the store shows of it speaks of whatever failed last.
    const shown = incidents.find(({ id }) => id === own.id)
    return { ...shown, ...own }
  }, [thrown, incidents, runtime, desk])
}

/** The same for a part that stands for nothing else: `null` too once the failure has been dealt with. */
export function useOpenIncidentOf(thrown: unknown): Incident | null {
  const incident = useIncidentOf(thrown)
  const { desk } = useRemedyContext().client.parts
  return incident === null || desk.isOver(thrown) ? null : incident
}

function unknownIncident(runtime: Runtime, problem: Problem): Incident {
  const failed = callFailed(runtime, { problem, remedy: remedyOf(runtime, problem) })
  return snapshot(openIncident(failed, { id: '', cause: '', now: problem.occurredAt }), [])
}
