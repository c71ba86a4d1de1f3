import { readThrown } from './1-decode/read-thrown.ts'
import { toProblem } from './1-decode/to-problem.ts'
import { classify } from './2-classify/classify.ts'
import { contractFor } from './2-classify/contract-for.ts'
import type { Overrides } from './2-classify/layers.ts'
import { decideRetry, type Decision, type DecideOptions } from './3-decide/decide-retry.ts'
import type { Contract } from './problem/contract.ts'
import type { Problem } from './problem/problem.ts'
import type { ResolvedRemedy } from './problem/remedy.ts'

/** Everything the three pure stages need to know. */
export interface FlowInput {
  /** The contracts in use; the one that matches the URL reads the failure. */
  readonly contracts: readonly Contract[]
  /** The contract of this very call, when it names one. */
  readonly contract?: Contract | undefined
  readonly overrides?: Overrides | undefined
  readonly retry: DecideOptions
}

/** What became of one failure. */
export interface FlowResult {
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
  readonly decision: Decision
}

/**
 * The whole story: anything that failed → a problem → its remedy → what happens next. Acting and presenting follow.
 *
 * @example
 * ```ts
 * import { flow } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * const response = await fetch('/api/points')
 * if (!response.ok) {
 *   const { problem, remedy, decision } = await flow(response, { contracts: [divination], retry: { attempt: 1 } })
 *   console.log(problem.code, remedy.show, decision.do)
 * }
 * ```
 */
export async function flow(thrown: unknown, input: FlowInput): Promise<FlowResult> {
  const contract = contractOf(thrown, input)
  const problem = await readThrown(thrown, contract)
  const remedy = classify(problem, contract, input.overrides)
  const decision = decideRetry(problem, remedy, input.retry)
  return { problem, remedy, decision }
}

/** Whose failure is this? The call says; else the problem's own contract; else the URL. */
export function contractOf(
  thrown: unknown,
  { contracts, contract }: Pick<FlowInput, 'contracts' | 'contract'>,
): Contract | undefined {
  const glance = toProblem(thrown, contract)
  return (
    contracts.find(({ name }) => name === glance.contract) ?? contract ?? contractFor(contracts, glance.request?.url)
  )
}
