import { decideRetry, type Decision } from '../../3-decide/decide-retry.ts'
import { isIdempotent, isSafe } from '../../3-decide/retryable.ts'
import { isProblem, type Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'
import type { Failed } from '../../problem/source.ts'
import { callSource } from '../call-source.ts'
import type { Budget } from '../budget.ts'
import type { Settled } from '../session/keeping.ts'
import { judge, type CallOptions, type Judging, type Runtime } from '../runtime.ts'
import type { StreamMemory } from './frames.ts'

/** What is remembered over the connections of one stream. */
export interface Tries extends Budget {
  /** Connections since the last one that brought it further. */
  attempt: number
  refreshed: boolean
  /** It has been begun anew because the server refused the last id. */
  startedOver: boolean
  /** Another stream has been closed for it. */
  madeRoom: boolean
  /** The session's credentials of its first connection. */
  generation: number | undefined
}

/** What happens after a connection failed. */
export type Next =
  | { readonly do: 'connect'; readonly delay: number }
  | { readonly do: 'stop' }
  /** `done`: what its remedy says about the session has been done. */
  | { readonly do: 'hand-over'; readonly failed: Failing; readonly done?: true }

/** The stream that failed. */
export interface FailedStream {
  readonly call: CallOptions
  readonly memory: StreamMemory
  readonly tries: Tries
}

/**
 * Connect again, or hand over? Before the first data of a connection it is the decision for any request. After it only
 * what can be resumed goes on by itself: the rest would be done, or be shown, twice.
 */
export async function nextOf(runtime: Runtime, thrown: unknown, stream: FailedStream): Promise<Next> {
  const { memory, tries } = stream
  const seen = runtime.next()
  const judging = judgingOf(runtime, thrown, stream)
  const { problem, remedy, decision } = await judge(runtime, thrown, judging)
  if (problem.kind === 'aborted') return { do: 'stop' }
  if (judging.refreshed) runtime.refreshed.add(problem)
  const failed = { thrown, problem, remedy, seen }
  const { keeper } = runtime
  if (keeper?.asks(problem, { remedy, decision }) === true) {
    const sentUnder = tries.attempt === 1 ? tries.generation : undefined
    const isHarmless = memory.lastEventId !== '' || isSafe(problem.request?.method)
    const settled = await keeper.settle(failed, { sentUnder, isSafe: isHarmless, budget: tries })
    return settled.again ? onceMore(settled, failed, stream) : insteadOf(runtime, settled, failed)
  }
  const resumable = memory.lastEventId !== ''
  if (memory.payload && !resumable) return { do: 'hand-over', failed }
  if (remedy.stream === 'from-start' && resumable && !tries.startedOver) return startOver(decision, stream)
  const again = (wait?: number) =>
    decideRetry(problem, permitted(remedy, wait), { ...judging, random: runtime.random, now: runtime.now() })
  if (remedy.stream === 'make-room' && !tries.madeRoom && runtime.streams.makeRoom(problem.contract)) {
    tries.madeRoom = true
    // Said at once, and by itself: that this stream goes on does not take back that another one was closed.
    runtime.presenter.fail({ ...failed, source: callSource(problem) })
    return connectOr(again(), failed)
  }
  const isHarmless = resumable || isIdempotent(problem.request?.method)
  return connectOr(brokeOff(problem) && isHarmless ? again(memory.retry) : decision, failed)
}

function judgingOf(runtime: Runtime, thrown: unknown, { call, memory, tries }: FailedStream): Judging & Tries {
  const refreshed = tries.refreshed || (isProblem(thrown) && runtime.refreshed.has(thrown))
  return { ...tries, refreshed, call, idempotent: memory.lastEventId === '' ? undefined : true }
}

function connectOr(decision: Decision, failed: Failing): Next {
  return decision.do === 'retry' ? { do: 'connect', delay: decision.delay } : { do: 'hand-over', failed }
}

function startOver(decision: Decision, { memory, tries }: FailedStream): Next {
  tries.startedOver = true
  memory.lastEventId = ''
  return { do: 'connect', delay: decision.do === 'retry' ? decision.delay : 0 }
}

type Failing = Omit<Failed, 'source'>

function onceMore({ refreshed }: Settled & { again: true }, failed: Failing, { memory, tries }: FailedStream): Next {
  if (memory.payload && memory.lastEventId === '') return { do: 'hand-over', failed, done: true }
  tries.refreshed = refreshed || tries.attempt > 1
  return { do: 'connect', delay: 0 }
}

async function insteadOf(
  runtime: Runtime,
  { instead: thrown }: Settled & { again: false },
  failed: Failing,
): Promise<Next> {
  if (thrown === undefined) return { do: 'hand-over', failed, done: true }
  const instead = await runtime.judge(thrown)
  if (instead.problem.kind === 'aborted') return { do: 'stop' }
  return { do: 'hand-over', failed: { ...failed, thrown, ...instead }, done: true }
}

// A connection that was cut, or fell silent, as opposed to one in which the server said what is wrong.
function brokeOff({ kind, code, cause }: Problem): boolean {
  return kind === 'timeout' || (kind === 'stream' && code === 'STREAM_TRUNCATED' && !(cause instanceof RangeError))
}

/** The remedy of something that may be done again; `wait` is what the server asks for between two connections. */
function permitted(remedy: ResolvedRemedy, wait = 0): ResolvedRemedy {
  const { rule, retry = {} } = remedy
  return { ...remedy, retry, rule: { ...rule, first: Math.max(rule.first, wait), max: Math.max(rule.max, wait) } }
}
