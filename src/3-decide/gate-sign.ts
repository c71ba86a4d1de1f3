import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'

/** What a failure says about the origin it came from. */
export type GateSign = 'unreachable' | 'up' | 'nothing'

const gatewayStatuses = [502, 503, 504]

/**
 * Does this failure show that the origin cannot be reached? Only a network failure, a timeout, or what a gateway says in
 * its place. Where the contract found a code the application itself was speaking, and so it is up.
 */
export function gateSign(problem: Problem, remedy: Partial<ResolvedRemedy> = {}): GateSign {
  const { kind, status, code } = problem
  if (kind === 'aborted') return 'nothing'
  if (kind === 'network' || kind === 'timeout') return remedy.gate === false ? 'nothing' : 'unreachable'
  if (status === undefined) return 'nothing'
  const byGateway = gatewayStatuses.includes(status) && code === `HTTP_${status}` && remedy.gate !== false
  return byGateway ? 'unreachable' : 'up'
}
