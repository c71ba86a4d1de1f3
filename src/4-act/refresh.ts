import { effectiveStatus } from '../problem/effective-status.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import type { Failed } from '../problem/source.ts'
import { callSource } from './call-source.ts'
import { judge, type Runtime } from './runtime.ts'

/** What came of a refresh: send it again, give up, or give up because of this failure of the refresh itself. */
export type AfterRefresh =
  | { readonly again: true; readonly refreshed: boolean }
  | { readonly again: false; readonly instead?: unknown }

/** A problem that asks for a refresh. */
interface Refused {
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
}

/**
 * Does what a remedy says about the session before a request is sent once more. A refresh that the server refused,
 * or that nobody implements, ends the session; a bad network keeps it, and is then what failed.
 */
export async function refreshFor(
  runtime: Runtime,
  { problem, remedy }: Refused,
  sentUnder?: number,
): Promise<AfterRefresh> {
  const { session } = runtime
  if (session === undefined || remedy.session !== 'refresh') return { again: false }
  const { epoch, generation, status } = session.getState()
  if (status === 'ended') return { again: false }
  // A late 401 for credentials that have been replaced since: the new ones deserve a try.
  if (sentUnder !== undefined && sentUnder !== generation) return { again: true, refreshed: false }
  const { outcome, thrown } = await session.refresh((failure) => saysNothing(runtime.problemOf(failure)))
  // Another user is here by now, and nothing of this is theirs.
  if (outcome === 'refused' && session.getState().epoch !== epoch) return { again: false }
  if (outcome === 'kept') return { again: false, instead: thrown }
  if (outcome === 'refused' && session.end(session.canRefresh ? 'refused' : 'no-refresh'))
    // What waited for the answer has been cancelled with the session, so the notice is given here.
    runtime.presenter.fail(await noticeOf(runtime, { problem, remedy }, thrown))
  return outcome === 'refreshed' ? { again: true, refreshed: true } : { again: false }
}

// Where the refresh was refused with a code of its own that ends the session, that is what happened.
async function noticeOf(runtime: Runtime, refused: Refused, thrown: unknown): Promise<Failed> {
  const own = thrown === undefined ? undefined : await judge(runtime, thrown)
  const { problem, remedy } = own?.remedy.session === 'end' ? own : refused
  return { thrown: problem, problem, remedy, source: callSource(problem), seen: runtime.next() }
}

// S1: a network failure, a 5xx or a 429 says nothing about the session.
function saysNothing(problem: Problem): boolean {
  const status = effectiveStatus(problem) ?? 0
  return ['network', 'timeout', 'aborted'].includes(problem.kind) || status === 429 || status >= 500
}
