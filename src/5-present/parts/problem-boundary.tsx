'use client'
import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, useEffect, type ReactNode } from 'react'
import { identifiable } from '../../4-act/call-source.ts'
import { BoundaryContext, RemedyContext, useRemedyContext } from '../context.ts'
import { ours } from '../claims.ts'
import { useClaim } from '../hooks/use-claim.ts'
import { useIncidentOf } from '../hooks/use-incident-of.ts'
import type { CodeOf } from '../../problem/contract.ts'
import type { ProblemKind } from '../../problem/parts.ts'
import type { Problem } from '../../problem/problem.ts'
import type { FallbackCode } from '../../problem/problem-data.ts'
import { ofApp, type AppContract, type AppProblem } from '../register.ts'
import { InlineNotice } from '../surfaces/inline.tsx'
import { PageNotice } from '../surfaces/page.tsx'

/** What a fallback of your own gets. */
export interface ProblemFallbackProps<P extends AppProblem = AppProblem> {
  readonly problem: P
  /** What was thrown, as it was. */
  readonly thrown: unknown
  /** Tries again: resets TanStack's queries and the boundary. */
  readonly reset: () => void
}

/** Which problems a boundary catches: those that fit everything named here. */
export interface ProblemMatch<C, Code, Kind> {
  readonly contract?: C | undefined
  readonly code?: Code | readonly Code[] | undefined
  readonly kind?: Kind | readonly Kind[] | undefined
}

/** The problems that such a boundary catches. */
export type MatchedProblem<C, Code, Kind> = Problem<CodeOf<C>> & { readonly kind: Kind } & ([Code] extends [never]
    ? unknown
    : { readonly code: Code })

/** How a boundary catches. */
export interface ProblemBoundaryProps<
  C extends AppContract = AppContract,
  Code extends CodeOf<C> | FallbackCode = never,
  Kind extends ProblemKind = ProblemKind,
> {
  /** Which problems it catches; the others go on to the boundary above. @default all */
  readonly match?: ProblemMatch<C, Code, Kind> | ((problem: Problem<CodeOf<C>>) => boolean) | undefined
  /** @default a page about the problem */
  readonly fallback?: ((props: ProblemFallbackProps<MatchedProblem<C, Code, Kind>>) => ReactNode) | undefined
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
 *   <ProblemBoundary
 *     match={{ code: ['CARD_DECLINED', 'CARD_EXPIRED'] }}
 *     fallback={({ problem, reset }) => (
 *       <button onClick={reset}>{problem.code === 'CARD_EXPIRED' ? 'Another card' : 'Again'}</button>
 *     )}
 *   >
 *     <p>Content</p>
 *   </ProblemBoundary>
 * )
 * ```
 */
export function ProblemBoundary<
  C extends AppContract = AppContract,
  const Code extends CodeOf<C> | FallbackCode = never,
  const Kind extends ProblemKind = ProblemKind,
>(props: ProblemBoundaryProps<C, Code, Kind>): ReactNode {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => <Boundary {...(props as AnyProps)} resetQueries={reset} />}
    </QueryErrorResetBoundary>
  )
}

/** The props with their types put aside: which problems reach the fallback is decided while running. */
interface AnyProps extends Omit<ProblemBoundaryProps, 'match' | 'fallback'> {
  readonly match?:
    | ProblemMatch<{ readonly name: string }, string, string>
    | ((problem: AppProblem) => boolean)
    | undefined
  readonly fallback?: ((props: ProblemFallbackProps) => ReactNode) | undefined
}

// A tag, because anything can be thrown: `null` too.
type State = { readonly caught: false } | { readonly caught: true; readonly thrown: unknown }

class Boundary extends Component<AnyProps & { readonly resetQueries: () => void }, State> {
  static override contextType = RemedyContext
  declare context: React.ContextType<typeof RemedyContext>
  override state: State = { caught: false }
  readonly [ours] = true
  private read: { readonly state: State; readonly problem: AppProblem } | undefined
  private shown: State = this.state

  static getDerivedStateFromError(thrown: unknown): State {
    return { caught: true, thrown }
  }

  override componentDidMount(): void {
    this.shown = this.state
  }

  override componentDidUpdate(before: AnyProps, { caught }: State): void {
    this.shown = this.state
    // Keys that change in the very update that caught something are not a reason to forget it.
    if (this.state.caught && caught && keysChanged(before.resetKeys, this.props.resetKeys)) this.reset()
  }

  readonly reset = (): void => {
    // Trying again is the user's answer to it: nothing of it may come up elsewhere.
    if (this.read !== undefined) this.context?.client.parts.desk.finish(this.read.problem)
    this.props.resetQueries()
    this.props.onReset?.()
    this.shown = { caught: false }
    this.setState(this.shown)
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
    if (!state.caught) return <BoundaryContext.Provider value>{children}</BoundaryContext.Provider>
    // What comes while one is shown is thrown by its fallback, and would be for ever.
    if (this.shown.caught && this.shown !== state) throw state.thrown
    const problem = this.problemOf(state)
    if (problem === undefined || !fits(problem, match)) throw state.thrown
    return <Caught problem={problem} thrown={state.thrown} reset={reset} fallback={fallback} />
  }
}

type CaughtProps = ProblemFallbackProps & Pick<AnyProps, 'fallback'>

function Caught({ problem, thrown, reset, fallback }: CaughtProps): ReactNode {
  const { client } = useRemedyContext()
  const owns = useClaim(problem, fallback === undefined ? 'page' : 'boundary')
  const incident = useIncidentOf(problem)
  // A failure of a query is known already and passes through; what was thrown in render is told here.
  useEffect(() => void client.present(identifiable(thrown, problem)), [client, thrown, problem])
  if (!owns) return incident && <InlineNotice incident={incident} compact />
  // A thrown `Response` was caught before its body was read.
  if (fallback !== undefined) return fallback({ problem: ofApp(incident?.problem ?? problem), thrown, reset })
  return incident && <PageNotice incident={incident} onReset={reset} />
}

function fits(problem: AppProblem, match: AnyProps['match']): boolean {
  if (match === undefined || typeof match === 'function') return match?.(problem) !== false
  const { contract, code = problem.code, kind = problem.kind } = match
  return (
    (contract?.name ?? problem.contract) === problem.contract &&
    [code].flat().includes(problem.code) &&
    [kind].flat().includes(problem.kind)
  )
}

function keysChanged(before: readonly unknown[] = [], now: readonly unknown[] = []): boolean {
  return before.length !== now.length || before.some((key, index) => !Object.is(key, now[index]))
}
