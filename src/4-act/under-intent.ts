import type { Mutation, MutationFunctionContext } from '@tanstack/react-query'
import { start } from './attempt.ts'
import type { Memory } from './call-record.ts'
import { callOf, metaOf } from './call.ts'
import { randomKey } from './idempotency.ts'
import { isAnswer } from './intents.ts'
import { beginTime } from './time-limit.ts'
import { warnOnce } from '../problem/warn.ts'

/** What a wrapped `mutationFn` gets besides TanStack's own context. */
export interface ApiMutationContext extends MutationFunctionContext {
  /** One key for all attempts of one `mutate` call. Reading it promises that the request carries it. */
  readonly idempotencyKey: string
}

/** One call of a mutation's function. */
interface Calling {
  readonly mutation: Mutation
  readonly context: MutationFunctionContext
}

/** Runs it under its key; or waits instead, where a call of the same intent was in flight first. */
export function underIntent<T>(
  { runtime, recordOf }: Memory,
  { mutation, context }: Calling,
  run: (context: ApiMutationContext) => Promise<T>,
): Promise<T> {
  const record = recordOf(mutation)
  if (record.joins !== undefined) return record.joins as Promise<T>
  record.giveKey = () => {
    const { intent, key } = record
    return (record.key = intent === undefined ? (key ?? randomKey()) : runtime.intents.keyOf(intent, key))
  }
  return run(new KeyedContext(context, record.giveKey))
}

/** TanStack's context and a key that is made when it is read: by a getter of all of them, so that they are of one shape. */
export class KeyedContext implements ApiMutationContext {
  readonly client: ApiMutationContext['client']
  readonly meta: ApiMutationContext['meta']
  readonly mutationKey: readonly unknown[]
  declare readonly idempotencyKey: string
  readonly #giveKey: () => string

  constructor(context: MutationFunctionContext, giveKey: () => string) {
    this.#giveKey = giveKey
    this.client = context.client
    this.meta = context.meta
    this.mutationKey = context.mutationKey as readonly unknown[]
    Object.defineProperty(this, 'idempotencyKey', KeyedContext.#key)
  }

  static readonly #key = {
    enumerable: true,
    get(this: KeyedContext): string {
      return this.#giveKey()
    },
  }
}

/** A call begins: what does it mean, and does somebody do it already? Asked again while it runs it changes nothing. */
export function beginIntent(memory: Memory, mutation: Mutation): void {
  const { runtime, recordOf } = memory
  const record = recordOf(mutation)
  const intent = callOf(mutation)?.intent ?? metaOf(mutation)?.intent
  if (intent === undefined) return
  if (record.intent === undefined) {
    // Whoever comes next on this page means it for himself.
    record.intent = `${runtime.session?.getState().id ?? ''} ${intent(mutation.state.variables as never)}`
    // What comes of all its attempts; asked for now, because TanStack forgets it once it has come.
    record.joins = runtime.intents.begin(record.intent, mutation)?.continue()
  }
  bindPlain(memory, mutation)
}

/** A plain hook was rendered while it calls. */
export function renewIntent(memory: Memory, mutation: Mutation): void {
  if (memory.recordOf(mutation).intent !== undefined) bindPlain(memory, mutation)
}

/** A call is over. */
export function endIntent({ runtime, recordOf }: Memory, mutation: Mutation): void {
  const record = recordOf(mutation)
  if (record.intent === undefined) return
  const { status, error } = mutation.state
  const answered = status === 'success' || isAnswer(runtime.problemOf(error))
  if (status === 'success' && record.key === undefined && record.joins === undefined)
    warnOnce(
      runtime.said,
      'a mutation has an intent, but nothing that it sent has its key, so that it may be done twice. client.fetch sends it ' +
        'before the function first waits; later, or with another client, pass on context.idempotencyKey.',
    )
  runtime.intents.end(record.intent, mutation, answered)
  record.intent = undefined
  record.joins = undefined
}

// A plain hook says it under `meta`, and each of its renders hands in a function that is not wrapped.
function bindPlain(memory: Memory, mutation: Mutation): void {
  const { runtime, recordOf } = memory
  const record = recordOf(mutation)
  const { mutationFn } = mutation.options
  if (mutationFn === undefined || mutationFn === record.ours || callOf(mutation) !== undefined) return
  const ours: typeof mutationFn = (variables, context) =>
    underIntent(memory, { mutation, context }, async (keyed) => {
      beginTime(record, runtime.now())
      return start(() => mutationFn(variables, keyed), { runtime, record })
    })
  record.ours = ours
  mutation.setOptions({ ...mutation.options, mutationFn: ours })
}
