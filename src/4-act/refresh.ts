import { patienceOf } from '../3-decide/decide-retry.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import type { Failed } from '../problem/source.ts'
import { callSource } from './call-source.ts'
import { judge, type Runtime } from './runtime.ts'
import type { Verdict } from './verdict.ts'

/**
 * What came of it: send it again (`refreshed`: under credentials that are fresh for certain), give up, or give up because of
 * this instead: a failure of the refresh itself, or an abort.
 */
export type AfterRefresh =
  | (Waited & { readonly again: true; readonly refreshed: boolean })
  | (Waited & { readonly again: false; readonly instead?: unknown })

interface Waited {
  /** Milliseconds it waited for a refresh. A user who signs in again takes the time that takes. */
  readonly waited?: number | undefined
}

/** A problem whose remedy asks for something about the session. */
export interface Refused {
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
}

/** What is known of the request that was refused. */
export interface RefusedCall {
  /** The generation of the credentials it was sent under, where it may be late. */
  readonly sentUnder?: number | undefined
  /** It changes nothing on the server. @default true */
  readonly isSafe?: boolean | undefined
  /** Milliseconds of its patience that it has waited already. @default it waits for as long as a refresh takes */
  readonly spent?: number | undefined
  /** Milliseconds it may wait in all. */
  readonly patience?: number | undefined
  /** Its own abort. */
  readonly signal?: AbortSignal | undefined
}

/** Is there something to do about the session before this is sent once more? Once for each call. */
export function asksSession(
  runtime: Runtime,
  problem: Problem,
  { remedy: { session }, decision, sentUnder }: Pick<Verdict, 'remedy'> & Partial<Verdict> & Late,
): boolean {
  if (session === 'refresh' && decision !== undefined) return decision.do === 'refresh'
  if (session === undefined || runtime.refreshed.has(problem)) return false
  if (session === 'refresh' || isLate(runtime, sentUnder)) return true
  return session !== 'end' && runtime.parking !== undefined
}

type Late = Pick<RefusedCall, 'sentUnder'>

// S2: what is said of credentials that have been replaced since says nothing of the new ones.
function isLate({ session }: Runtime, sentUnder: number | undefined): boolean {
  return sentUnder !== undefined && sentUnder !== session?.getState().generation
}

/**
 * Does what a remedy says about the session before a request is sent once more. A refresh that the server refused, or that
 * nobody implements, ends the session; a bad network keeps it, and is then what failed. Where the user can sign in again in
 * the page, it waits for that.
 */
export async function refreshFor(runtime: Runtime, refused: Refused, call: RefusedCall = {}): Promise<AfterRefresh> {
  const { session } = runtime
  const move = refused.remedy.session
  if (session === undefined || move === undefined) return { again: false }
  const { epoch, status } = session.getState()
  if (status === 'ended') return { again: false }
  if (isLate(runtime, call.sentUnder)) return { again: true, refreshed: false }
  if (move === 'end') return { again: false }
  if (move !== 'refresh' || status === 'expired') return park(runtime, refused, call)
  const refreshing = session.refresh((failure) => saysNothing(runtime.problemOf(failure)))
  const since = runtime.now()
  const { outcome, thrown } = await within(refreshing, call)
  const waited = runtime.now() - since
  if (outcome === 'refreshed') return { again: true, refreshed: isOurs(session), waited }
  if (outcome === 'kept') return { again: false, instead: thrown, waited }
  // Another user is here by now, and nothing of this is theirs.
  if (session.getState().epoch !== epoch) return { again: false }
  const own = thrown === undefined ? undefined : await judge(runtime, thrown)
  if (own?.remedy.session === 'expire') {
    const after = await park(runtime, own, call)
    return after.again ? after : { instead: thrown, ...after }
  }
  if (session.end(session.canRefresh ? 'refused' : 'no-refresh'))
    // What waited for the answer has been cancelled with the session, so the notice is given here.
    runtime.presenter.fail(noticeOf(runtime, own?.remedy.session === 'end' ? own : refused))
  return { again: false }
}

/** The same for a call with a patience: the wait for a refresh takes of it. */
export async function askSession(
  runtime: Runtime,
  refused: Refused,
  call: RefusedCall & { readonly spent: number },
): Promise<AfterRefresh & { readonly spent: number }> {
  runtime.refreshed.add(refused.problem)
  const after = await refreshFor(runtime, refused, call)
  return { ...after, spent: call.spent + (after.waited ?? 0) }
}

// Only a sign-in can help. Without a place for it in the page the request is handed over, and the action `login` leads on.
async function park(runtime: Runtime, { problem, remedy }: Refused, call: RefusedCall): Promise<AfterRefresh> {
  const { parking, session } = runtime
  const isStepUp = remedy.session === 'step-up'
  if (!isStepUp) session?.expire('expired-by-code')
  if (parking === undefined) return { again: false }
  const challenge = problem.challenges.find(({ params }) => Object.hasOwn(params, 'error'))
  const { isSafe = true, signal } = call
  const outcome = await parking.wait({ isSafe, isStepUp, challenge, signal })
  if (outcome === 'again') return { again: true, refreshed: isOurs(session) }
  return outcome === 'left'
    ? { again: false }
    : { again: false, instead: new DOMException('This is not sent any more.', 'AbortError') }
}

// What another tab got may not have reached this one yet, and deserves another refresh when it is refused.
function isOurs(session: Runtime['session']): boolean {
  return session?.getState().reason !== 'changed-elsewhere'
}

type Refreshed = Awaited<ReturnType<NonNullable<Runtime['session']>['refresh']>>

// R3: one budget for every wait. The refresh itself goes on, for those who come after.
function within(refreshing: Promise<Refreshed>, { spent, patience }: RefusedCall): Promise<Refreshed> {
  if (spent === undefined) return refreshing
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Refreshed>((resolve) => {
    const thrown = new DOMException('The session is still being refreshed.', 'TimeoutError')
    timer = setTimeout(() => resolve({ outcome: 'kept', thrown }), Math.max(0, patienceOf({ patience }) - spent))
  })
  return Promise.race([refreshing, late]).finally(() => clearTimeout(timer))
}

// Where the refresh was refused with a code of its own that ends the session, that is what happened.
function noticeOf(runtime: Runtime, { problem, remedy }: Refused): Failed {
  return { thrown: problem, problem, remedy, source: callSource(problem), seen: runtime.next() }
}

// S1: a network failure, a 5xx or a 429 says nothing about the session.
function saysNothing(problem: Problem): boolean {
  const status = effectiveStatus(problem) ?? 0
  return ['network', 'timeout', 'aborted'].includes(problem.kind) || status === 429 || status >= 500
}
