import { sleep } from '../4-act/abort.ts'
import { callSource } from '../4-act/call-source.ts'
import { createFetch } from '../4-act/fetch.ts'
import { judge, type Runtime } from '../4-act/runtime.ts'
import { Problem } from '../problem/problem.ts'
import type { Outcome } from '../problem/incident.ts'
import type { OpenIncident } from './incidents.ts'
import type { Desk } from './desk.ts'

/** How often the outcome is asked for where neither the remedy nor the server says. */
const usualPause = 5000
/** A server that asks for less is asked no more often. */
const shortestPause = 1000

/** Waits for the outcomes of pending approvals (P9). */
export class Approvals {
  readonly #runtime: Runtime
  readonly #desk: () => Desk

  constructor(runtime: Runtime, desk: () => Desk) {
    this.#runtime = runtime
    this.#desk = desk
  }

  /** Asks for the outcome until it is known, the app settles it, or the user cancels. */
  watch(incident: OpenIncident): void {
    if (incident.latest.remedy.show === 'pending') void this.#poll(incident)
  }

  settle(problem: Problem, outcome: Outcome): void {
    const id = this.#desk().incidentOf(problem)?.id
    const incident = id === undefined ? undefined : this.#desk().open.get(id)
    if (incident !== undefined) this.#end(incident, outcome)
  }

  async #poll(incident: OpenIncident): Promise<void> {
    const { signal } = incident.controller
    try {
      while (!signal.aborted) {
        await sleep(pauseOf(incident), signal)
        const outcome = await this.#ask(incident)
        if (outcome !== undefined) return this.#end(incident, outcome)
      }
    } catch {
      // The incident was closed: by the app, by its user, or by the end of the session.
    }
  }

  async #ask(incident: OpenIncident): Promise<Outcome | Problem | undefined> {
    const runtime = this.#runtime
    const { problem, source } = incident.latest
    const contract = runtime.contracts.find(({ name }) => name === problem.contract)
    if (problem.location === undefined || contract === undefined) {
      // Reading again is how a query asks; a mutation must not be sent to find out.
      if (source.kind === 'query') await source.retry().catch(() => undefined)
      return undefined
    }
    try {
      const { status, body } = await createFetch(runtime, contract)(problem.location, {
        signal: incident.controller.signal,
      })
      void body?.cancel()
      return status === 202 ? undefined : 'approved'
    } catch (thrown) {
      const answer = await judge(runtime, thrown, { call: { contract } })
      if (answer.remedy.show === 'pending' || isPassing(answer.problem)) return undefined
      return answer.problem
    }
  }

  #end(incident: OpenIncident, outcome: Outcome | Problem): void {
    const desk = this.#desk()
    const { problem, source } = incident.latest
    desk.close(incident)
    if (outcome === 'cancelled') return
    if (outcome === 'approved') {
      desk.say({ of: 'text', key: 'approved' }, false)
      if (source.canRetry()) source.retry().catch(() => undefined)
      return
    }
    const rejected = outcome === 'rejected' ? rejection(problem) : outcome
    const seen = this.#runtime.next()
    void judge(this.#runtime, rejected).then(({ remedy }) =>
      this.#runtime.act({ thrown: rejected, problem: rejected, remedy, source: callSource(rejected), seen }),
    )
  }
}

function pauseOf({ latest: { problem, remedy } }: OpenIncident): number {
  const stated = remedy.poll?.every ?? 0
  if (stated > 0) return stated
  return problem.retryAfter === undefined ? usualPause : Math.max(shortestPause, problem.retryAfter)
}

function rejection(pending: Problem): Problem {
  return new Problem({
    kind: 'http',
    code: 'TOOL_REJECTED',
    status: 403,
    contract: pending.contract,
    request: pending.request,
  })
}

function isPassing({ kind, status = 0 }: Problem): boolean {
  return kind !== 'http' || status >= 500 || status === 429
}
