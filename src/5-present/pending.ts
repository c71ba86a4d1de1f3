import { createFetch, sleep } from '../4-act/fetch.ts'
import { judge, type Runtime } from '../4-act/runtime.ts'
import { Problem } from '../problem/problem.ts'
import type { Outcome } from '../problem/incident.ts'
import type { OpenIncident } from './incidents.ts'
import type { Desk } from './presenter.ts'

/** How often the outcome is asked for where neither the remedy nor the server says. */
const usualPause = 5000

/** Waits for the outcomes of pending approvals (P9). */
export interface Approvals {
  /** Asks for the outcome until it is known, the app settles it, or the user cancels. */
  watch(incident: OpenIncident): void
  settle(problem: Problem, outcome: Outcome): void
}

/** The approvals of one client. */
export function createApprovals(runtime: Runtime, desk: () => Desk): Approvals {
  return {
    watch(incident) {
      if (incident.latest.remedy.show === 'pending') void poll(incident)
    },
    settle(problem, outcome) {
      const incident = [...desk().open.values()].find(({ failures }) =>
        [...failures].some(({ identity }) => identity === runtime.identityOf(problem)),
      )
      if (incident !== undefined) end(incident, outcome)
    },
  }

  async function poll(incident: OpenIncident): Promise<void> {
    const { signal } = incident.controller
    try {
      while (!signal.aborted) {
        const { problem, remedy } = incident.latest
        await sleep(remedy.poll?.every ?? problem.retryAfter ?? usualPause, signal)
        const outcome = await ask(incident)
        if (outcome !== undefined) return end(incident, outcome)
      }
    } catch {
      // The incident was closed: by the app, by its user, or by the end of the session.
    }
  }

  async function ask(incident: OpenIncident): Promise<Outcome | Problem | undefined> {
    const { problem, source } = incident.latest
    const contract = runtime.contracts.find(({ name }) => name === problem.contract)
    if (problem.location === undefined || contract === undefined) {
      // Reading again is how a query asks; a mutation must not be sent to find out.
      if (source.kind === 'query') await source.retry().catch(() => undefined)
      return undefined
    }
    try {
      await createFetch(runtime, contract)(problem.location, { signal: incident.controller.signal })
      return 'approved'
    } catch (thrown) {
      const answer = await judge(runtime, thrown, { contract }, { attempt: 1, spent: 0 })
      if (answer.remedy.show === 'pending' || isPassing(answer.problem)) return undefined
      return answer.problem
    }
  }

  function end(incident: OpenIncident, outcome: Outcome | Problem): void {
    const { problem, source } = incident.latest
    desk().close(incident)
    if (outcome === 'cancelled') return
    if (outcome === 'approved') {
      desk().say({ of: 'text', key: 'approved' }, false)
      if (source.canRetry()) source.retry().catch(() => undefined)
      return
    }
    const rejected = outcome === 'rejected' ? rejection(problem) : outcome
    const seen = runtime.next()
    void judge(runtime, rejected, {}, { attempt: 1, spent: 0 }).then(({ remedy }) =>
      desk().fail({ thrown: rejected, problem: rejected, remedy, source: { ...source, started: seen + 1 }, seen }),
    )
  }
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
