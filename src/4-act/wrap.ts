import {
  hashKey,
  type MutationFunctionContext,
  type Query,
  type QueryCache,
  type QueryFunctionContext,
  type QueryKey,
} from '@tanstack/react-query'
import { runAttempt } from './attempt.ts'
import { callOf, metaOf } from './call.ts'
import { randomKey } from './idempotency.ts'
import { pipelineOf, type Pipeline } from './pipeline.ts'
import { underIntent, withContextKey, type ApiMutationContext } from './under-intent.ts'
import { isProblem } from '../problem/problem.ts'
import { verdictOf } from './verdict.ts'

/** A `queryFn` that throws nothing but problems, refreshes the session once, and knows how often it was tried. */
export function wrapQueryFn<T, K extends QueryKey, P>(
  queryFn: (context: QueryFunctionContext<K, P>) => T | Promise<T>,
): (context: QueryFunctionContext<K, P>) => T | Promise<T> {
  return (context) => {
    const cache = context.client.getQueryCache()
    const pipeline = pipelineOf(cache)
    const query = queryOf(cache, context.queryKey)
    if (pipeline === undefined || query === undefined) return queryFn(context)
    const { fetchFailureCount: failures } = query.state
    const name = String(context.queryKey[0])
    const calling = { of: query, failures, meta: context.meta, reads: true, name, signal: () => context.signal }
    return attempt(pipeline, calling, () => queryFn(context))
  }
}

// Looked up by its usual hash: a search would hash the keys of the whole cache for each call.
function queryOf(cache: QueryCache, queryKey: QueryKey): Query | undefined {
  const query = cache.get(hashKey(queryKey))
  return query?.queryKey === queryKey ? query : cache.find({ queryKey, exact: true })
}

/** The same for a `mutationFn`, with an idempotency key for who asks for it, and once for calls of one intent. */
export function wrapMutationFn<T, V>(
  mutationFn: (variables: V, context: ApiMutationContext) => Promise<T>,
): (variables: V, context: MutationFunctionContext) => Promise<T> {
  return function wrapped(variables, context) {
    const pipeline = pipelineOf(context.client.getMutationCache())
    const mutation = pipeline?.callers.of(
      context,
      (options, state) => options.mutationFn === wrapped && state.variables === variables,
    )
    if (pipeline === undefined || mutation === undefined) {
      let key: string | undefined
      return mutationFn(
        variables,
        withContextKey(context, () => (key ??= randomKey())),
      )
    }
    const { failureCount: failures } = mutation.state
    const name = `mutation ${String(context.mutationKey?.[0])}`
    const calling = { of: mutation, failures, meta: context.meta, reads: false, name }
    return underIntent(pipeline, { mutation, context }, (keyed) =>
      attempt(pipeline, calling, () => mutationFn(variables, keyed)),
    )
  }
}

interface Calling {
  readonly of: object
  /** Attempts of this call that have failed. An infinite query calls its function once for each page of one attempt. */
  readonly failures: number
  readonly meta: Record<string, unknown> | undefined
  readonly reads: boolean
  /** Stands for a route that nobody knows. */
  readonly name: string
  readonly signal?: (() => AbortSignal) | undefined
}

function attempt<T>(
  { runtime, recordOf }: Pipeline,
  { of, failures, meta: told, ...rest }: Calling,
  run: () => T | Promise<T>,
): Promise<T> {
  const record = recordOf(of)
  const [call, meta] = [callOf(told), metaOf(told)]
  record.attempt = failures + 1
  record.patience = call?.patience ?? meta?.patience
  return runAttempt(run, { runtime, call, meta, record, ...rest })
}

/** TanStack's `retry`, fed by the verdict on what was thrown. One on an earlier attempt is no reason to try for ever. */
export function shouldRetry(failures: number, thrown: unknown): boolean {
  const verdict = verdictOf(thrown)
  if (verdict === undefined || verdict.attempt <= failures) return false
  // What waits for its gate does so on its way out, in the next attempt.
  return verdict.decision.do === 'retry' || verdict.decision.do === 'wait'
}

/** The app's own `retry`, where nobody further in has sent the request again already (R0). */
export function unlessSentAgain(retry: unknown): unknown {
  if (retry === false) return false
  return (failures: number, thrown: unknown): boolean => {
    if (isProblem(thrown) && thrown.attempts !== undefined) return false
    return typeof retry === 'function' ? retry(failures, thrown) === true : retry === true || failures < Number(retry)
  }
}

/** TanStack's `retryDelay`, fed by the same verdict. */
export function retryDelay(_failures: number, thrown: unknown): number {
  const decision = verdictOf(thrown)?.decision
  return decision?.do === 'retry' ? decision.delay : 0
}

/** P4: "always throw" means "throw where there is no data to keep on screen". */
export function onlyWithoutData<T>(
  throwOnError: T,
): T | ((error: unknown, query: { state: { data: unknown } }) => boolean) {
  return throwOnError === true ? (_error, query) => query.state.data === undefined : throwOnError
}
