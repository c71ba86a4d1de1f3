import { hashKey, type Mutation, type MutationObserver, type Query } from '@tanstack/react-query'
import type { Problem } from '../problem/problem.ts'
import type { Source } from '../problem/source.ts'
import type { Runtime } from './runtime.ts'

/** Remembers which source stands for which query or mutation. */
export interface Sources {
  ofQuery(query: Query): Source
  ofMutation(mutation: Mutation): Source
  /** A hook looks at this mutation now, and no more at the one before. */
  observe(observer: MutationObserver, mutation: Mutation): void
  /** The hook that called this mutation. */
  hookOf(mutation: Mutation): MutationObserver | undefined
}

/** What sources need of their pipeline. */
export interface SourcesInput {
  readonly runtime: Runtime
  /** Says that the next start of this mutation is the same intent. */
  readonly again: (mutation: Mutation) => void
}

/** One source per query and mutation, for as long as those live. */
export function createSources(input: SourcesInput): Sources {
  const { runtime } = input
  const queries = new WeakMap<Query, Source>()
  const mutations = new WeakMap<Mutation, Source>()
  const latest = new WeakMap<MutationObserver, Mutation>()
  const hooks = new WeakMap<Mutation, MutationObserver>()
  const ids = new WeakMap<object, number>()

  const idOf = (object: object): number => {
    const id = ids.get(object) ?? runtime.next()
    ids.set(object, id)
    return id
  }

  const keyOf = (mutation: Mutation): string => {
    const { mutationKey } = mutation.options
    const who = mutationKey === undefined ? `#${idOf(hooks.get(mutation) ?? mutation)}` : hashKey(mutationKey)
    return `mutation ${who} ${variablesKey(mutation.state.variables, idOf)}`
  }

  const isCurrent = (mutation: Mutation): boolean => {
    const hook = hooks.get(mutation)
    return hook === undefined || latest.get(hook) === mutation
  }

  return {
    ofQuery(query) {
      const source = queries.get(query) ?? querySource(runtime, query)
      queries.set(query, source)
      return source
    },
    ofMutation(mutation) {
      const source = mutations.get(mutation) ?? mutationSource(input, mutation, { keyOf, isCurrent })
      mutations.set(mutation, source)
      return source
    },
    observe(observer, mutation) {
      latest.set(observer, mutation)
      hooks.set(mutation, observer)
    },
    hookOf: (mutation) => hooks.get(mutation),
  }
}

function querySource(runtime: Runtime, query: Query): Source {
  return {
    kind: 'query',
    key: `query ${query.queryHash}`,
    started: 0,
    refreshed: false,
    variables: undefined,
    retry: () => query.fetch(undefined, { cancelRefetch: true }),
    canRetry: () => query.options.queryFn !== undefined,
    willThrow: () => willThrow(query),
    failedWith: (problem) => query.state.status === 'error' && isSame(runtime, query.state.error, problem),
    hasData: () => query.state.data !== undefined,
    observed: () => query.getObserversCount() > 0 || isSuspended(query),
  }
}

interface Known {
  readonly keyOf: (mutation: Mutation) => string
  /** Does its hook still look at it? */
  readonly isCurrent: (mutation: Mutation) => boolean
}

function mutationSource({ runtime, again }: SourcesInput, mutation: Mutation, { keyOf, isCurrent }: Known): Source {
  return {
    kind: 'mutation',
    get key() {
      return keyOf(mutation)
    },
    started: 0,
    refreshed: false,
    get variables() {
      return mutation.state.variables
    },
    retry: () => {
      again(mutation)
      return mutation.execute(mutation.state.variables)
    },
    canRetry: () => mutation.options.mutationFn !== undefined,
    willThrow: () =>
      resolves((mutation.options as { throwOnError?: ThrowOnError }).throwOnError, mutation.state.error, mutation),
    failedWith: (problem) =>
      mutation.state.status === 'error' && isSame(runtime, mutation.state.error, problem) && isCurrent(mutation),
    hasData: () => false,
    observed: () => true,
  }
}

type ThrowOnError = boolean | ((error: unknown, source: unknown) => boolean) | undefined

// A component that suspends for the first time has no observer yet; only the option tells.
function isSuspended(query: Query): boolean {
  return (query.options as { suspense?: boolean }).suspense === true && query.state.data === undefined
}

function willThrow(query: Query): boolean {
  return (
    isSuspended(query) ||
    query.observers.some(({ options }) => resolves(options.throwOnError as ThrowOnError, query.state.error, query))
  )
}

function resolves(option: ThrowOnError, error: unknown, source: unknown): boolean {
  return typeof option === 'function' ? option(error, source) : option === true
}

function isSame(runtime: Runtime, thrown: unknown, problem: Problem): boolean {
  return runtime.identityOf(thrown) === runtime.identityOf(problem)
}

// The same call again is the same key; two uploads through one hook are two.
function variablesKey(variables: unknown, idOf: (object: object) => number): string {
  return isPlain(variables) ? (hashKey([variables]) ?? '') : `#${idOf(variables as object)}`
}

function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === 'function') return false
  if (typeof value !== 'object' || value === null) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  if (depth > 8 || (prototype !== Object.prototype && prototype !== null && !Array.isArray(value))) return false
  return Object.values(value).every((member) => isPlain(member, depth + 1))
}
