import type {
  Mutation,
  MutationCacheNotifyEvent,
  Query,
  QueryCacheNotifyEvent,
  QueryClient,
} from '@tanstack/react-query'
import { isCancellation } from './attempt.ts'
import { createRecords, startCall, type Memory } from './call-record.ts'
import { callOf, metaOf, nameOf } from './call.ts'
import { revive } from './hydration.ts'
import { Offline } from './offline.ts'
import { judge, type Runtime } from './runtime.ts'
import { Sources } from './sources.ts'
import { tellGate } from './turn.ts'
import { tellOfTwoOwners } from './two-owners.ts'
import { beginIntent, endIntent, renewIntent } from './under-intent.ts'
import { Callers } from './callers.ts'
import { verdictOf } from './verdict.ts'
import { warn } from '../problem/warn.ts'

/** The one pipeline of a cache: it sees every failure of plain and wrapped hooks alike. */
export interface Pipeline extends Memory {
  /** The query that has begun to fetch just now. */
  fetching?: Query | undefined
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
      queries.subscribe(guarded((event: QueryCacheNotifyEvent) => onQuery(pipelineOf(queries) ?? pipeline, event))),
    )
    queries.getAll().forEach(revive)
  }
  if (ofMutations === undefined)
    own(mutations, pipeline, () =>
      mutations.subscribe(
        guarded((event: MutationCacheNotifyEvent) => onMutation(pipelineOf(mutations) ?? pipeline, event)),
      ),
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
  const memory = { runtime, recordOf: createRecords(runtime) }
  const sources = new Sources(memory)
  return { ...memory, sources, offline: new Offline(memory, sources), callers: new Callers(memory) }
}

// A cache listener that throws would replace the error that the caller gets.
function guarded<E>(listen: (event: E) => void): (event: E) => void {
  return (event) => {
    try {
      listen(event)
    } catch (thrown) {
      warn('a cache listener threw; the failure may not be shown', thrown)
    }
  }
}

function onQuery(pipeline: Pipeline, event: QueryCacheNotifyEvent): void {
  const query = event.query as Query
  pipeline.fetching = undefined
  if (event.type === 'added') revive(query)
  if (event.type === 'removed') removed(pipeline, query)
  if (event.type !== 'updated' || revive(query)) return
  pipeline.offline.heard(query, event.action.type)
  if (event.action.type === 'fetch') {
    started(pipeline, query)
    pipeline.fetching = query
  } else if (event.action.type === 'success') succeeded(pipeline, query)
  else if (event.action.type === 'failed') failedOnce(pipeline, event.action, query)
  else if (event.action.type === 'error') failed(pipeline, event.action.error, query)
}

function onMutation(pipeline: Pipeline, event: MutationCacheNotifyEvent): void {
  const mutation = event.mutation as Mutation | undefined
  if (mutation === undefined) return
  if (event.type === 'observerAdded') pipeline.sources.observe(event.observer, mutation)
  // A render hands in its options only after it said so.
  if (event.type === 'observerOptionsUpdated' && pipeline.recordOf(mutation).intent !== undefined)
    queueMicrotask(guarded<void>(() => renewIntent(pipeline, mutation)))
  if (event.type !== 'updated') return
  const { type } = event.action
  pipeline.offline.heard(mutation, type)
  if (type === 'pending') {
    started(pipeline, mutation)
    pipeline.sources.recall(mutation)
  }
  // One that was persisted goes on without having begun.
  if (type === 'pending' || type === 'continue') {
    pipeline.callers.begin(mutation)
    beginIntent(pipeline, mutation)
  }
  if (type === 'success') succeeded(pipeline, mutation)
  if (event.action.type === 'failed') {
    pipeline.callers.failed(mutation)
    failedOnce(pipeline, event.action, mutation)
  }
  if (event.action.type === 'error') failed(pipeline, event.action.error, mutation)
  if (type === 'success' || type === 'error') {
    pipeline.callers.end(mutation)
    endIntent(pipeline, mutation)
  }
}

function started({ runtime, recordOf }: Pipeline, of: Query | Mutation): void {
  const record = recordOf(of)
  startCall(record, runtime)
  if (callOf(of) === undefined) record.sending = runtime.traffic.begin()
}

function removed({ runtime, recordOf, offline }: Pipeline, query: Query): void {
  const { source } = recordOf(query)
  offline.ended(query)
  if (source !== undefined) runtime.presenter.forget(source)
}

function succeeded({ runtime, recordOf, sources }: Pipeline, of: Query | Mutation): void {
  const { source } = recordOf(of)
  if (source !== undefined) source.refreshed = false
  if (callOf(of) === undefined) runtime.gates.heardOf(undefined)
  // What failed may have been another one of the same key, and keys take their time.
  if (runtime.presenter.incidents.size > 0) runtime.presenter.recover(sources.of(of))
}

// One attempt of several. What a hook of the library called is told by the attempt itself.
function failedOnce(
  pipeline: Pipeline,
  { error, failureCount }: { readonly error: unknown; readonly failureCount: number },
  of: Query | Mutation,
): void {
  tellOfTwoOwners(pipeline, error, of)
  const { runtime } = pipeline
  if (callOf(of) !== undefined) return
  judge(runtime, error, { meta: metaOf(of), attempt: failureCount }).then(
    (judged) => tellGate(runtime, { ...judged, name: nameOf(of) }),
    (bug: unknown) => warn('a failure could not be read', bug),
  )
}

function failed(pipeline: Pipeline, thrown: unknown, of: Query | Mutation): void {
  const { runtime, recordOf } = pipeline
  // S3: what failed for the user before is nobody's business now.
  if (isCancellation(thrown) || recordOf(of).epoch !== epochOf(runtime)) return
  const seen = runtime.next()
  const problem = runtime.problemOf(thrown)
  if (problem.kind === 'aborted') return
  const [call, hook] = [callOf(of), metaOf(of)]
  const source = pipeline.sources.of(of)
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
