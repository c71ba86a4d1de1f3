'use client'
import { useCallback, useRef, useState } from 'react'
import { useRemedyContext } from '../context.ts'
import { ofApp, type AppProblem } from '../register.ts'
import { useClaim, useCommitEffect } from './use-claim.ts'
import { useIncidentOf } from './use-incident-of.ts'

/**
 * A lease on whatever is caught: `promise.catch(take)`, `mutate(variables, { onError: take })`. While the component is
 * mounted it owns the problem and nobody else shows it; after it unmounted, `take` does nothing, so the failure goes on
 * to the next in order. `take(null)` lets go.
 *
 * @example
 * ```tsx
 * import { ProblemInline, useApiMutation, useProblem } from 'react-remedy'
 *
 * export function Save() {
 *   const [problem, take] = useProblem()
 *   const save = useApiMutation({ mutationFn: async () => 'saved' })
 *   return (
 *     <>
 *       <button onClick={() => save.mutateAsync().catch(take)}>Save</button>
 *       <ProblemInline of={problem} />
 *     </>
 *   )
 * }
 * ```
 */
export function useProblem(): readonly [problem: AppProblem | null, take: (thrown: unknown) => void] {
  const { runtime, claims } = useRemedyContext().client.parts
  const [problem, setProblem] = useState<AppProblem | null>(null)
  const [token] = useState(() => ({}))
  const mounted = useRef(false)
  const early = useRef<() => void>(undefined)
  useCommitEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
      early.current?.()
    }
  }, [])
  // The lease of the commit takes over from the one that `take` took at once.
  useClaim(problem, 'local')
  useCommitEffect(() => early.current?.(), [problem])

  const take = useCallback(
    (thrown: unknown) => {
      if (!mounted.current) return
      early.current?.()
      if (thrown === null || thrown === undefined) return setProblem(null)
      const taken = runtime.problemOf(thrown)
      if (taken.kind === 'aborted') return
      const release = claims.hold(taken, 'local', token)
      early.current = () => {
        early.current = undefined
        release()
      }
      setProblem(ofApp(taken))
    },
    [runtime, claims, token],
  )
  // A thrown `Response` was taken before its body was read.
  const read = useIncidentOf(problem)?.problem
  return [read === undefined ? null : ofApp(read), take]
}
