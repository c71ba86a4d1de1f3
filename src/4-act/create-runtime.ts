import type { Contract } from '../problem/contract.ts'
import type { Failed, Presenter } from '../problem/source.ts'
import { Cooldowns } from './cooldowns.ts'
import { Gates, type GateOptions } from './gates.ts'
import { createIntents } from './intents.ts'
import { createReporter, type OnReport } from './reporter.ts'
import { contractNamed, createProblemMemory, judge, type Runtime } from './runtime.ts'
import type { AnySession } from './session/types.ts'
import { createRemedyStore } from './store.ts'
import { OpenStreams } from './streams/open-streams.ts'
import { TimeLimits } from './time-limit.ts'
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
  const contractOf = (name: string) => contractNamed(runtime, name)
  let order = 0
  const runtime: Runtime = {
    ...createProblemMemory(),
    store,
    now,
    random,
    gates: new Gates({ store, now, random, gate }),
    intents: createIntents(),
    cooldowns: new Cooldowns({ store, now, contractOf }),
    contracts,
    app: {},
    actions: {},
    presenter: nobody,
    queryClients: new Set(),
    refetched: new Map(),
    onReport,
    report: createReporter(() => runtime.onReport),
    inFlight: new Set(),
    requests: new WeakMap(),
    streams: new OpenStreams(),
    timeLimits: new TimeLimits(now),
    traffic: new Traffic(),
    refreshed: new WeakSet(),
    ofSignIn: new WeakSet(),
    said: new Set(),
    next: () => ++order,
    judge: (thrown) => judge(runtime, thrown),
    act: (failed) => act(runtime, failed),
  }
  return runtime
}

// What the session sees to by sending it again is not shown yet.
function act({ keeper, presenter }: Runtime, failed: Failed): void {
  if (keeper?.takes(failed) !== true) presenter.fail(failed)
}

const nobody: Presenter = { incidents: new Map(), fail: nothing, recover: nothing, forget: nothing, clear: nothing }

function nothing(): void {}
