import { findAction, type Action, type ActionContext, type Actions } from '../4-act/actions.ts'
import { sleep } from '../4-act/abort.ts'
import { remedyOf, type Runtime } from '../4-act/runtime.ts'
import { createReport } from '../problem/report.ts'
import type { Failed, Source } from '../problem/source.ts'
import { warn, warnOnce } from '../problem/warn.ts'
import type { Desk } from './desk.ts'
import { snapshot, type OpenIncident } from './incidents.ts'
import { present } from './present.ts'
import { refetchOthers } from './refetch.ts'

// After these the incident stays: a retry or a longer session closes it by succeeding, a copied report changes nothing.
const staying = new Set(['retry', 'copyReport', 'extend'])

// A remedy may name these wherever they could help; that they cannot in this place is no mistake of the app's.
const optional = new Set(['login', 'logout', 'retry', 'extend'])

/** What runs when an incident opens, and what happens when one of its buttons is pressed. */
export class Press {
  readonly #desk: Desk
  readonly #runtime: Runtime
  #loginRanIn: number | undefined

  constructor(desk: Desk) {
    this.#desk = desk
    this.#runtime = desk.runtime
  }

  /** Runs what the remedy runs by itself, in order, each awaited. One that throws is reported, the rest go on. */
  async open(incident: OpenIncident): Promise<void> {
    const { run } = incident.latest.remedy
    const names = this.#needsLogin(incident) ? [...run, 'login'] : run
    const actions = names.map((name) => [name, this.#actionOf(incident, name)] as const)
    const context = this.#contextOf(incident)
    for (const [name, action] of actions) if (action !== undefined) await this.#run(name, action, context)
  }

  /** The buttons that somebody implements. */
  offerOf(incident: OpenIncident): readonly string[] {
    return incident.latest.remedy.offer.filter((name) => this.#actionOf(incident, name) !== undefined)
  }

  /** Runs the action of a button; the incident is busy until it is done. */
  async press(id: string, name: string): Promise<void> {
    const { incidents } = this.#desk
    const incident = incidents.get(id)
    if (incident === undefined || incident.busy !== undefined || this.#isHeldBack(incident, name)) return
    const action = this.#actionOf(incident, name)
    if (action === undefined) return
    Object.assign(incident, { busy: name, announcedAt: 0 })
    // What goes away at once would fade as if it waited.
    if (name !== 'dismiss') incidents.publish()
    const isDone = await this.#run(name, action, this.#contextOf(incident))
    incident.busy = undefined
    if (isDone && name === 'retry' && incident.over) this.#desk.say({ of: 'text', key: 'recovered' })
    if (isDone && !staying.has(name)) incidents.close(incident)
    else incidents.publish()
  }

  async #run(name: string, action: Action, context: ActionContext): Promise<boolean> {
    try {
      await action(context.incident.problem, context)
      return true
    } catch (thrown) {
      warn(`the action "${name}" threw`, thrown)
      const problem = this.#runtime.problemOf(thrown)
      this.#runtime.report(problem, remedyOf(this.#runtime, problem))
      return false
    }
  }

  // S1: the end of a session leads to the sign-in, once for each user, however many requests find out.
  #needsLogin({ latest: { remedy } }: OpenIncident): boolean {
    if (remedy.session !== 'end' && remedy.session !== 'refresh') return false
    const state = this.#runtime.session?.getState()
    if (state !== undefined && state.status !== 'ended') return false
    const epoch = state?.epoch ?? this.#runtime.next()
    if (epoch === this.#loginRanIn || findAction(this.#runtime.actions, 'login') === undefined) return false
    this.#loginRanIn = epoch
    return true
  }

  #isHeldBack({ limit }: OpenIncident, name: string): boolean {
    const { store, now } = this.#runtime
    return name === 'retry' && (store.getState().cooldowns[limit ?? '']?.until ?? 0) > now()
  }

  #contextOf(incident: OpenIncident): ActionContext {
    const [queryClient] = this.#runtime.queryClients
    const sources = sourcesOf(incident)
    return {
      incident: snapshot(incident, []),
      variables: incident.latest.source.variables,
      queryClient: queryClient as ActionContext['queryClient'],
      session: this.#runtime.session,
      // Its sources are taken now: an action may ask its user for something while the incident closes.
      retry: () => retryAll(this.#runtime, sources),
      signal: incident.controller.signal,
    }
  }

  #actionOf(incident: OpenIncident, name: string): Action | undefined {
    const { parking, session, actions, said } = this.#runtime
    // Whoever is known signs in again in place.
    if (name === 'login' && parking !== undefined && session?.getState().id !== undefined) return () => parking.open()
    const action = findAction(actions, name) ?? findAction(this.#builtIns(incident), name)
    if (action === undefined && !optional.has(name))
      warnOnce(
        said,
        `a remedy names the action "${name}", which nobody implements, so it has no button. Give it to <ErrorProvider actions>.`,
      )
    return action
  }

  #builtIns(incident: OpenIncident): Actions {
    const [desk, runtime] = [this.#desk, this.#runtime]
    const { session } = runtime
    const sources = sourcesOf(incident)
    return {
      retry: sources.length === 0 ? undefined : () => retryAll(runtime, sources, incident.controller.signal),
      dismiss: () => undefined,
      extend: session?.canRefresh === true ? () => extend(desk) : undefined,
      logout: session === undefined ? undefined : () => void session.end('signed-out'),
      reload: () => globalThis.location?.reload(),
      refetch: (problem) => refetchOthers(runtime, problem),
      copyReport: () => copyReport(desk, incident.latest),
    }
  }
}

function sourcesOf({ failures }: OpenIncident): readonly Source[] {
  const all = new Set([...failures].flatMap(({ sources }) => [...sources]))
  return [...all].filter((source) => source.canRetry())
}

/**
 * Sends all again, spread over as long as twenty a second take, and waits for the answers whatever they are. What has not
 * gone out when the signal is aborted never does.
 */
async function retryAll({ random }: Runtime, sources: readonly Source[], signal?: AbortSignal): Promise<void> {
  const width = sources.length * 50
  await Promise.allSettled(
    sources.map(async (source, index) => {
      if (index > 0) await sleep(random() * width, signal ?? new AbortController().signal)
      return source.retry()
    }),
  )
}

async function extend(desk: Desk): Promise<void> {
  await desk.runtime.keeper?.extend().catch((thrown: unknown) => present(desk, thrown))
}

async function copyReport(desk: Desk, { problem, remedy }: Failed): Promise<void> {
  const text = JSON.stringify(createReport(problem, { remedy }), null, 2)
  const copied = await globalThis.navigator?.clipboard?.writeText(text).then(
    () => true,
    () => false,
  )
  desk.say({ of: 'text', key: copied ? 'copied' : 'copyFailed' })
}
