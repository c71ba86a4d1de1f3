import { sleep } from '../4-act/abort.ts'
import { createFetch } from '../4-act/fetch.ts'
import { judge, type Runtime } from '../4-act/runtime.ts'
import { Problem } from '../problem/problem.ts'
import type { Outcome } from '../problem/incident.ts'
import type { OpenIncident } from './incidents.ts'
import type { Desk } from './desk.ts'
import { present } from './present.ts'

/** How often the outcome is asked for where neither the remedy nor the server says. */
const usualPause = 5000
/** A server that asks for less is asked no more often. */
const shortestPause = 1000

/** Waits for the outcome of a pending approval (P9): until it is known, the app settles it, or the user cancels. */
export async function watchApproval(desk: Desk, incident: OpenIncident): Promise<void> {
  if (incident.latest.remedy.show !== 'pending') return
  const { signal } = incident.controller
  try {
    while (!signal.aborted) {
      await sleep(pauseOf(incident), signal)
      const outcome = await ask(desk.runtime, incident)
      if (outcome !== undefined) end(desk, incident, outcome)
    }
  } catch {
    // The incident was closed: by the app, by its user, or by the end of the session.
  }
}

/** The app knows the outcome. */
export function settle(desk: Desk, problem: Problem, outcome: Outcome): void {
  const incident = desk.incidents.get(desk.incidentOf(problem)?.id)
  if (incident !== undefined) end(desk, incident, outcome)
}

async function ask(runtime: Runtime, { latest, controller }: OpenIncident): Promise<Outcome | Problem | undefined> {
  const { problem, source } = latest
  const contract = runtime.contracts.find(({ name }) => name === problem.contract)
  if (problem.location === undefined || contract === undefined) {
    // Reading again is how a query asks; a mutation must not be sent to find out.
    if (source.kind === 'query') await source.retry().catch(() => undefined)
    return undefined
  }
  try {
    const { status, body } = await createFetch(runtime, contract)(problem.location, { signal: controller.signal })
    void body?.cancel()
    return status === 202 ? undefined : 'approved'
  } catch (thrown) {
    const answer = await judge(runtime, thrown, { call: { contract } })
    return answer.remedy.show === 'pending' || isPassing(answer.problem) ? undefined : answer.problem
  }
}

function end(desk: Desk, incident: OpenIncident, outcome: Outcome | Problem): void {
  const { problem, source } = incident.latest
  desk.incidents.close(incident)
  if (outcome === 'cancelled') return
  if (outcome === 'rejected') present(desk, rejection(problem))
  else if (outcome !== 'approved') present(desk, outcome)
  else {
    desk.say({ of: 'text', key: 'approved' })
    if (source.canRetry()) source.retry().catch(() => undefined)
  }
}

function pauseOf({ latest: { problem, remedy } }: OpenIncident): number {
  const stated = remedy.poll?.every ?? 0
  if (stated > 0) return stated
  return problem.retryAfter === undefined ? usualPause : Math.max(shortestPause, problem.retryAfter)
}

function rejection({ contract, request }: Problem): Problem {
  return new Problem({ kind: 'http', code: 'TOOL_REJECTED', status: 403, contract, request })
}

function isPassing({ kind, status = 0 }: Problem): boolean {
  return kind !== 'http' || status >= 500 || status === 429
}
