import { findAction, runActions, type Action, type ActionContext, type Actions } from '../4-act/actions.ts'
import type { Runtime } from '../4-act/runtime.ts'
import type { Problem } from '../problem/problem.ts'
import { createReport } from '../problem/report.ts'
import { warn } from '../problem/warn.ts'
import { snapshot, type OpenIncident } from './incidents.ts'
import type { Desk } from './presenter.ts'
import { refetchOthers } from './refetch.ts'

/** What becomes of an incident when its buttons are pressed, and what runs when it opens. */
export interface Press {
  /** Runs what the remedy runs by itself, once. */
  open(incident: OpenIncident): void
  /** The buttons that somebody implements. */
  offerOf(incident: OpenIncident): readonly string[]
  /** Runs the action of a button; the incident is busy until it is done. */
  press(id: string, action: string): Promise<void>
}

// After these the incident stays: a retry closes it by succeeding, a copied report changes nothing.
const staying = new Set(['retry', 'copyReport'])

/** The actions of one client's incidents. */
export function createPress(runtime: Runtime, desk: () => Desk): Press {
  const missing = new Set<string>()
  let loginRanIn = -1

  return { open, offerOf, press }

  function open(incident: OpenIncident): void {
    const { remedy, problem } = incident.latest
    const names = [...remedy.run, ...(needsLogin(incident) ? ['login'] : [])]
    const known = names.filter((name) => actionOf(incident, name) !== undefined || complain(name))
    void runActions({
      names: known,
      actions: Object.fromEntries(known.map((name) => [name, actionOf(incident, name)])),
      problem,
      context: contextOf(incident),
      onThrow: (thrown, name) => onThrow(incident, thrown, name),
    })
  }

  // S1: the end of a session leads to the sign-in, once for each user, however many requests find out.
  function needsLogin({ latest: { remedy } }: OpenIncident): boolean {
    if (remedy.session !== 'end' && remedy.session !== 'refresh') return false
    const state = runtime.session?.getState()
    if (state !== undefined && state.status !== 'ended') return false
    const epoch = state?.epoch ?? runtime.next()
    if (epoch === loginRanIn || findAction(runtime.actions, 'login') === undefined) return false
    loginRanIn = epoch
    return true
  }

  function offerOf(incident: OpenIncident): readonly string[] {
    return incident.latest.remedy.offer.filter((name) => actionOf(incident, name) !== undefined || complain(name))
  }

  async function press(id: string, name: string): Promise<void> {
    const incident = desk().open.get(id)
    if (incident === undefined || incident.busy !== undefined || isHeldBack(incident, name)) return
    const action = actionOf(incident, name)
    if (action === undefined) return
    incident.busy = name
    incident.announced = false
    desk().publish()
    try {
      await action(incident.latest.problem, contextOf(incident))
      if (!staying.has(name)) desk().close(incident)
    } catch (thrown) {
      onThrow(incident, thrown, name)
    } finally {
      incident.busy = undefined
      desk().publish()
    }
  }

  function isHeldBack({ limit }: OpenIncident, name: string): boolean {
    return name === 'retry' && limit !== undefined && runtime.store.getState().cooldowns[limit] !== undefined
  }

  function contextOf(incident: OpenIncident): ActionContext {
    const [queryClient] = runtime.queryClients
    return {
      incident: snapshot(incident, []),
      variables: incident.latest.source.variables,
      queryClient: queryClient as ActionContext['queryClient'],
      session: runtime.session,
      signal: incident.controller.signal,
    }
  }

  function actionOf(incident: OpenIncident, name: string): Action | undefined {
    return findAction(runtime.actions, name) ?? findAction(builtIns(incident), name)
  }

  function builtIns(incident: OpenIncident): Actions {
    const { session } = runtime
    const sources = [...incident.failures]
      .flatMap((failure) => [...failure.sources])
      .filter((source) => source.canRetry())
    return {
      retry:
        sources.length === 0
          ? undefined
          : () =>
              retryAll(
                runtime,
                sources.map((source) => () => source.retry()),
              ),
      dismiss: () => undefined,
      logout: session === undefined ? undefined : () => void session.end('signed-out'),
      reload: () => globalThis.location?.reload(),
      refetch: (problem) => refetchOthers(runtime, problem),
      copyReport: (problem) => copyReport(problem, desk()),
    }
  }

  function onThrow(incident: OpenIncident, thrown: unknown, name: string): void {
    warn(`the action "${name}" threw`, thrown)
    runtime.report(runtime.problemOf(thrown), incident.latest.remedy)
  }

  function complain(name: string): boolean {
    if (!missing.has(name) && !(name === 'login' || name === 'logout' || name === 'retry'))
      warn(
        `a remedy names the action "${name}", which nobody implements: its button is not shown. Pass it to <ErrorProvider actions>.`,
      )
    missing.add(name)
    return false
  }
}

/** Sends all again, spread over as long as twenty a second take, and waits for the answers whatever they are. */
async function retryAll(runtime: Runtime, retries: readonly (() => Promise<unknown>)[]): Promise<void> {
  const width = retries.length * 50
  await Promise.allSettled(
    retries.map(async (retry, index) => {
      if (index > 0) await new Promise((resolve) => setTimeout(resolve, runtime.random() * width))
      return retry()
    }),
  )
}

async function copyReport(problem: Problem, desk: Desk): Promise<void> {
  const text = JSON.stringify(createReport(problem), null, 2)
  const copied = await globalThis.navigator?.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  desk.say({ of: 'text', key: copied === true ? 'copied' : 'copyFailed' }, false)
}
