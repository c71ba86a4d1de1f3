import type { Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { LayerName, Remedy, ResolvedRemedy, RetryRule, Rung } from '../problem/remedy.ts'
import { isFallbackKey, kitFallbacks, kitRemedy, ladderOf, type Step } from './ladder.ts'
import type { Layer, Overrides } from './layers.ts'
import { layOver, own } from './merge.ts'

/** What the kit does where a contract states no rule: two more requests, after 1 and 2 seconds and up to as much again. */
export const kitRule: RetryRule = { retries: 2, first: 1000, factor: 2, max: 30_000, jitter: 1 }

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
  const steps: readonly Step[] = [{ rung: 'code', keys: [problem.code] }, ...ladderOf(problem)]
  const known = own(contract?.catalogue, problem.code) !== undefined
  const above = layersOf(overrides)
  const beneath = find(steps, [contractLayer(contract)], known) ?? kitAnswer(steps, problem)
  const winner = find(steps, [...above, contractLayer(contract)], known) ?? beneath
  const { remedy } = winner
  const merged: Remedy = winner.layer === beneath.layer ? remedy : layOver(beneath.remedy, remedy)
  return {
    ...resolve(merged, contract, overrides),
    report: merged.report ?? usualReport(problem, known),
    why: whyOf(winner),
  }
}

type Members = Readonly<Record<string, Remedy | undefined>>

interface Place {
  readonly name: LayerName
  readonly codes: Members | undefined
  /** In the order they are asked. */
  readonly fallbacks: readonly (Members | undefined)[]
}

interface Found {
  readonly remedy: Remedy
  readonly rung: Rung
  readonly layer: LayerName
  readonly key: string
}

function find(steps: readonly Step[], places: readonly Place[], known: boolean): Found | undefined {
  for (const { rung, keys } of steps)
    for (const place of places)
      for (const key of keys) {
        const remedy = rung === 'code' ? remedyForCode(place, key, known) : remedyForRung(place, key)
        if (remedy !== undefined) return { remedy, rung, layer: place.name, key }
      }
  return undefined
}

// A server may send `default` or `404` as its code: no remedy for the ladder is meant by that.
function remedyForCode(place: Place, code: string, known: boolean): Remedy | undefined {
  return known || !isFallbackKey(code) ? own(place.codes, code) : undefined
}

function remedyForRung(place: Place, key: string): Remedy | undefined {
  for (const fallbacks of place.fallbacks) {
    const remedy = own(fallbacks, key)
    if (remedy !== undefined) return remedy
  }
  return undefined
}

function layersOf({ call, meta, scope, app }: Overrides): readonly Place[] {
  const scopes: readonly (Layer | undefined)[] = Array.isArray(scope) ? scope : [scope as Layer | undefined]
  return [place('call', call), place('meta', meta), ...scopes.map((layer) => place('scope', layer)), place('app', app)]
}

// `remedies` may hold keys of the ladder too: one prop for a user who does not want to tell the two apart.
function place(name: LayerName, layer: Layer | undefined): Place {
  return { name, codes: layer?.remedies, fallbacks: [layer?.fallbacks as Members | undefined, layer?.remedies] }
}

function contractLayer(contract: Contract | undefined): Place {
  return { name: 'contract', codes: contract?.catalogue, fallbacks: [contract?.fallbacks as Members | undefined] }
}

function kitAnswer(steps: readonly Step[], problem: Problem): Found {
  const ladder: readonly Step[] = problem.kind === 'aborted' ? [{ rung: 'kind', keys: ['aborted'] }] : steps.slice(1)
  const found = find(ladder, [{ name: 'kit', codes: undefined, fallbacks: [kitFallbacks] }], false)
  const { rung, key } = found ?? { rung: 'default' as const, key: 'default' }
  return { remedy: kitRemedy(key, problem), rung, layer: 'kit', key }
}

function resolve(
  merged: Remedy,
  contract: Contract | undefined,
  overrides: Overrides,
): Omit<ResolvedRemedy, 'report' | 'why'> {
  const stated = merged.retry === false ? undefined : merged.retry
  return {
    severity: merged.severity ?? 'error',
    show: overrides.show ?? merged.show ?? 'toast',
    run: merged.run ?? [],
    offer: merged.offer ?? [],
    field: merged.field,
    retry: merged.retry,
    rule: layOver(layOver(kitRule, contract?.retry), stated),
    session: merged.session,
    text: merged.text ?? 'catalogue',
    gate: merged.gate,
    stream: merged.stream,
    poll: merged.poll,
  }
}

function usualReport(problem: Problem, known: boolean): 'expected' | 'unexpected' {
  const everyday = problem.kind === 'network' || problem.kind === 'timeout' || problem.kind === 'aborted'
  return known || everyday ? 'expected' : 'unexpected'
}

function whyOf({ rung, layer, key }: Found): ResolvedRemedy['why'] {
  return { rung, layer, key }
}
