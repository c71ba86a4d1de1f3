'use client'
import { useMemo, type ReactNode } from 'react'
import type { Fallbacks } from '../problem/remedy.ts'
import type { Layer } from '../2-classify/layers.ts'
import { RemedyContext, useRemedyContext } from './context.ts'
import type { Remedies } from './register.ts'

/** What a scope overrides for the hooks inside it. */
export interface ProblemScopeProps {
  readonly remedies?: Remedies | undefined
  readonly fallbacks?: Fallbacks | undefined
  readonly children?: ReactNode
}

/**
 * A part of the tree with its own overrides. Shares everything else with the provider. Holds for the wrapped hooks;
 * a plain `useQuery` cannot be told from one outside.
 *
 * @example
 * ```tsx
 * import { ProblemScope } from 'react-remedy'
 *
 * export const Quiet = () => <ProblemScope remedies={{ network: { show: 'inline' } }}>…</ProblemScope>
 * ```
 */
export function ProblemScope({ remedies, fallbacks, children }: ProblemScopeProps): ReactNode {
  const outer = useRemedyContext()
  const value = useMemo(() => {
    const layer: Layer = { remedies, fallbacks }
    return { ...outer, scopes: [layer, ...outer.scopes] }
  }, [outer, remedies, fallbacks])
  return <RemedyContext.Provider value={value}>{children}</RemedyContext.Provider>
}
