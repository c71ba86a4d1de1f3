import type { Problem } from '../problem/problem.ts'
import type { Source } from '../problem/source.ts'
import type { Budget } from './budget.ts'
import type { Runtime } from './runtime.ts'

/** What is remembered of one call over its attempts. */
export interface CallRecord extends Budget {
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
  /** When it was called, in milliseconds since 1970. */
  began: number
  /** When its function was called for this attempt, or a plain hook was, by the clock of `performance`. */
  sending: number
  /** What its last request failed with, where another client sent it. */
  met?: Problem | undefined
  /** Its function has been called with a context of its own. */
  bound: boolean
}

/** A call begins: nothing is sent yet, and its key is its own unless the user sends the same thing again. */
export function startCall(record: CallRecord, { now, session }: Runtime): void {
  record.epoch = session?.getState().epoch
  record.began = now()
  record.spent = 0
  record.fromStart = false
  if (!record.again) record.key = undefined
  record.again = false
  record.bound = false
}

/** A call as the next one of the same hook remembers it. */
export interface LastCall {
  readonly source: Source
  readonly record: CallRecord
}

/** The very same once more asks the same server: what it met there holds its first attempt, too. */
export function recall(lastCalls: WeakMap<object, LastCall>, hook: object, call: LastCall): void {
  const last = lastCalls.get(hook)
  if (last?.record.met !== undefined && last.source.key === call.source.key) call.record.met ??= last.record.met
  lastCalls.set(hook, call)
}

/** The record of each call, for as long as its query or mutation lives. */
export function createRecords(runtime: Runtime): (call: object) => CallRecord {
  const records = new WeakMap<object, CallRecord>()
  return (call) => {
    const record = records.get(call) ?? newRecord(runtime)
    records.set(call, record)
    return record
  }
}

function newRecord({ now, session }: Runtime): CallRecord {
  return {
    attempt: 1,
    spent: 0,
    began: now(),
    sending: 0,
    again: false,
    epoch: session?.getState().epoch,
    bound: false,
  }
}
