import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import type { SessionState } from '../problem/session.ts'
import type { Failed } from '../problem/source.ts'
import { callSource } from './call-source.ts'
import { asksSession, refreshFor } from './refresh.ts'
import { judge, type Runtime } from './runtime.ts'
import { verdictOf } from './verdict.ts'
import { warn } from '../problem/warn.ts'

/** Does what the remedy says beyond showing: moves the session; then hands on to presenting. */
export function act(runtime: Runtime, failed: Failed): void {
  const { problem, remedy } = failed
  if (asksSession(runtime, problem, failed)) {
    refreshThenAgain(runtime, failed).catch((bug: unknown) => warn('a refresh threw', bug))
    return
  }
  if (!runtime.ofSignIn.has(problem)) moveSession(runtime, remedy)
  runtime.presenter.fail(failed)
}

/**
 * A request outside the hooks may have lost the session, of which nobody else would ever hear: its end has its notice here.
 * All else is for whoever catches the problem. Who was not signed in has nothing to lose: that is how `load` finds out.
 */
export function loseSession(runtime: Runtime, problem: Problem, before: SessionState | undefined): void {
  const remedy = verdictOf(problem)?.remedy
  if (before?.id === undefined || before.epoch !== runtime.session?.getState().epoch) return
  if (remedy?.session === 'expire') moveSession(runtime, remedy)
  if (remedy?.session === 'end')
    runtime.act({ thrown: problem, problem, remedy, source: callSource(problem), seen: runtime.next() })
}

function moveSession({ session }: Runtime, remedy: ResolvedRemedy): void {
  if (remedy.session === 'end') session?.end('ended-by-code')
  if (remedy.session === 'expire') session?.expire('expired-by-code')
  // Refused although it was sent under fresh credentials: another refresh would only repeat it.
  if (remedy.session === 'refresh' && session?.getState().status !== 'expired') session?.end('refused')
}

// Only plain hooks come here: what the wrapped ones throw has been through the refresh already. What a server refused
// for its credentials it has not processed, so that a mutation too may be sent again.
async function refreshThenAgain(runtime: Runtime, failed: Failed): Promise<void> {
  const { source, remedy, problem } = failed
  runtime.refreshed.add(problem)
  if (source.refreshed) return act(runtime, failed)
  source.refreshed = true
  const after = await refreshFor(runtime, { problem, remedy }, { isSafe: source.kind !== 'mutation' })
  if (after.again) source.refreshed = after.refreshed
  if (after.again && source.canRetry()) return void source.retry().catch(() => undefined)
  if (after.again || !('instead' in after) || after.instead === undefined) return runtime.presenter.fail(failed)
  const instead = await judge(runtime, after.instead)
  if (instead.problem.kind !== 'aborted') runtime.presenter.fail({ ...failed, thrown: after.instead, ...instead })
}
