import { CancelledError, type Mutation, type Query } from '@tanstack/react-query'
import type { Decision } from '../3-decide/decide-retry.ts'
import { isSafe, permissionOf } from '../3-decide/retryable.ts'
import { waitInstead } from '../3-decide/wait-instead.ts'
import { isProblem, type Problem } from '../problem/problem.ts'
import { originOf } from '../problem/route.ts'
import type { CallRecord } from './call-record.ts'
import { nameOf } from './call.ts'
import { keepVerdict, verdictOf } from './verdict.ts'
import { contractNamed, judge, type CallOptions, type Judged, type Runtime } from './runtime.ts'
import type { Passed } from './gates.ts'
import { isUnsent } from './unsent.ts'
import { tellGate, turnOf } from './turn.ts'
import { timeLeft, type Late } from './time-limit.ts'
import type { Seen } from './traffic.ts'
import { countSent } from './two-owners.ts'

/** What one attempt needs besides the function to run. */
export interface Attempt {
  readonly runtime: Runtime
  readonly record: CallRecord
  readonly call: CallOptions | undefined
  readonly meta: CallOptions | undefined
  readonly of: Query | Mutation
  /** A query only reads, by whatever method; a mutation may be sent again only under its key. */
  readonly reads: boolean
  /** Asked for its signal only where it waits: TanStack takes that for a promise to heed it. */
  readonly context: { readonly client: unknown; readonly signal?: AbortSignal }
  readonly late: Late
}

/**
 * Runs one attempt of a hook's function. What it throws leaves as a `Problem` with its verdict; a problem that asks
 * for it is answered by one refresh and one more run. What comes in after the user has changed is dropped.
 */
export async function runAttempt<T>(run: () => T | Promise<T>, attempt: Attempt): Promise<T> {
  const { runtime, record, reads } = attempt
  const epoch = runtime.session?.getState().epoch
  for (let refreshed = false, late = true; ; late = false) {
    const sentUnder = late ? runtime.session?.getState().generation : undefined
    let turn: Passed | undefined
    try {
      // The first attempt has nothing to wait for: nobody knows whom it asks.
      if (record.due !== undefined) record.end += Math.max(0, runtime.now() - record.due)
      if (record.met !== undefined || record.due !== undefined) turn = await turnOf(runtime, attempt)
      record.sending = runtime.traffic.begin()
      const result = await runtime.timeLimits.wait(Promise.resolve(start(run, attempt)), record, attempt.late)
      if (turn === undefined) runtime.gates.heardOf(originOf(record.met?.request?.url) || undefined)
      else turn.answered()
      dropWhenStale(runtime, epoch)
      return result
    } catch (thrown) {
      if (!hasEndedSession(runtime, thrown)) dropWhenStale(runtime, epoch)
      if (isCancellation(thrown)) throw thrown
      const seen = runtime.traffic.failedSince(record.sending)
      const failed = await read(attempt, thrown, { again: refreshed, turn, seen })
      if (failed.problem.kind === 'aborted') throw thrown
      const { keeper } = runtime
      const asked = { sentUnder, isSafe: reads, budget: record }
      if (keeper?.asks(failed.problem, { ...failed, sentUnder }) !== true) throw failed.problem
      const since = runtime.now()
      const settled = await keeper.settle(failed, asked)
      record.end += runtime.now() - since
      if (!settled.again) {
        const { instead } = settled
        throw (instead === undefined ? failed : await read(attempt, instead, { again: true, turn })).problem
      }
      dropWhenStale(runtime, epoch)
      refreshed = settled.refreshed || !late
    } finally {
      turn?.gone()
    }
  }
}

/** Calls a hook's function. What it sends before it first waits belongs to its call: its patience, its key. */
export function start<T>(
  run: () => T | Promise<T>,
  { runtime, record }: Pick<Attempt, 'runtime' | 'record'>,
): T | Promise<T> {
  const outer = runtime.calling
  runtime.calling = record
  try {
    return run()
  } finally {
    runtime.calling = outer
  }
}

/** Was this thrown because somebody called the work off? */
export function isCancellation(thrown: unknown): boolean {
  return thrown instanceof CancelledError
}

interface Circumstances {
  /** The session has been refreshed for it. */
  readonly again: boolean
  readonly turn: Passed | undefined
  /** What the browser saw of it. */
  readonly seen?: Seen | undefined
}

async function read(
  { runtime, call, meta, record, reads, of }: Attempt,
  thrown: unknown,
  { again, turn, seen }: Circumstances,
): Promise<Judged> {
  const refreshed = again || (isProblem(thrown) && runtime.refreshed.has(thrown))
  const glance = runtime.problemOf(thrown)
  const idempotent = isIdempotent(glance, reads, record)
  const asked = glance.kind === 'network' && glance.request === undefined ? seen?.url : undefined
  const { attempt, spent, patience } = record
  const retrying = { attempt, spent, patience, refreshed, idempotent }
  const once = await judge(runtime, thrown, { call, meta, asked, ...retrying })
  const judged = countSent(runtime, thrown, { judged: once, sent: seen?.sent })
  const { problem, remedy } = judged
  if (refreshed) runtime.refreshed.add(problem)
  if (problem.kind !== 'aborted' && !runtime.gates.knows(problem)) {
    record.met = problem
    if (turn === undefined) tellGate(runtime, { problem, remedy, name: nameOf(of) })
    else turn.failed(problem, remedy)
  }
  if (!isUnsent(problem)) record.toldUntil = runtime.now() + (problem.retryAfter ?? 0)
  const decision = decide(runtime, judged, { record, reads })
  keepVerdict(problem, { remedy, decision, attempt })
  if (decision.do === 'retry' || decision.do === 'wait') {
    const delay = decision.do === 'retry' ? decision.delay : 0
    record.spent += delay
    record.due = runtime.now() + delay
  }
  return { ...judged, decision }
}

type Calling = Pick<Attempt, 'record' | 'reads'>

// What a hook knows beyond the failure: what it calls, since when, and whether the gate is closed by now.
function decide(runtime: Runtime, judged: Judged, { record, reads }: Calling): Decision {
  const { problem, decision } = judged
  if (decision.do !== 'retry') return decision
  if (!reads && !mayRepeat(runtime, judged, record)) return { do: 'hand-over', because: 'attempts' }
  const now = runtime.now()
  if (runtime.gates.holds(problem)) return waitInstead(decision, { now, ...record })
  return decision.delay > timeLeft(record, now) ? { do: 'hand-over', because: 'budget' } : decision
}

// The kit's own rule is for reading. What changes something goes out once, as with TanStack, and its user decides; unless
// the contract or a remedy states a rule, the server said that it processed nothing, or its key makes an accident that no
// code explains harmless.
function mayRepeat(runtime: Runtime, { problem, remedy }: Judged, { key }: CallRecord): boolean {
  const contract = contractNamed(runtime, problem.contract)
  const stated = remedy.retry ?? contract?.retry ?? contract?.retryByStatus?.[problem.status ?? 0]
  const isAccident = key !== undefined && remedy.why.rung !== 'code'
  return stated !== undefined || isAccident || permissionOf(problem) === 'once'
}

// Where the method speaks for itself the table of statuses and methods decides. What only a key allows, reading does not.
function isIdempotent(problem: Problem, reads: boolean, { key }: CallRecord): true | undefined {
  const saysItself = isSafe(problem.request?.method)
  return key !== undefined || (reads && !saysItself && permissionOf(problem) !== 'key') ? true : undefined
}

// That is what its own call is told, as long as nobody else is there.
function hasEndedSession({ session }: Runtime, thrown: unknown): boolean {
  return session?.getState().status === 'ended' && verdictOf(thrown)?.remedy.session !== undefined
}

// S3: a late answer belongs to the user before, and nobody may see it.
function dropWhenStale(runtime: Runtime, epoch: number | undefined): void {
  if (runtime.session?.getState().epoch !== epoch) throw new CancelledError({ silent: true, revert: true })
}
