import {
  skipToken,
  type DataTag,
  type DefinedInitialDataOptions,
  type InfiniteData,
  type MutationFunctionContext,
  type MutationOptions,
  type QueryClient,
  type QueryFunction,
  type QueryKey,
  type QueryObserverOptions,
  type UndefinedInitialDataOptions,
  type UnusedSkipTokenOptions,
  type UseInfiniteQueryOptions,
  type UseMutationOptions,
  type UseQueryOptions,
} from '@tanstack/react-query'
import type { CallOptions } from '../../4-act/runtime.ts'
import {
  onlyWithoutData,
  retryDelay,
  shouldRetry,
  unlessSentAgain,
  wrapMutationFn,
  wrapQueryFn,
} from '../../4-act/wrap.ts'
import type { ApiMutationContext } from '../../4-act/under-intent.ts'
import type { CodeOf } from '../../problem/contract.ts'
import type { Problem } from '../../problem/problem.ts'
import type { AppContract } from '../register.ts'
import type { ApiOptions } from './api-options.ts'

/** TanStack's mutation options, whose `mutationFn` also gets an idempotency key. */
export interface ApiMutationOptions<TData, TError, TVariables, TOnMutateResult, C>
  extends Omit<UseMutationOptions<TData, TError, TVariables, TOnMutateResult>, 'mutationFn'>, ApiOptions<C> {
  readonly mutationFn?: ((variables: TVariables, context: ApiMutationContext) => Promise<TData>) | undefined
  /**
   * What a call means, in words of the app's own that no other mutation uses: `order ${cart.id}`. A call of the same
   * intent joins the one in flight, and is not sent; its key stays the same until the server answers, after a reload too.
   * The request has to carry the key: `client.fetch` does by itself. Put all of the variables in that make it another.
   */
  readonly intent?: ((variables: TVariables) => string) | undefined
}

/** @internal Options with their types put aside. */
export interface Wrappable {
  scopes?: CallOptions['scopes']
  retry?: unknown
  retryDelay?: unknown
  throwOnError?: unknown
  queryFn?: unknown
  mutationFn?: unknown
}

/**
 * Options of a query whose failures are problems, for loaders, prefetching, `useQueries` and every place that takes
 * TanStack's own options. `useApiQuery` is `useQuery` of these and no more.
 *
 * @example
 * ```ts
 * import { apiQueryOptions, createRemedyClient } from 'react-remedy'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * const api = createRemedyClient({ contracts: [divination] }).fetch(divination)
 * export const history = apiQueryOptions({
 *   contract: divination,
 *   queryKey: ['history'],
 *   queryFn: async ({ signal }) => (await api('/api/history', { signal })).json() as Promise<string[]>,
 * })
 * ```
 */
export function apiQueryOptions<
  T = unknown,
  TData = T,
  K extends QueryKey = QueryKey,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: DefinedInitialDataOptions<T, TError, TData, K> & ApiOptions<C>,
): DefinedInitialDataOptions<T, Problem<CodeOf<C>>, TData, K> & { queryKey: DataTag<K, T, Problem<CodeOf<C>>> }
export function apiQueryOptions<
  T = unknown,
  TData = T,
  K extends QueryKey = QueryKey,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: UnusedSkipTokenOptions<T, TError, TData, K> & ApiOptions<C>,
): UnusedSkipTokenOptions<T, Problem<CodeOf<C>>, TData, K> & { queryKey: DataTag<K, T, Problem<CodeOf<C>>> }
export function apiQueryOptions<
  T = unknown,
  TData = T,
  K extends QueryKey = QueryKey,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: UseQueryOptions<T, TError, TData, K> & ApiOptions<C>,
): UndefinedInitialDataOptions<T, Problem<CodeOf<C>>, TData, K> & { queryKey: DataTag<K, T, Problem<CodeOf<C>>> }
export function apiQueryOptions(options: Wrappable): unknown {
  return wrapQuery(options)
}

/**
 * The same for an infinite query.
 *
 * @example
 * ```ts
 * import { apiInfiniteQueryOptions } from 'react-remedy'
 *
 * export const readings = apiInfiniteQueryOptions({
 *   queryKey: ['readings'],
 *   queryFn: async ({ pageParam }) => ({ page: pageParam, titles: ['A first reading'] }),
 *   initialPageParam: 1,
 *   getNextPageParam: ({ page }) => page + 1,
 * })
 * ```
 */
export function apiInfiniteQueryOptions<
  T = unknown,
  TData = InfiniteData<T>,
  K extends QueryKey = QueryKey,
  TPageParam = unknown,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: UseInfiniteQueryOptions<T, TError, TData, K, TPageParam> & ApiOptions<C>,
): UseInfiniteQueryOptions<T, Problem<CodeOf<C>>, TData, K, TPageParam>
export function apiInfiniteQueryOptions(options: Wrappable): unknown {
  return wrapQuery(options)
}

/**
 * The same for a mutation.
 *
 * @example
 * ```ts
 * import { apiMutationOptions } from 'react-remedy'
 *
 * export const order = apiMutationOptions({
 *   mutationFn: async (item: string, { idempotencyKey }) =>
 *     fetch('/api/orders', { method: 'POST', body: item, headers: { 'Idempotency-Key': idempotencyKey } }),
 * })
 * ```
 */
export function apiMutationOptions<
  TData = unknown,
  TVariables = void,
  TOnMutateResult = unknown,
  C extends AppContract = AppContract,
  TError = Problem<CodeOf<C>>,
>(
  options: ApiMutationOptions<TData, TError, TVariables, TOnMutateResult, C>,
): UseMutationOptions<TData, Problem<CodeOf<C>>, TVariables, TOnMutateResult>
export function apiMutationOptions(options: Wrappable): unknown {
  return wrapMutation(options)
}

/** @internal What the options of a mutation become; with the defaults of a query client, where there is one. */
export function wrapMutation(given: Wrappable, scopes?: CallOptions['scopes'], queryClient?: QueryClient): Wrappable {
  const options = carry(given, queryClient?.defaultMutationOptions(given as MutationOptions), scopes)
  const { mutationFn } = options
  if (typeof mutationFn === 'function')
    options.mutationFn = wrapMutationFn(
      mutationFn as (variables: unknown, context: MutationFunctionContext) => Promise<unknown>,
    )
  return options
}

/** @internal The same for those of a query. */
export function wrapQuery(given: Wrappable, scopes?: CallOptions['scopes'], queryClient?: QueryClient): Wrappable {
  const options = carry(given, queryClient?.defaultQueryOptions(given as QueryObserverOptions), scopes)
  const { queryFn, throwOnError } = options
  if (throwOnError !== undefined) options.throwOnError = onlyWithoutData(throwOnError)
  if (typeof queryFn === 'function' && queryFn !== (skipToken as unknown))
    options.queryFn = wrapQueryFn(queryFn as QueryFunction)
  return options
}

// TanStack looks at its own options only, so that ours may stay among them. An app whose defaults say "never retry" is
// respected. Changed in place, unless they are the app's own: a render makes as few objects as it can.
function carry(given: Wrappable, defaulted: object = given, scopes: CallOptions['scopes'] = []): Wrappable {
  const options: Wrappable = defaulted === given ? { ...given } : defaulted
  if (options.retry !== false) options.retry = given.retry === undefined ? shouldRetry : unlessSentAgain(given.retry)
  options.retryDelay = given.retryDelay ?? retryDelay
  options.scopes = scopes
  return options
}
