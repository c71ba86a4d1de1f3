import {
  hashKey,
  type Mutation,
  type MutationFunctionContext,
  type Query,
  type QueryCache,
  type QueryFunctionContext,
  type QueryKey,
} from '@tanstack/react-query'
import { runAttempt, type Attempt } from './attempt.ts'
import { callOf, metaOf } from './call.ts'
import { randomKey } from './idempotency.ts'
import { longestCall } from './limits.ts'
import { pipelineOf, type Pipeline } from './pipeline.ts'
import { beginTime, Late } from './time-limit.ts'
import { failuresOf } from './two-owners.ts'
import { KeyedContext, underIntent, type ApiMutationContext } from './under-intent.ts'
import { isProblem } from '../problem/problem.ts'
import { verdictOf } from './verdict.ts'

/** A `queryFn` that throws nothing but problems, refreshes the session once, and knows how often it was tried. */
export function wrapQueryFn<T, K extends QueryKey, P>(
  queryFn: (context: QueryFunctionContext<K, P>) => T | Promise<T>,
): (context: QueryFunctionContext<K, P>) => T | Promise<T> {
  return (context) => {
    const cache = context.client.getQueryCache()
    const pipeline = pipelineOf(cache)
    const query = queryOf(cache, context.queryKey, pipeline?.fetching)
    if (pipeline === undefined || query === undefined) return queryFn(context)
    const attempt = attemptOf(pipeline, query, context)
    const timed: object = new TimedContext(context, attempt.late)
    return runAttempt(() => queryFn(timed as typeof context), attempt)
  }
}

/** TanStack's own, whose signal ends with the time of its call, too: by a getter of all of them, so that they are of one shape. */
class TimedContext {
  readonly client: unknown
  readonly queryKey: QueryKey
  readonly meta: unknown
  readonly #context: QueryFunctionContext
  readonly #late: Late

  constructor(context: QueryFunctionContext, late: Late) {
    this.#context = context
    this.#late = late
    this.client = context.client
    this.queryKey = context.queryKey
    this.meta = context.meta
    Object.defineProperty(this, 'signal', TimedContext.#heeded)
    if ('direction' in context) Object.assign(this, { pageParam: context.pageParam, direction: context.direction })
  }

  // Asked for only by who heeds it: TanStack takes that for a promise.
  static readonly #heeded = {
    enumerable: true,
    get(this: TimedContext): AbortSignal {
      return this.#late.signalWith(this.#context.signal)
    },
  }
}

// Looked up by its usual hash: a search would hash the keys of the whole cache for each call.
function queryOf(cache: QueryCache, queryKey: QueryKey, fetching: Query | undefined): Query | undefined {
  const query = cache.get(fetching?.queryKey === queryKey ? fetching.queryHash : hashKey(queryKey))
  return query?.queryKey === queryKey ? query : cache.find({ queryKey, exact: true })
}

/** The same for a `mutationFn`, with an idempotency key for who asks for it, and once for calls of one intent. */
export function wrapMutationFn<T, V>(
  mutationFn: (variables: V, context: ApiMutationContext) => Promise<T>,
): (variables: V, context: MutationFunctionContext) => Promise<T> {
  return function wrapped(variables, context) {
    const pipeline = pipelineOf(context.client.getMutationCache())
    const mutation = pipeline?.callers.of(context, wrapped, variables)
    if (pipeline === undefined || mutation === undefined) {
      // Wrapped twice: whoever is outside has given it its key.
      if (context instanceof KeyedContext) return mutationFn(variables, context)
      let key: string | undefined
      return mutationFn(variables, new KeyedContext(context, () => (key ??= randomKey())))
    }
    return underIntent(pipeline, { mutation, context }, (keyed) =>
      runAttempt(() => mutationFn(variables, keyed), attemptOf(pipeline, mutation, context)),
    )
  }
}

// An infinite query calls its function once for each page of one attempt: each has its time, as has what the app itself
// decides to try again.
function attemptOf({ runtime, recordOf }: Pipeline, of: Query | Mutation, context: Attempt['context']): Attempt {
  const record = recordOf(of)
  const call = callOf(of)
  const meta = metaOf(of)
  record.attempt = failuresOf(of) + 1
  record.patience = call?.patience ?? meta?.patience
  const total = Number(call?.total ?? meta?.total)
  record.total = total >= 0 ? total : longestCall
  if (record.due === undefined) beginTime(record, runtime.now())
  return { runtime, record, call, meta, of, reads: 'queryHash' in of, context, late: new Late() }
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
