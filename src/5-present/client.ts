import { act } from '../4-act/act.ts'
import { callSource } from '../4-act/call-source.ts'
import { createCooldowns } from '../4-act/cooldowns.ts'
import { endOfUser } from '../4-act/end-of-user.ts'
import { createFetch, type FetchOptions, type RemedyFetch } from '../4-act/fetch.ts'
import { createReporter, type OnReport } from '../4-act/reporter.ts'
import { createProblemMemory, judge, type Runtime } from '../4-act/runtime.ts'
import type { Session } from '../4-act/session.ts'
import { createRemedyStore, type RemedyStore } from '../4-act/store.ts'
import { readEvents, type EventsOptions } from '../4-act/streams/events.ts'
import { OpenStreams } from '../4-act/streams/open-streams.ts'
import type { Contract } from '../problem/contract.ts'
import type { Outcome } from '../problem/incident.ts'
import type { Problem } from '../problem/problem.ts'
import type { Surface } from '../problem/remedy.ts'
import type { ServerSentEvent } from '../problem/stream.ts'
import { Approvals } from './pending.ts'
import { createClaims, type Claims } from './claims.ts'
import { createFieldBooks, type FieldBooks } from './forms/field-books.ts'
import { createProviders, type Providers } from './providers.ts'
import { Desk } from './desk.ts'
import { Press } from './press.ts'

/** What a client is made of. */
export interface RemedyClientOptions {
  readonly contracts: readonly Contract[]
  // A session of any user type: the client hands users back to the app and never looks into them.
  readonly session?: Session<never, never> | Session | undefined
  readonly onReport?: OnReport | undefined
}

/** The library without React: for sockets, loaders, interceptors and event handlers. One for each user of a server. */
export interface RemedyClient {
  readonly contracts: readonly Contract[]
  readonly store: RemedyStore
  /** The platform's `fetch` for one contract: throws a `Problem`; an abort is rethrown untouched. */
  fetch(contract: Contract, options?: FetchOptions): RemedyFetch
  /** Shows what was thrown outside the hooks, as its remedy says or where `show` says. */
  present(thrown: unknown, options?: { readonly show?: Surface | undefined }): Problem
  /** Says that the caller has dealt with this problem; nobody else shows it until the release. */
  claim(problem: Problem): () => void
  /**
   * The events of a response, as they come: `for await (const { data } of client.events(response, contract))`. Throws a
   * `Problem` for an error frame, a stream that breaks off, and 30 s without a byte.
   */
  events(response: Response, contract: Contract, options?: EventsOptions): AsyncIterable<ServerSentEvent>
  /** Ends a pending approval. */
  settle(problem: Problem, outcome: Outcome): void
  /** Presses a button of an incident. */
  act(incidentId: string, action: string): Promise<void>
  /** Closes an incident. */
  dismiss(incidentId: string): void
  /** @internal What the parts of the library share. */
  readonly parts: ClientParts
}

/** @internal */
export interface ClientParts {
  readonly runtime: Runtime
  readonly claims: Claims
  readonly desk: Desk
  readonly providers: Providers
  readonly books: FieldBooks
}

/**
 * Makes a client. `ErrorProvider` makes one by itself; make your own to use it outside React too.
 *
 * @example
 * ```ts
 * import { createRemedyClient } from 'react-remedy'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * const client = createRemedyClient({ contracts: [divination] })
 * const api = client.fetch(divination)
 * ```
 */
export function createRemedyClient(options: RemedyClientOptions): RemedyClient {
  const runtime = createRuntime(options)
  const desk = (): Desk => parts.desk
  const claims = createClaims(
    (thrown) => runtime.identityOf(thrown),
    (identity) => desk().claimChanged(identity),
  )
  const press = new Press(runtime, desk)
  const approvals = new Approvals(runtime, desk)
  const parts: ClientParts = {
    runtime,
    claims,
    providers: createProviders(runtime),
    books: createFieldBooks(runtime),
    desk: new Desk({
      runtime,
      claims,
      offerOf: (incident) => press.offerOf(incident),
      onOpen(incident) {
        press.open(incident)
        approvals.watch(incident)
        runtime.report(incident.latest.problem, incident.latest.remedy)
      },
    }),
  }
  runtime.presenter = parts.desk
  runtime.act = (failed) => act(runtime, failed)
  runtime.cooldowns.onOver((limit) => closeWaiters(parts.desk, limit))
  endOfUser(runtime)

  const client: RemedyClient = {
    get contracts() {
      return runtime.contracts
    },
    store: runtime.store,
    fetch: (contract, fetchOptions) => createFetch(runtime, contract, fetchOptions),
    present: (thrown, { show } = {}) => present(runtime, thrown, show),
    events: (response, contract, eventsOptions) => readEvents(runtime, { response, contract }, eventsOptions),
    claim: (problem) => claims.hold(problem, 'local', {}),
    settle: (problem, outcome) => approvals.settle(problem, outcome),
    act: (id, action) => press.press(id, action),
    dismiss(id) {
      const incident = parts.desk.open.get(id)
      if (incident !== undefined) parts.desk.close(incident)
    },
    parts,
  }
  runtime.owner = client
  return client
}

function createRuntime({ contracts, session, onReport }: RemedyClientOptions): Runtime {
  const store = createRemedyStore()
  const now = () => Date.now()
  let order = 0
  return {
    ...createProblemMemory(),
    store,
    now,
    random: () => Math.random(),
    cooldowns: createCooldowns(store, now),
    contracts,
    session,
    owner: undefined,
    app: {},
    actions: {},
    presenter: { fail: nothing, recover: nothing, forget: nothing, clear: nothing },
    queryClients: new Set(),
    refetched: new Map(),
    report: createReporter(onReport),
    inFlight: new Set(),
    requests: new WeakMap(),
    streams: new OpenStreams(),
    refreshed: new WeakSet(),
    next: () => ++order,
    act: nothing,
  }
}

function present(runtime: Runtime, thrown: unknown, show: Surface | undefined): Problem {
  const problem = runtime.problemOf(thrown)
  if (problem.kind === 'aborted') return problem
  const seen = runtime.next()
  void judge(runtime, thrown, { call: { show } }).then(({ problem: read, remedy }) =>
    runtime.act({ thrown, problem: read, remedy, source: callSource(read), seen }),
  )
  return problem
}

// Where nothing but the wait was to be done, the end of the wait is the end of the incident.
function closeWaiters(desk: Desk, limit: string): void {
  for (const incident of desk.open.values())
    if (incident.limit === limit && !incident.latest.remedy.offer.includes('retry')) desk.close(incident)
  desk.publish()
}

function nothing(): void {}
