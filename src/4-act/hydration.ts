import {
  defaultShouldDehydrateQuery,
  dehydrate,
  type DehydratedState,
  type DehydrateOptions,
  type Query,
  type QueryClient,
} from '@tanstack/react-query'
import type { ProblemData } from '../problem/problem-data.ts'
import { isProblem, Problem } from '../problem/problem.ts'

/**
 * TanStack's `dehydrate`, in which what failed goes along: of each problem its contract, kind, code, status, request id and
 * fields, and neither the server's words nor anything of its body. In the browser `hydrate` needs nothing more: the provider
 * makes problems of them again, and presents none, because it was not here that they happened.
 *
 * @example
 * ```tsx
 * import { HydrationBoundary, QueryClient } from '@tanstack/react-query'
 * import { apiQueryOptions, dehydrateProblems } from 'react-remedy'
 *
 * export async function Page() {
 *   const queryClient = new QueryClient()
 *   await queryClient.prefetchQuery(apiQueryOptions({ queryKey: ['history'], queryFn: async () => ['A reading'] }))
 *   return <HydrationBoundary state={dehydrateProblems(queryClient)}>…</HydrationBoundary>
 * }
 * ```
 */
export function dehydrateProblems(queryClient: QueryClient, options: DehydrateOptions = {}): DehydratedState {
  const state = dehydrate(queryClient, {
    shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || isProblem(query.state.error),
    shouldRedactErrors: (error) => !isProblem(error),
    ...options,
  })
  return { ...state, queries: state.queries.map(lean) }
}

/** Makes a problem again of what came over from a server; `false` where nothing did. */
export function revive(query: Query): boolean {
  const { error, fetchFailureReason } = query.state
  if (!isData(error)) return false
  const problem = Problem.fromJSON(error)
  query.setState({ ...query.state, error: problem, fetchFailureReason: fetchFailureReason && problem })
  return true
}

type Dehydrated = DehydratedState['queries'][number]

function lean(query: Dehydrated): Dehydrated {
  const { error, fetchFailureReason } = query.state
  const state = { ...query.state, error: leanOf(error), fetchFailureReason: leanOf(fetchFailureReason) }
  const promise = query.promise?.catch((thrown: unknown) => Promise.reject(leanOf(thrown)))
  promise?.catch(() => undefined)
  return { ...query, state, ...(promise && { promise }) }
}

function leanOf<T>(error: T): T {
  if (!isProblem(error)) return error
  const { problem, contract, kind, code, status, likeStatus, requestId, fields } = error.toJSON()
  return { problem, contract, kind, code, status, likeStatus, requestId, fields } as T
}

function isData(error: unknown): error is Error & ProblemData {
  return typeof error === 'object' && error !== null && !isProblem(error) && 'problem' in error && error.problem === 1
}
