import type { Contract } from '../problem/contract.ts'
import { Cooldowns } from './cooldowns.ts'
import { Gates, type GateOptions } from './gates.ts'
import { createIntents } from './intents.ts'
import { createReporter, type OnReport } from './reporter.ts'
import { createProblemMemory, type Runtime } from './runtime.ts'
import type { AnySession } from './session/types.ts'
import { createRemedyStore } from './store.ts'
import { OpenStreams } from './streams/open-streams.ts'
import { Traffic } from './traffic.ts'

/** What a client gives its runtime. */
export interface RuntimeOptions {
  readonly contracts: readonly Contract[]
  readonly session?: AnySession | undefined
  readonly onReport?: OnReport | undefined
  readonly gate?: GateOptions | false | undefined
}

/** What all parts of one client share, before its parts exist. */
export function createRuntime({ contracts, session, onReport, gate }: RuntimeOptions): Runtime {
  const store = createRemedyStore(session?.getState())
  const [now, random] = [() => Date.now(), () => Math.random()]
  const contractOf = (name: string) => runtime.contracts.find((known) => known.name === name)
  let order = 0
  const runtime: Runtime = {
    ...createProblemMemory(),
    store,
    now,
    random,
    gates: new Gates({ store, now, random, gate }),
    intents: createIntents(),
    calling: undefined,
    cooldowns: new Cooldowns({ store, now, contractOf }),
    contracts,
    session,
    parking: undefined,
    providers: undefined,
    owner: undefined,
    app: {},
    actions: {},
    presenter: { fail: nothing, recover: nothing, forget: nothing, clear: nothing },
    queryClients: new Set(),
    refetched: new Map(),
    onReport,
    report: createReporter(() => runtime.onReport),
    inFlight: new Set(),
    requests: new WeakMap(),
    streams: new OpenStreams(),
    traffic: new Traffic(),
    refreshed: new WeakSet(),
    ofSignIn: new WeakSet(),
    said: new Set(),
    next: () => ++order,
    act: nothing,
  }
  return runtime
}

function nothing(): void {}
