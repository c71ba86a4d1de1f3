import type { MutationObserver } from '@tanstack/react-query'
import type { Problem } from '../problem/problem.ts'
import type { Source } from '../problem/source.ts'
import type { Budget } from './budget.ts'
import { longestCall } from './limits.ts'
import type { Runtime } from './runtime.ts'
import { beginTime, type TimedCall } from './time-limit.ts'

/** A wait for the network. */
export interface Pause {
  readonly timer: ReturnType<typeof setTimeout>
  /** What is told of that. */
  notice: Source | undefined
}

/** What is remembered of one call over its attempts. */
export interface CallRecord extends Budget, TimedCall {
  /** What its failures come from, once there were any. */
  source?: Source | undefined
  /** It waits for the network. */
  pause?: Pause | undefined
  /** Order number of its latest start. */
  started: number
  /** The hook that called this mutation. */
  hook?: MutationObserver | undefined
  /** Which attempt this is, from 1. */
  attempt: number
  patience?: number | undefined
  /** The idempotency key, once somebody asked for it. */
  key?: string | undefined
  /** Makes or finds that key. Only what changes something has one. */
  giveKey?: (() => string) | undefined
  /** What it shares with other calls that mean the same. */
  intent?: string | undefined
  /** What comes of the call of the same intent that was in flight first. */
  joins?: Promise<unknown> | undefined
  /** What stands in for the function of a plain hook. */
  ours?: unknown
  /** The next start sends the same intent again, and keeps its key. */
  again: boolean
  /** The user it was called for. */
  epoch: number | undefined
  /** The server refused the place to go on from. */
  fromStart?: boolean | undefined
  total: number
  /** When its next attempt is to be made. */
  due?: number | undefined
  /** When its function was called for this attempt, or a plain hook was, by the clock of `performance`. */
  sending: number
  /** The server asked it to wait until then, in milliseconds since 1970: a new call is no reason to ask before. */
  toldUntil: number
  /** What its last request failed with, where another client sent it. */
  met?: Problem | undefined
  /** What its function was called with. */
  context?: object | undefined
}

/** Where calls are remembered; a pipeline is one. */
export interface Memory {
  readonly runtime: Runtime
  /** What is remembered of the call that this query or mutation is making. */
  readonly recordOf: (call: object) => CallRecord
}

/** A call begins: nothing is sent yet, and its key is its own unless the user sends the same thing again. */
export function startCall(record: CallRecord, runtime: Runtime): void {
  record.started = runtime.next()
  record.epoch = runtime.session?.getState().epoch
  beginTime(record, runtime.now())
  record.spent = 0
  record.due = undefined
  record.fromStart = false
  if (!record.again) record.key = undefined
  record.again = false
  record.context = undefined
}

/** The record of each call, for as long as its query or mutation lives: kept on that, where it costs next to nothing. */
export function createRecords(runtime: Runtime): (call: object) => CallRecord {
  const key = Symbol()
  return (call: { [key]?: CallRecord }) => (call[key] ??= newRecord(runtime))
}

// With all that a success touches, so that records are of one shape.
function newRecord({ now, session }: Runtime): CallRecord {
  return {
    source: undefined,
    pause: undefined,
    hook: undefined,
    started: 0,
    attempt: 1,
    spent: 0,
    patience: undefined,
    key: undefined,
    giveKey: undefined,
    total: longestCall,
    end: now() + longestCall,
    underway: 0,
    due: undefined,
    sending: 0,
    toldUntil: 0,
    again: false,
    epoch: session?.getState().epoch,
    context: undefined,
    fromStart: false,
  }
}
