import type {
  Mutation,
  MutationCacheNotifyEvent,
  Query,
  QueryCacheNotifyEvent,
  QueryClient,
} from '@tanstack/react-query'
import type { Source } from '../problem/source.ts'
import { isCancellation } from './attempt.ts'
import { createRecords, recall, startCall, type CallRecord, type LastCall } from './call-record.ts'
import { callOf, metaOf } from './call.ts'
import { revive } from './hydration.ts'
import { Offline } from './offline.ts'
import { judge, type Runtime } from './runtime.ts'
import { createSources, type Sources } from './sources.ts'
import { tellGate } from './turn.ts'
import { tellOfTwoOwners } from './two-owners.ts'
import { beginIntent, endIntent, renewIntent } from './under-intent.ts'
import { Callers } from './callers.ts'
import { verdictOf } from './verdict.ts'
import { warn } from '../problem/warn.ts'

/** The one pipeline of a cache: it sees every failure of plain and wrapped hooks alike. */
export interface Pipeline {
  readonly runtime: Runtime
  /** What is remembered of the call that this query or mutation is making. */
  readonly recordOf: (call: object) => CallRecord
  /** The last call of each hook that changes something. */
  readonly lastCalls: WeakMap<object, LastCall>
  readonly sources: Sources
  readonly offline: Offline
  readonly callers: Callers
}

// Kept on the cache itself: two providers, or two copies of the package, find the same one (P1a).
const mark = Symbol.for('react-remedy.pipeline')

interface Marked {
  [mark]?: Pipeline
}

/** The pipeline that listens to this cache, if any. */
export function pipelineOf(cache: object): Pipeline | undefined {
  return (cache as Marked)[mark]
}

/**
 * Listens to both caches of a query client, once each, without changing how it was built. Answers with the pipeline
 * that owns the query cache: the one that was there before, or one made here where there was none. A client that no
 * provider on the page stands for any more hands its caches over.
 */
export function attach(queryClient: QueryClient, runtime: Runtime): Pipeline {
  const queries = queryClient.getQueryCache()
  const mutations = queryClient.getMutationCache()
  const known = pipelineOf(queries)
  if (known?.runtime === runtime && known === pipelineOf(mutations) && runtime.queryClients.has(queryClient))
    return known
  const [ofQueries, ofMutations] = [livingOf(queries, runtime), livingOf(mutations, runtime)]
  const pipeline = ofQueries ?? ofMutations ?? createPipeline(runtime)
  if (ofQueries === undefined) {
    pipelineOf(queries)?.runtime.queryClients.delete(queryClient)
    own(queries, pipeline, () =>
      queries.subscribe((event) => guard(() => onQuery(pipelineOf(queries) ?? pipeline, event))),
    )
    queries.getAll().forEach(revive)
  }
  if (ofMutations === undefined)
    own(mutations, pipeline, () =>
      mutations.subscribe((event) => guard(() => onMutation(pipelineOf(mutations) ?? pipeline, event))),
    )
  pipeline.runtime.queryClients.add(queryClient)
  return pipeline
}

function livingOf(cache: object, runtime: Runtime): Pipeline | undefined {
  const owner = pipelineOf(cache)
  return owner?.runtime === runtime || owner?.runtime.providers !== 0 ? owner : undefined
}

function own(cache: object, pipeline: Pipeline, listen: () => void): void {
  if (pipelineOf(cache) === undefined) listen()
  Object.defineProperty(cache, mark, { value: pipeline, configurable: true })
}

function createPipeline(runtime: Runtime): Pipeline {
  const recordOf = createRecords(runtime)
  const again = (mutation: Mutation) => void (recordOf(mutation).again = true)
  const offline = new Offline(runtime)
  const sources = createSources({ runtime, again })
  return { runtime, recordOf, lastCalls: new WeakMap(), offline, sources, callers: new Callers(recordOf) }
}

// A cache listener that throws would replace the error that the caller gets.
function guard(listen: () => void): void {
  try {
    listen()
  } catch (thrown) {
    warn('a cache listener threw; the failure may not be shown', thrown)
  }
}

function onQuery(pipeline: Pipeline, event: QueryCacheNotifyEvent): void {
  const query = event.query as Query
  if (event.type === 'removed') {
    pipeline.offline.ended(query)
    pipeline.runtime.presenter.forget(pipeline.sources.ofQuery(query))
  } else if (revive(query)) return
  if (event.type !== 'updated') return
  const source = pipeline.sources.ofQuery(query)
  pipeline.offline.heard(query, source, event.action.type)
  if (event.action.type === 'fetch') started(pipeline, source, query)
  else if (event.action.type === 'success') succeeded(pipeline, source, query)
  else if (event.action.type === 'failed') failedOnce(pipeline, event.action, query)
  else if (event.action.type === 'error') failed(pipeline, source, { thrown: event.action.error, of: query })
}

function onMutation(pipeline: Pipeline, event: MutationCacheNotifyEvent): void {
  const mutation = event.mutation as Mutation | undefined
  if (mutation === undefined) return
  if (event.type === 'observerAdded') pipeline.sources.observe(event.observer, mutation)
  // A render hands in its options only after it said so.
  if (event.type === 'observerOptionsUpdated' && pipeline.recordOf(mutation).intent !== undefined)
    queueMicrotask(() => guard(() => renewIntent(pipeline, mutation)))
  if (event.type !== 'updated') return
  const source = pipeline.sources.ofMutation(mutation)
  const { type } = event.action
  pipeline.offline.heard(mutation, source, type)
  if (type === 'pending') {
    started(pipeline, source, mutation)
    const by = pipeline.sources.hookOf(mutation)
    if (by !== undefined) recall(pipeline.lastCalls, by, { source, record: pipeline.recordOf(mutation) })
  }
  // One that was persisted goes on without having begun.
  if (type === 'pending' || type === 'continue') {
    pipeline.callers.begin(mutation)
    beginIntent(pipeline, mutation)
  }
  if (type === 'success') succeeded(pipeline, source, mutation)
  if (event.action.type === 'failed') failedOnce(pipeline, event.action, mutation)
  if (event.action.type === 'error') failed(pipeline, source, { thrown: event.action.error, of: mutation })
  if (type === 'success' || type === 'error') {
    pipeline.callers.end(mutation)
    endIntent(pipeline, mutation)
  }
}

function started({ runtime, recordOf }: Pipeline, source: Source, of: Query | Mutation): void {
  source.started = runtime.next()
  const record = recordOf(of)
  startCall(record, runtime)
  if (callOf(of.meta) === undefined) record.sending = runtime.traffic.begin()
}

function succeeded({ runtime }: Pipeline, source: Source, of: Query | Mutation): void {
  source.refreshed = false
  if (callOf(of.meta) === undefined) runtime.gates.heardOf(undefined)
  runtime.presenter.recover(source)
}

// One attempt of several. What a hook of the library called is told by the attempt itself.
function failedOnce(
  pipeline: Pipeline,
  { error, failureCount }: { readonly error: unknown; readonly failureCount: number },
  of: Query | Mutation,
): void {
  tellOfTwoOwners(pipeline, error, of)
  const { runtime } = pipeline
  if (callOf(of.meta) !== undefined) return
  judge(runtime, error, { meta: metaOf(of.meta), attempt: failureCount }).then(
    (judged) => tellGate(runtime, { ...judged, name: nameOf(of) }),
    (bug: unknown) => warn('a failure could not be read', bug),
  )
}

// Keys begin with what is asked for.
function nameOf({ options }: Query | Mutation): string {
  const [name] = ('queryKey' in options ? options.queryKey : (options as Mutation['options']).mutationKey) ?? []
  return String(name)
}

interface Failing {
  readonly thrown: unknown
  readonly of: Query | Mutation
}

function failed(pipeline: Pipeline, source: Source, { thrown, of }: Failing): void {
  const { runtime, recordOf } = pipeline
  // S3: what failed for the user before is nobody's business now.
  if (isCancellation(thrown) || recordOf(of).epoch !== epochOf(runtime)) return
  const seen = runtime.next()
  const problem = runtime.problemOf(thrown)
  if (problem.kind === 'aborted') return
  const [call, hook] = [callOf(of.meta), metaOf(of.meta)]
  if (call !== undefined && of.options.retry !== false) tellOfTwoOwners(pipeline, problem, of)
  const verdict = verdictOf(problem)
  // What `client.fetch` has judged inside a plain hook knows nothing of the hook.
  if (verdict !== undefined && (call !== undefined || hook === undefined))
    return runtime.act({ thrown, problem, remedy: verdict.remedy, source, seen })
  judge(runtime, thrown, { call, meta: hook }).then(
    ({ problem: read, remedy }) => {
      tellGate(runtime, { problem: read, remedy, name: nameOf(of) })
      runtime.act({ thrown, problem: read, remedy, source, seen })
    },
    (bug: unknown) => warn('a failure could not be read', bug),
  )
}

function epochOf({ session }: Runtime): number | undefined {
  return session?.getState().epoch
}
