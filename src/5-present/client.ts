import type { QueryClient } from '@tanstack/react-query'
import { identifiable } from '../4-act/call-source.ts'
import type { OnReport } from '../4-act/reporter.ts'
import { createFetch, type FetchOptions, type RemedyFetch } from '../4-act/fetch.ts'
import { createRuntime } from '../4-act/create-runtime.ts'
import { attach } from '../4-act/pipeline.ts'
import type { GateOptions } from '../4-act/gates.ts'
import type { Runtime } from '../4-act/runtime.ts'
import { giveSession } from '../4-act/session/give-session.ts'
import type { AnySession } from '../4-act/session/types.ts'
import type { RemedyStore } from '../4-act/store.ts'
import { readEvents, type EventsOptions } from '../4-act/streams/events.ts'
import type { Contract } from '../problem/contract.ts'
import type { Outcome } from '../problem/incident.ts'
import type { Problem } from '../problem/problem.ts'
import type { Surface } from '../problem/remedy.ts'
import type { ServerSentEvent } from '../problem/stream.ts'
import { settle, watchApproval } from './pending.ts'
import { Claims, ours } from './claims.ts'
import type { FieldBook } from './forms/field-book.ts'
import { Providers } from './providers.ts'
import { Desk } from './desk.ts'
import { present } from './present.ts'
import { Press } from './press.ts'
import { closeSignIns, closeWaiters, tellOfGates } from './recovery.ts'
import type { Stay } from './stay.ts'

/** What a client is made of. */
export interface RemedyClientOptions {
  readonly contracts: readonly Contract[]
  readonly session?: AnySession | undefined
  readonly onReport?: OnReport | undefined
  /** How requests are held back while an origin cannot be reached; `false`: they are not. */
  readonly gate?: GateOptions | false | undefined
  /**
   * Whose queries are read before an `ErrorProvider` is there for them: by the loaders of a router, or on a server.
   * @default what the provider finds when it renders
   */
  readonly queryClient?: QueryClient | undefined
}

/** The library without React: for sockets, loaders, interceptors and event handlers. One for each user of a server. */
export interface RemedyClient {
  readonly contracts: readonly Contract[]
  readonly store: RemedyStore
  /** The platform's `fetch` for one contract: throws a `Problem`; an abort is rethrown untouched. */
  fetch(contract: Contract, options?: FetchOptions): RemedyFetch
  /** Shows what was thrown outside the hooks, as its remedy says or where `show` says. */
  present(thrown: unknown, options?: { readonly show?: Surface | undefined }): Problem
  /**
   * For `onCaughtError` of React 19: what a boundary has caught that is not ours is reported, and shown nowhere else.
   * React then writes nothing to the console itself. What no boundary caught is for `present`.
   *
   * @example
   * ```tsx
   * import { createRoot } from 'react-dom/client'
   * import { createRemedyClient } from 'react-remedy'
   * import { divination } from 'react-remedy/contracts/divination'
   *
   * const client = createRemedyClient({ contracts: [divination] })
   * createRoot(document.body, {
   *   onCaughtError: client.caught,
   *   onUncaughtError: (thrown) => void client.present(thrown),
   * }).render(<main>…</main>)
   * ```
   */
  caught(this: void, thrown: unknown, info?: { readonly errorBoundary?: object | null | undefined }): void
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
  /** What is known of the fields of each failure, by its identity: the same for every part of a form. */
  readonly books: WeakMap<object, FieldBook>
  /** The time that toasts have left, by problem: it goes on where a toast is shown again. */
  readonly stays: WeakMap<Problem, Stay>
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
  const { parts, press } = createParts(runtime)
  const { desk, claims } = parts
  runtime.presenter = desk
  runtime.cooldowns.onOver((limit) => closeWaiters(desk, limit))
  tellOfGates(desk)
  closeSignIns(desk)
  giveSession(runtime, options.session)
  if (options.queryClient !== undefined) attach(options.queryClient, runtime)

  const client: RemedyClient = {
    get contracts() {
      return runtime.contracts
    },
    store: runtime.store,
    fetch: (contract, fetchOptions) => createFetch(runtime, contract, fetchOptions),
    present: (thrown, { show } = {}) => present(desk, thrown, show),
    caught(thrown, { errorBoundary } = {}) {
      // Ours tells by itself.
      if (errorBoundary && ours in errorBoundary) return
      const problem = runtime.problemOf(thrown)
      claims.presume(problem)
      present(desk, identifiable(thrown, problem))
    },
    events: (response, contract, eventsOptions) => readEvents(runtime, { response, contract }, eventsOptions),
    claim: (problem) => claims.hold(problem, 'local', {}),
    settle: (problem, outcome) => settle(desk, problem, outcome),
    act: (id, action) => press.press(id, action),
    dismiss(id) {
      const incident = desk.incidents.get(id)
      if (incident !== undefined) desk.incidents.close(incident)
    },
    parts,
  }
  runtime.owner = client
  return client
}

function createParts(runtime: Runtime): { parts: ClientParts; press: Press } {
  const claims = new Claims(
    (thrown) => runtime.identityOf(thrown),
    (identity) => desk.claimChanged(identity),
  )
  const desk = new Desk(claims, {
    runtime,
    offerOf: (incident) => press.offerOf(incident),
    onOpen(incident) {
      runtime.report(incident.latest.problem, incident.latest.remedy)
      void press.open(incident)
      void watchApproval(desk, incident)
    },
  })
  const press = new Press(desk)
  const parts = { runtime, claims, providers: new Providers(runtime), books: new WeakMap(), stays: new WeakMap(), desk }
  return { parts, press }
}
