import type { Contract } from '../problem/contract.ts'
import { stepUpCode } from '../1-decode/dialects/step-up.ts'
import { befallsAnybody } from '../problem/befalls-anybody.ts'
import { effectiveStatus } from '../problem/effective-status.ts'
import type { Problem } from '../problem/problem.ts'
import type { Fallbacks, LayerName, Remedy, ResolvedRemedy, RetryRule, Rung } from '../problem/remedy.ts'
import { kitFallbacks, ladderOf, silence, type Step } from './ladder.ts'
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
  const ownPlace: Place = { layer: 'contract', codes: contract?.catalogue, fallbacks: [contract?.fallbacks] }
  const beneath = find(steps, [ownPlace]) ?? kitAnswer(steps, problem)
  const { remedy, ...why } = find(steps, [...placesIn(overrides), ownPlace]) ?? beneath
  const merged = layOver(beneath.remedy, remedy)
  return {
    severity: merged.severity ?? 'error',
    show: overrides.show ?? merged.show ?? 'toast',
    run: merged.run ?? [],
    offer: merged.offer ?? [],
    field: merged.field,
    retry: merged.retry,
    rule: ruleOf(merged, problem, contract),
    session: moveOf(merged.session, problem),
    text: merged.text ?? 'catalogue',
    report: merged.report ?? (known || befallsAnybody(problem) ? 'expected' : 'unexpected'),
    gate: merged.gate,
    stream: merged.stream,
    poll: merged.poll,
    why,
  }
}

// Longer than any call may wait.
const longWait = 60_000

interface Place {
  readonly layer: LayerName
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
    for (const { layer, codes, fallbacks } of places)
      for (const members of rung === 'code' ? [codes] : fallbacks)
        for (const key of keys) {
          const remedy = own<Remedy>(members as Layer['remedies'], key)
          if (remedy !== undefined) return { remedy, rung, layer, key }
        }
  return undefined
}

function placesIn({ call, meta, scope, app }: Overrides): readonly Place[] {
  const scopes: readonly (Layer | undefined)[] = Array.isArray(scope) ? scope : [scope as Layer | undefined]
  return [
    ...placeOf('call', call),
    ...placeOf('meta', meta),
    ...scopes.flatMap((each) => placeOf('scope', each)),
    ...placeOf('app', app),
  ]
}

// `remedies` may hold keys of the ladder too: one prop for a user who does not want to tell the two apart.
function placeOf(layer: LayerName, stated: Layer | undefined): readonly Place[] {
  if (stated === undefined) return []
  return [{ layer, codes: stated.remedies, fallbacks: [stated.fallbacks, stated.remedies] }]
}

function kitAnswer(steps: readonly Step[], problem: Problem): Found {
  const found = find(steps, [{ layer: 'kit', codes: undefined, fallbacks: [kitFallbacks] }])
  // Only an abort stands on no rung of the kit's.
  if (found === undefined) return { remedy: silence, rung: 'kind', layer: 'kit', key: problem.kind }
  const show = surfaceOf(problem)
  return show === undefined ? found : { ...found, remedy: { ...found.remedy, show } }
}

/** A body that says which fields are wrong is shown at the fields, and a long wait where it can stay. */
function surfaceOf(problem: Problem): Remedy['show'] {
  const { fields, retryAfter = 0 } = problem
  const status = effectiveStatus(problem)
  if (fields.length > 0 && (status === 400 || status === 422)) return 'fields'
  return retryAfter > longWait ? 'banner' : undefined
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
  const ofStatus = own(contract?.retryByStatus, String(effectiveStatus(problem)))
  return layOver(layOver(layOver(kitRule, contract?.retry), ofStatus), retry || undefined)
}
