import type { SentRequest } from '../1-decode/answer.ts'
import { toProblem } from '../1-decode/to-problem.ts'
import { classify } from '../2-classify/classify.ts'
import { contractFor } from '../2-classify/contract-for.ts'
import type { Layer, Overrides } from '../2-classify/layers.ts'
import type { DecideOptions } from '../3-decide/decide-retry.ts'
import { contractOf, flow } from '../flow.ts'
import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { ResolvedRemedy, Surface } from '../problem/remedy.ts'
import type { Failed, Presenter } from '../problem/source.ts'
import type { Actions } from './actions.ts'
import type { Budget } from './budget.ts'
import { setsCooldown, type Cooldowns } from './cooldowns.ts'
import type { Gates } from './gates.ts'
import type { Intents } from './intents.ts'
import type { OnReport } from './reporter.ts'
import type { SessionKeeper } from './session/keeping.ts'
import type { Parking } from './session/parking.ts'
import type { AnySession } from './session/types.ts'
import type { RemedyStore } from './store.ts'
import type { OpenStreams } from './streams/open-streams.ts'
import type { TimedCall, TimeLimits } from './time-limit.ts'
import type { Traffic } from './traffic.ts'
import { keepVerdict, verdictOf, type Verdict } from './verdict.ts'

/** What one call says about its own failures. */
export interface CallOptions {
  readonly contract?: Contract | undefined
  readonly remedies?: Layer['remedies'] | undefined
  readonly show?: Surface | undefined
  /** How long it may wait in all before it is handed over, in milliseconds, 60000 at most. @default 12000 */
  readonly patience?: number | undefined
  /** What it may take over all its attempts, in milliseconds. @default 60000 */
  readonly total?: number | undefined
  /** Calls of the same intent are one. */
  readonly intent?: ((variables: never) => string) | undefined
  /** Layers of the `ProblemScope`s around the hook, innermost first. */
  readonly scopes?: readonly Layer[] | undefined
}

/** What all parts of one client share. Nothing of it lives in a module, so two users of a server never meet. */
export interface Runtime {
  readonly store: RemedyStore
  readonly cooldowns: Cooldowns
  readonly gates: Gates
  readonly intents: Intents
  /** The call of a hook whose function is being started just now: what it sends at once shares its patience and key. */
  calling?: CallInProgress | undefined
  readonly now: () => number
  readonly random: () => number
  /** Grows when a second provider brings contracts of its own. */
  contracts: readonly Contract[]
  session?: AnySession | undefined
  /** What there is to do about the session; nothing where there is none. */
  keeper?: SessionKeeper | undefined
  /** Requests that wait for a sign-in in the page; nobody waits where there is none. */
  parking?: Parking | undefined
  /** How many providers on the page stand for it; `undefined` before the first one. */
  providers?: number | undefined
  /** The client that all this belongs to, for a second provider that finds it on the cache. */
  owner?: unknown
  /** The layer of the outermost provider. */
  app: Layer
  actions: Actions
  presenter: Presenter
  /** Does what a remedy says beyond showing: moves the session; then hands on to presenting. */
  act(failed: Failed): void
  /** The query clients it listens to; actions get the first. */
  readonly queryClients: Set<QueryClient>
  /** Contract and code → when it last had the other queries read again. */
  readonly refetched: Map<string, number>
  /** Who gets reports: the provider's, else the client's. */
  onReport: OnReport | undefined
  /** Hands a failure to the app's reporting; never throws. */
  report(problem: Problem, remedy: ResolvedRemedy): void
  /** What is in the air through `client.fetch`; a session's end aborts it. */
  readonly inFlight: Set<AbortController>
  /** What was asked for the responses of `client.fetch`, which do not know it. */
  readonly requests: WeakMap<Response, SentRequest>
  readonly streams: OpenStreams
  readonly timeLimits: TimeLimits
  /** What the platform saw sent, by whomever. */
  readonly traffic: Traffic
  /** What the developer was told already. */
  readonly said: Set<string>
  /** Order numbers for starts and failures. */
  next(): number
  /** The problem of a thrown value: the same one each time the same object comes. Never throws. */
  problemOf(thrown: unknown, contract?: Contract): Problem
  /** What stands for a thrown value wherever it is met, as itself or as its problem. A primitive is new each time. */
  identityOf(thrown: unknown): object
  /** Reads a failure that is of no hook's call. */
  judge(thrown: unknown): Promise<Judged>
  /** Says that this is the problem of that thrown value, better read than before. */
  learn(thrown: unknown, problem: Problem): void
  /** Problems after which the session was refreshed already. */
  readonly refreshed: WeakSet<Problem>
  /** Problems of signing in: they say nothing about who is signed in. */
  readonly ofSignIn: WeakSet<Problem>
}

/** What a request has to know of the hook's call that it is part of. */
export interface CallInProgress extends Budget, TimedCall {
  readonly attempt: number
  /** The server asked it to wait until then, in milliseconds since 1970. */
  readonly toldUntil: number
  readonly intent?: string | undefined
  readonly giveKey?: (() => string) | undefined
  /** The server refused the place to go on from. */
  fromStart?: boolean | undefined
}

/** What is known of the call that failed. */
export interface Judging extends Omit<DecideOptions, 'attempt' | 'random' | 'now'> {
  /** @default 1 */
  readonly attempt?: number | undefined
  readonly call?: CallOptions | undefined
  /** What a hook says under TanStack's `meta`. */
  readonly meta?: CallOptions | undefined
  /** The URL that was asked, where what failed does not say it. */
  readonly asked?: string | undefined
}

/** A problem, and what was found out about it. */
export interface Judged extends Verdict {
  readonly problem: Problem
}

/** Reads what failed and keeps the verdict beside the problem. The attempt stage of every hook and of `client.fetch`. */
export async function judge(
  runtime: Runtime,
  thrown: unknown,
  { call, meta, asked, attempt = 1, ...retry }: Judging = {},
): Promise<Judged> {
  const { contracts, random } = runtime
  const result = await flow(thrown, {
    contracts: asked === undefined ? contracts : contracts.filter((one) => one === contractFor(contracts, asked)),
    contract: call?.contract ?? meta?.contract,
    overrides: overridesOf(runtime, call, meta),
    retry: { ...retry, attempt, random, now: runtime.now() },
  })
  const { problem, remedy, decision } = result
  runtime.learn(thrown, problem)
  keepVerdict(problem, { remedy, decision, attempt })
  if (setsCooldown(problem, remedy.show)) runtime.cooldowns.set(problem)
  return { problem, remedy, decision, attempt }
}

/** The contract of this name, where it is in use. */
export function contractNamed(
  { contracts }: Pick<Runtime, 'contracts'>,
  name: string | undefined,
): Contract | undefined {
  return contracts.find((known) => known.name === name)
}

/** The remedy of a problem: as it was judged, or as it would be. */
export function remedyOf(runtime: Runtime, problem: Problem): ResolvedRemedy {
  const known = verdictOf(problem)?.remedy
  return known ?? classify(problem, contractOf(problem, { contracts: runtime.contracts }), overridesOf(runtime))
}

function overridesOf({ app }: Runtime, call?: CallOptions, meta?: CallOptions): Overrides {
  return {
    call: { remedies: call?.remedies },
    meta: { remedies: meta?.remedies },
    scope: call?.scopes ?? [],
    app,
    show: call?.show ?? meta?.show,
  }
}

/** The memory that makes one object one failure, however often and wherever it comes by. */
export function createProblemMemory(): Pick<Runtime, 'identityOf' | 'problemOf' | 'learn'> {
  const known = new WeakMap<object, { problem: Problem }>()

  const entryOf = (thrown: unknown, contract?: Contract): { problem: Problem } => {
    if (typeof thrown !== 'object' || thrown === null) return { problem: toProblem(thrown, contract) }
    const before = known.get(thrown)
    if (before !== undefined) return before
    const entry = { problem: toProblem(thrown, contract) }
    known.set(thrown, entry)
    known.set(entry.problem, entry)
    return entry
  }

  return {
    identityOf: (thrown) => entryOf(thrown),
    problemOf: (thrown, contract) => entryOf(thrown, contract).problem,
    learn(thrown, problem) {
      const entry = known.get(problem) ?? entryOf(thrown)
      entry.problem = problem
      known.set(problem, entry)
    },
  }
}
