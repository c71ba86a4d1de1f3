'use client'
import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
  type DefinedInitialDataOptions,
  type DefinedUseQueryResult,
  type InfiniteData,
  type QueryClient,
  type QueryKey,
  type UseInfiniteQueryOptions,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
} from '@tanstack/react-query'
import { useContext } from 'react'
import type { CallOptions } from '../../4-act/runtime.ts'
import { attach } from '../../4-act/pipeline.ts'
import { BoundaryContext, useRemedyContext } from '../context.ts'
import type { CodeOf } from '../../problem/contract.ts'
import { isProblem, type Problem } from '../../problem/problem.ts'
import type { AppContract } from '../register.ts'
import type { ApiOptions } from './api-options.ts'
import { wrapMutation, wrapQuery, type ApiMutationOptions } from './query-options.ts'

/**
 * `useQuery`, whose every failure becomes a `Problem` and is handled as its remedy says. Takes TanStack's own options,
 * results of `queryOptions()` included, plus `contract`, `remedies` and `show`.
 *
 * @example
 * ```tsx
 * import { ProblemInline, useApiQuery } from 'react-remedy'
 *
 * export function History() {
 *   const history = useApiQuery({
 *     queryKey: ['history'],
 *     queryFn: async () => ['A first reading'],
 *     show: 'inline',
 *   })
 *   return history.error ? <ProblemInline of={history} /> : <ul>{history.data?.map((title) => <li key={title}>{title}</li>)}</ul>
 * }
 * ```
 */
export function useApiQuery<
  T = unknown,
  TData = T,
  K extends QueryKey = QueryKey,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: DefinedInitialDataOptions<T, TError, TData, K> & ApiOptions<C>,
  queryClient?: QueryClient,
): DefinedUseQueryResult<TData, Problem<CodeOf<C>>>
export function useApiQuery<
  T = unknown,
  TData = T,
  K extends QueryKey = QueryKey,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: UseQueryOptions<T, TError, TData, K> & ApiOptions<C>,
  queryClient?: QueryClient,
): UseQueryResult<TData, Problem<CodeOf<C>>>
export function useApiQuery(options: UseQueryOptions & CallOptions, queryClient?: QueryClient): unknown {
  return useOurs(query, options, queryClient)
}

/**
 * `useInfiniteQuery` in the same way.
 *
 * @example
 * ```tsx
 * import { ProblemInline, useApiInfiniteQuery } from 'react-remedy'
 *
 * export function Readings() {
 *   const readings = useApiInfiniteQuery({
 *     queryKey: ['readings'],
 *     queryFn: async ({ pageParam }) => ({ page: pageParam, titles: ['A first reading'] }),
 *     initialPageParam: 1,
 *     getNextPageParam: ({ page }) => page + 1,
 *   })
 *   if (readings.error) return <ProblemInline of={readings} />
 *   return <button onClick={() => readings.fetchNextPage()}>More than {readings.data?.pages.length} pages</button>
 * }
 * ```
 */
export function useApiInfiniteQuery<
  T = unknown,
  TData = InfiniteData<T>,
  K extends QueryKey = QueryKey,
  TPageParam = unknown,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: UseInfiniteQueryOptions<T, TError, TData, K, TPageParam> & ApiOptions<C>,
  queryClient?: QueryClient,
): UseInfiniteQueryResult<TData, Problem<CodeOf<C>>>
export function useApiInfiniteQuery(
  options: UseInfiniteQueryOptions & CallOptions,
  queryClient?: QueryClient,
): unknown {
  return useOurs(infiniteQuery, options, queryClient)
}

/**
 * `useSuspenseQuery` in the same way: without data the problem is thrown to the nearest boundary.
 *
 * @example
 * ```tsx
 * import { Suspense } from 'react'
 * import { ProblemBoundary, useApiSuspenseQuery } from 'react-remedy'
 *
 * function Points() {
 *   return <p>{useApiSuspenseQuery({ queryKey: ['points'], queryFn: async () => 12 }).data}</p>
 * }
 *
 * export const Purse = () => (
 *   <ProblemBoundary>
 *     <Suspense fallback="…">
 *       <Points />
 *     </Suspense>
 *   </ProblemBoundary>
 * )
 * ```
 */
export function useApiSuspenseQuery<
  T = unknown,
  TData = T,
  K extends QueryKey = QueryKey,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: UseSuspenseQueryOptions<T, TError, TData, K> & ApiOptions<C>,
  queryClient?: QueryClient,
): UseSuspenseQueryResult<TData, Problem<CodeOf<C>>>
export function useApiSuspenseQuery(
  options: UseSuspenseQueryOptions & CallOptions,
  queryClient?: QueryClient,
): unknown {
  return useOurs(suspenseQuery, options, queryClient)
}

/**
 * `useMutation`, whose every failure becomes a `Problem` and is handled as its remedy says. The context of its
 * `mutationFn` has an `idempotencyKey`: the same for all attempts of one `mutate` call.
 *
 * @example
 * ```tsx
 * import { useApiMutation } from 'react-remedy'
 *
 * export function Send() {
 *   const send = useApiMutation({ mutationFn: async (text: string) => text.length })
 *   return <button onClick={() => send.mutate('hello')}>Send</button>
 * }
 * ```
 */
export function useApiMutation<
  TData = unknown,
  TVariables = void,
  TOnMutateResult = unknown,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: ApiMutationOptions<TData, TError, TVariables, TOnMutateResult, C>,
  queryClient?: QueryClient,
): UseMutationResult<TData, Problem<CodeOf<C>>, TVariables, TOnMutateResult> {
  return useOurs(mutation, options, queryClient) as UseMutationResult<
    TData,
    Problem<CodeOf<C>>,
    TVariables,
    TOnMutateResult
  >
}

/** One of TanStack's hooks, and what becomes of its options; their types put aside. */
interface Hook {
  readonly hook: (options: never, queryClient: QueryClient) => unknown
  readonly wrap: typeof wrapQuery
}

const query: Hook = { hook: useQuery, wrap: wrapQuery }
const infiniteQuery: Hook = { hook: useInfiniteQuery, wrap: wrapQuery }
const suspenseQuery: Hook = { hook: useSuspenseQuery, wrap: wrapQuery }
const mutation: Hook = { hook: useMutation, wrap: wrapMutation }

// Adds the scopes around the hook, and sees to it that a query client of the hook's own is listened to as well.
function useOurs({ hook, wrap }: Hook, given: object, ownClient: QueryClient | undefined): unknown {
  const { client, scopes } = useRemedyContext()
  const isInside = useContext(BoundaryContext)
  const queryClient = useQueryClient(ownClient)
  attach(queryClient, client.parts.runtime)
  try {
    return hook(wrap(given, scopes, queryClient) as never, queryClient)
  } catch (thrown) {
    // Noted where no boundary is ours: one of ours takes it when it commits, which may be a while later. Not while React
    // renders; and what is no problem is the promise that a suspended component waits for.
    if (!isInside && isProblem(thrown)) queueMicrotask(() => client.parts.claims.presume(thrown))
    throw thrown
  }
}
