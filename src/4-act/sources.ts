import { hashKey, type Mutation, type MutationObserver, type Query } from '@tanstack/react-query'
import type { Problem } from '../problem/problem.ts'
import type { Source } from '../problem/source.ts'
import type { CallRecord, Memory } from './call-record.ts'
import type { Runtime } from './runtime.ts'

const latest = Symbol()
const sent = Symbol()

/** A hook, and on it what it looks at and what it sent last: kept there it costs next to nothing. */
type Hook = MutationObserver & { [latest]?: Mutation; [sent]?: Mutation }

/** One source per query and mutation, for as long as those live; made when something fails, because most never do. */
export class Sources {
  readonly #memory: Memory
  readonly #ids = new WeakMap<object, number>()

  constructor(memory: Memory) {
    this.#memory = memory
  }

  of(call: Query | Mutation): Source {
    const { runtime, recordOf } = this.#memory
    const record = recordOf(call)
    return (record.source ??=
      'queryHash' in call
        ? querySource({ runtime, record }, call)
        : mutationSource({ runtime, record, keyOf: () => this.#keyOf(call) }, call))
  }

  /** A hook looks at this mutation now, and no more at the one before. */
  observe(hook: Hook, mutation: Mutation): void {
    hook[latest] = mutation
    this.#memory.recordOf(mutation).hook = hook
  }

  /** It is sent. The very same once more asks the same server: what it met there holds its first attempt, too. */
  recall(mutation: Mutation): void {
    const { recordOf } = this.#memory
    const record = recordOf(mutation)
    const hook: Hook | undefined = record.hook
    if (hook === undefined) return
    const last = hook[sent]
    const met = last && recordOf(last).met
    if (last !== undefined && met !== undefined && this.#keyOf(last) === this.#keyOf(mutation)) record.met ??= met
    hook[sent] = mutation
  }

  #keyOf(mutation: Mutation): string {
    const { mutationKey } = mutation.options
    const { hook = mutation } = this.#memory.recordOf(mutation)
    const who = mutationKey === undefined ? `#${this.#idOf(hook)}` : hashKey(mutationKey)
    return `mutation ${who} ${variablesKey(mutation.state.variables, (object) => this.#idOf(object))}`
  }

  #idOf(object: object): number {
    const id = this.#ids.get(object) ?? this.#memory.runtime.next()
    this.#ids.set(object, id)
    return id
  }
}

interface Known {
  readonly runtime: Runtime
  readonly record: CallRecord
}

function querySource({ runtime, record }: Known, query: Query): Source {
  return {
    kind: 'query',
    key: `query ${query.queryHash}`,
    get started() {
      return record.started
    },
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

function mutationSource(
  { runtime, record, keyOf }: Known & { readonly keyOf: () => string },
  mutation: Mutation,
): Source {
  // Does its hook still look at it?
  const isCurrent = () => {
    const hook: Hook | undefined = record.hook
    return hook === undefined || hook[latest] === mutation
  }
  return {
    kind: 'mutation',
    get key() {
      return keyOf()
    },
    get started() {
      return record.started
    },
    refreshed: false,
    get variables() {
      return mutation.state.variables
    },
    retry: () => {
      record.again = true
      return mutation.execute(mutation.state.variables)
    },
    canRetry: () => mutation.options.mutationFn !== undefined,
    willThrow: () =>
      resolves((mutation.options as { throwOnError?: ThrowOnError }).throwOnError, mutation.state.error, mutation),
    failedWith: (problem) =>
      mutation.state.status === 'error' && isSame(runtime, mutation.state.error, problem) && isCurrent(),
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
