import type { Contract } from '../problem/contract.ts'
import { stepUpCode } from '../1-decode/dialects/step-up.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Problem } from '../problem/problem.ts'
import type { Fallbacks, LayerName, Remedy, ResolvedRemedy, RetryRule, Rung } from '../problem/remedy.ts'
import { kitFallbacks, kitRemedy, ladderOf, type Step } from './ladder.ts'
import type { Layer, Overrides } from './layers.ts'
import { own } from '../1-decode/own.ts'
import { layOver } from './merge.ts'

/**
 * What the kit does where a contract states no rule: two more requests, after 1 and 4 seconds and up to as much again. The
 * first is for what passes in a moment, the second for what takes longer.
 */
export const kitRule: RetryRule = { retries: 2, first: 1000, factor: 4, max: 30_000, jitter: 1 }

/**
 * Finds what to do about a problem, and says why it is that.
 *
 * The rung decides first (code, exact status, status class, kind, default), then the layer, innermost first (call,
 * `meta`, scope, app, contract); the kit answers where nobody did. What wins is laid over what would hold without it:
 * the contract's own remedy for the same problem, so that overriding `show` keeps `run` and `session`.
 *
 * @example
 * ```ts
 * import { classify, toProblem } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * const remedy = classify(toProblem(new Error('boom'), divination), divination)
 * console.log(remedy.show, remedy.why.rung, remedy.why.layer)
 * ```
 */
export function classify(problem: Problem, contract: Contract | undefined, overrides: Overrides = {}): ResolvedRemedy {
  const known = own(contract?.catalogue, problem.code) !== undefined
  const steps = ladderOf(problem, known)
  const ownPlace: Place = { name: 'contract', codes: contract?.catalogue, fallbacks: [contract?.fallbacks] }
  const beneath = find(steps, [ownPlace]) ?? kitAnswer(steps, problem)
  const winner = find(steps, [...layersOf(overrides), ownPlace]) ?? beneath
  const merged = layOver(beneath.remedy, winner.remedy)
  return resolve(merged, { contract, winner, show: overrides.show, problem, known })
}

interface Place {
  readonly name: LayerName
  readonly codes: Layer['remedies']
  /** In the order they are asked. */
  readonly fallbacks: readonly (Layer['remedies'] | Fallbacks)[]
}

interface Found {
  readonly remedy: Remedy
  readonly rung: Rung
  readonly layer: LayerName
  readonly key: string
}

function find(steps: readonly Step[], places: readonly Place[]): Found | undefined {
  for (const { rung, keys } of steps)
    for (const { name, codes, fallbacks } of places)
      for (const members of rung === 'code' ? [codes] : fallbacks)
        for (const key of keys) {
          const remedy = own<Remedy>(members as Layer['remedies'], key)
          if (remedy !== undefined) return { remedy, rung, layer: name, key }
        }
  return undefined
}

function layersOf({ call, meta, scope, app }: Overrides): readonly Place[] {
  const scopes: readonly (Layer | undefined)[] = Array.isArray(scope) ? scope : [scope as Layer | undefined]
  return [
    ...placeOf('call', call),
    ...placeOf('meta', meta),
    ...scopes.flatMap((each) => placeOf('scope', each)),
    ...placeOf('app', app),
  ]
}

// `remedies` may hold keys of the ladder too: one prop for a user who does not want to tell the two apart.
function placeOf(name: LayerName, layer: Layer | undefined): readonly Place[] {
  return layer === undefined ? [] : [{ name, codes: layer.remedies, fallbacks: [layer.fallbacks, layer.remedies] }]
}

function kitAnswer(steps: readonly Step[], problem: Problem): Found {
  const found = find(steps, [{ name: 'kit', codes: undefined, fallbacks: [kitFallbacks] }])
  const { rung, key } = found ?? { rung: 'kind', key: problem.kind }
  return { remedy: kitRemedy(key, problem), rung, layer: 'kit', key }
}

function usualReport({ kind }: Problem, known: boolean): 'expected' | 'unexpected' {
  return known || kind === 'network' || kind === 'timeout' || kind === 'aborted' ? 'expected' : 'unexpected'
}

interface Rest {
  readonly contract: Contract | undefined
  readonly winner: Found
  readonly show: ResolvedRemedy['show'] | undefined
  readonly problem: Problem
  readonly known: boolean
}

function resolve(merged: Remedy, { contract, winner, show, problem, known }: Rest): ResolvedRemedy {
  return {
    severity: merged.severity ?? 'error',
    show: show ?? merged.show ?? 'toast',
    run: merged.run ?? [],
    offer: merged.offer ?? [],
    field: merged.field,
    retry: merged.retry,
    rule: ruleOf(merged, problem, contract),
    session: moveOf(merged.session, problem),
    text: merged.text ?? 'catalogue',
    report: merged.report ?? usualReport(problem, known),
    gate: merged.gate,
    stream: merged.stream,
    poll: merged.poll,
    why: { rung: winner.rung, layer: winner.layer, key: winner.key },
  }
}

// What a challenge asks for says more than a code: neither a stronger sign-in nor a missing scope is a lost session. Nor is
// a 403, whatever its code: the server knows who asks.
function moveOf(session: Remedy['session'], { challenges, status }: Problem): Remedy['session'] {
  const errors = challenges.map(({ params }) => own(params, 'error'))
  if (errors.includes(stepUpCode)) return 'step-up'
  const isKnown = errors.includes('insufficient_scope') || (status === 403 && session !== 'step-up')
  return isKnown ? undefined : session
}

function ruleOf({ retry }: Remedy, problem: Problem, contract: Contract | undefined): RetryRule {
  const usual = layOver(kitRule, contract?.retry)
  const ofStatus = own(contract?.retryByStatus, String(effectiveStatus(problem)))
  const rule = ofStatus === undefined ? usual : layOver(usual, ofStatus)
  return retry ? layOver(rule, retry) : rule
}
