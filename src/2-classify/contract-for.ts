import type { Contract } from '../problem/contract.ts'
import { matches } from './match.ts'

/**
 * The contract that speaks for a URL: the first whose `match` takes it, else the first that has no `match` and so takes
 * what is left. Without a URL (something was thrown that no request caused) it is that one too, or the only one there is.
 *
 * @example
 * ```ts
 * import { contractFor } from 'react-remedy/core'
 * import { anyBackend } from 'react-remedy/contracts/any'
 * import { qoder } from 'react-remedy/contracts/qoder'
 *
 * const contract = contractFor([qoder, anyBackend], 'https://api.example.com/orders')
 * console.log(contract?.name) // 'any'
 * ```
 */
export function contractFor<C extends Pick<Contract, 'match'>>(
  contracts: readonly C[],
  url: URL | string | undefined,
  origin?: string,
): C | undefined {
  const rest = contracts.find((contract) => contract.match === undefined)
  if (url === undefined) return rest ?? (contracts.length === 1 ? contracts[0] : undefined)
  return contracts.find((contract) => contract.match !== undefined && matches(contract, url, origin)) ?? rest
}
