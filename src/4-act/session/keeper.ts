import { patienceLeft } from '../../3-decide/decide-retry.ts'
import { effectiveStatus } from '../../problem/effective-status.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ResolvedRemedy } from '../../problem/remedy.ts'
import type { SessionState } from '../../problem/session.ts'
import type { Failed } from '../../problem/source.ts'
import { warn } from '../../problem/warn.ts'
import type { Budget } from '../budget.ts'
import { callFailed } from '../call-source.ts'
import { verdictOf } from '../verdict.ts'
import { endOfUser } from './end-of-user.ts'
import type { Judgement, Refused, RefusedCall, SessionClient, SessionKeeper, Settled } from './keeping.ts'
import { sessionEnded } from './notices.ts'
import type { AnySession, RefreshResult } from './types.ts'

/** Does for one client what it has a session for, from now on. */
export class Keeper implements SessionKeeper {
  readonly #session: AnySession
  readonly #client: SessionClient

  constructor(session: AnySession, client: SessionClient) {
    this.#session = session
    this.#client = client
    endOfUser(session, client)
  }

  asks(problem: Problem, { remedy: { session: move }, decision, sentUnder }: Judgement): boolean {
    if (move === 'refresh' && decision !== undefined) return decision.do === 'refresh'
    if (move === undefined || this.#client.refreshed.has(problem)) return false
    if (move === 'refresh' || this.#isLate(sentUnder)) return true
    return move !== 'end' && this.#client.parking !== undefined
  }

  async settle(refused: Refused, call: RefusedCall): Promise<Settled> {
    const move = refused.remedy.session
    const { epoch, status } = this.#session.getState()
    this.#client.refreshed.add(refused.problem)
    if (status === 'ended') return { again: false }
    if (this.#isLate(call.sentUnder)) return { again: true, refreshed: false }
    if (move === 'end') return { again: false }
    if (move !== 'refresh' || status === 'expired') return this.#park(refused, call)
    const { outcome, thrown } = await this.#refresh(call.budget)
    if (outcome === 'refreshed') return this.#again()
    if (outcome === 'kept') return { again: false, instead: thrown }
    // Another user is here by now, and nothing of this is theirs.
    if (this.#session.getState().epoch !== epoch) return { again: false }
    const own = thrown === undefined ? undefined : await this.#client.judge(thrown)
    if (own?.remedy.session === 'expire') {
      const parked = await this.#park(own, call)
      return parked.again ? parked : { instead: thrown, ...parked }
    }
    // What waited for the answer is cancelled with the session, so the notice is given here. Where the refresh was refused
    // with a code of its own that ends the session, that is what happened.
    if (this.#session.end(this.#session.canRefresh ? 'refused' : 'no-refresh'))
      this.#client.presenter.fail(callFailed(this.#client, own?.remedy.session === 'end' ? own : refused))
    return { again: false }
  }

  takes(failed: Failed): boolean {
    const { problem, remedy } = failed
    const takes = this.asks(problem, { remedy })
    if (takes) this.#sendAgain(failed).catch((bug: unknown) => warn('a refresh threw', bug))
    else if (!this.#client.ofSignIn.has(problem)) this.#move(remedy)
    return takes
  }

  // All else is for whoever catches the problem. Who was not signed in has nothing to lose: that is how `load` finds out.
  lose(problem: Problem, before: SessionState | undefined): void {
    const remedy = verdictOf(problem)?.remedy
    if (before?.id === undefined || before.epoch !== this.#session.getState().epoch) return
    if (remedy?.session === 'expire') this.#move(remedy)
    if (remedy?.session === 'end') this.#client.act(callFailed(this.#client, { problem, remedy }))
  }

  async extend(): Promise<void> {
    const { problem, remedy } = sessionEnded(this.#client)
    const settled = await this.settle({ problem, remedy: { ...remedy, session: 'refresh' } }, {})
    if (!settled.again && settled.instead !== undefined) throw settled.instead
  }

  // Only plain hooks come here: what the wrapped ones throw has been through the refresh already. What a server refused
  // for its credentials it has not processed, so that a mutation too may be sent again.
  async #sendAgain(failed: Failed): Promise<void> {
    const { source, problem } = failed
    this.#client.refreshed.add(problem)
    if (source.refreshed) return this.#client.act(failed)
    source.refreshed = true
    const settled = await this.settle(failed, { isSafe: source.kind !== 'mutation' })
    if (settled.again) source.refreshed = settled.refreshed
    if (settled.again && source.canRetry()) return void source.retry().catch(() => undefined)
    const { presenter, judge } = this.#client
    if (settled.again || settled.instead === undefined) return presenter.fail(failed)
    const instead = await judge(settled.instead)
    if (instead.problem.kind !== 'aborted') presenter.fail({ ...failed, thrown: settled.instead, ...instead })
  }

  #move({ session: move }: ResolvedRemedy): void {
    if (move === 'end') this.#session.end('ended-by-code')
    if (move === 'expire') this.#session.expire('expired-by-code')
    // Refused although it was sent under fresh credentials: another refresh would only repeat it.
    if (move === 'refresh' && this.#session.getState().status !== 'expired') this.#session.end('refused')
  }

  // R3: one budget for every wait. The refresh itself goes on, for those who come after.
  async #refresh(budget: Budget | undefined): Promise<RefreshResult> {
    const refreshing = this.#session.refresh((failure) => saysNothing(this.#client.problemOf(failure)))
    if (budget === undefined) return refreshing
    const since = this.#client.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<RefreshResult>((resolve) => {
      const thrown = new DOMException('The session is still being refreshed.', 'TimeoutError')
      timer = setTimeout(() => resolve({ outcome: 'kept', thrown }), Math.max(0, patienceLeft(budget)))
    })
    const result = await Promise.race([refreshing, late])
    clearTimeout(timer)
    budget.spent += this.#client.now() - since
    return result
  }

  // Only a sign-in can help. Without a place for it in the page the request is handed over, and the action `login` leads on.
  async #park({ problem, remedy }: Refused, { isSafe = true, signal }: RefusedCall): Promise<Settled> {
    const { parking } = this.#client
    const isStepUp = remedy.session === 'step-up'
    if (!isStepUp) this.#session.expire('expired-by-code')
    if (parking === undefined) return { again: false }
    const challenge = problem.challenges.find(({ params }) => Object.hasOwn(params, 'error'))
    const outcome = await parking.wait({ isSafe, isStepUp, challenge, signal })
    if (outcome === 'again') return this.#again()
    return outcome === 'left'
      ? { again: false }
      : { again: false, instead: new DOMException('This is not sent any more.', 'AbortError') }
  }

  // What another tab got may not have reached this one yet, and deserves another refresh when it is refused.
  #again(): Settled {
    return { again: true, refreshed: this.#session.getState().reason !== 'changed-elsewhere' }
  }

  // S2: what is said of credentials that have been replaced since says nothing of the new ones.
  #isLate(sentUnder: number | undefined): boolean {
    return sentUnder !== undefined && sentUnder !== this.#session.getState().generation
  }
}

// S1: a network failure, a 5xx or a 429 says nothing about the session.
function saysNothing(problem: Problem): boolean {
  const status = effectiveStatus(problem) ?? 0
  return ['network', 'timeout', 'aborted'].includes(problem.kind) || status === 429 || status >= 500
}
