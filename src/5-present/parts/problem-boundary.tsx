'use client'
import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, useEffect, type ReactNode } from 'react'
import { RemedyContext, useRemedyContext } from '../context.ts'
import { useClaim } from '../hooks/use-claim.ts'
import { useIncidentOf } from '../hooks/use-incident-of.ts'
import { ofApp, type AppProblem } from '../register.ts'
import { InlineNotice } from '../surfaces/inline.tsx'
import { PageNotice } from '../surfaces/page.tsx'

/** What a fallback of your own gets. */
export interface ProblemFallbackProps {
  readonly problem: AppProblem
  /** What was thrown, as it was. */
  readonly thrown: unknown
  /** Tries again: resets TanStack's queries and the boundary. */
  readonly reset: () => void
}

/** How a boundary catches. */
export interface ProblemBoundaryProps {
  /** Which problems it catches; the others go on to the boundary above. @default all */
  readonly match?: ((problem: AppProblem) => boolean) | undefined
  /** @default a page about the problem */
  readonly fallback?: ((props: ProblemFallbackProps) => ReactNode) | undefined
  /** Resets the boundary when one of these changes: the route, the id on screen. */
  readonly resetKeys?: readonly unknown[] | undefined
  readonly onReset?: (() => void) | undefined
  readonly children?: ReactNode
}

/**
 * Catches what is thrown below it, whatever that is, and shows it as a problem. Takes part in "shown once": there is no
 * toast beside its fallback.
 *
 * @example
 * ```tsx
 * import { ProblemBoundary } from 'react-remedy'
 *
 * export const Safe = () => (
 *   <ProblemBoundary fallback={({ problem, reset }) => <button onClick={reset}>Again ({problem.code})</button>}>
 *     <p>Content</p>
 *   </ProblemBoundary>
 * )
 * ```
 */
export function ProblemBoundary(props: ProblemBoundaryProps): ReactNode {
  return (
    <QueryErrorResetBoundary>{({ reset }) => <Boundary {...props} resetQueries={reset} />}</QueryErrorResetBoundary>
  )
}

// A tag, because anything can be thrown: `null` too.
type State = { readonly caught: false } | { readonly caught: true; readonly thrown: unknown }

class Boundary extends Component<ProblemBoundaryProps & { readonly resetQueries: () => void }, State> {
  static override contextType = RemedyContext
  declare context: React.ContextType<typeof RemedyContext>
  override state: State = { caught: false }
  private read: { readonly state: State; readonly problem: AppProblem } | undefined

  static getDerivedStateFromError(thrown: unknown): State {
    return { caught: true, thrown }
  }

  override componentDidUpdate(before: ProblemBoundaryProps, { caught }: State): void {
    // Keys that change in the very update that caught something are not a reason to forget it.
    if (this.state.caught && caught && keysChanged(before.resetKeys, this.props.resetKeys)) this.reset()
  }

  readonly reset = (): void => {
    // Trying again is the user's answer to it: nothing of it may come up elsewhere.
    if (this.read !== undefined) this.context?.client.parts.desk.finish(this.read.problem)
    this.props.resetQueries()
    this.props.onReset?.()
    this.setState({ caught: false })
  }

  // A primitive has no identity of its own: it is read once for each time it was caught.
  private problemOf(state: State & { caught: true }): AppProblem | undefined {
    if (this.context === null) return undefined
    if (this.read?.state !== state)
      this.read = { state, problem: ofApp(this.context.client.parts.runtime.problemOf(state.thrown)) }
    return this.read.problem
  }

  override render(): ReactNode {
    const { state, reset } = this
    const { match, fallback, children } = this.props
    if (!state.caught) return children
    const problem = this.problemOf(state)
    if (problem === undefined || match?.(problem) === false) throw state.thrown
    return <Caught problem={problem} thrown={state.thrown} reset={reset} fallback={fallback} />
  }
}

type CaughtProps = ProblemFallbackProps & Pick<ProblemBoundaryProps, 'fallback'>

function Caught({ problem, thrown, reset, fallback }: CaughtProps): ReactNode {
  const { client } = useRemedyContext()
  const owns = useClaim(problem, 'boundary')
  const incident = useIncidentOf(problem)
  // A failure of a query is known already and passes through; what was thrown in render is told here.
  useEffect(
    () => void client.present(thrown === null || typeof thrown !== 'object' ? problem : thrown),
    [client, thrown, problem],
  )
  if (!owns) return incident && <InlineNotice incident={incident} compact />
  if (fallback !== undefined) return fallback({ problem, thrown, reset })
  return incident && <PageNotice incident={incident} onReset={reset} />
}

function keysChanged(before: readonly unknown[] = [], now: readonly unknown[] = []): boolean {
  return before.length !== now.length || before.some((key, index) => !Object.is(key, now[index]))
}
