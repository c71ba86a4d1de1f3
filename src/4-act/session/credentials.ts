import { matches } from '../../2-classify/match.ts'
import type { Contract } from '../../problem/contract.ts'
import type { AnySession } from './types.ts'

/** S6: credentials go to URLs that the contract matches; without `match` to same-origin ones. */
export function isOwn(contract: Contract, url: string): boolean {
  if (contract.match !== undefined) return matches(contract, url)
  const here = globalThis.location?.origin
  return here !== undefined && new URL(url, here).origin === here
}

/** The request with the app's credentials, where it may carry them. */
export async function authorize(
  session: AnySession | undefined,
  contract: Contract,
  request: Request,
): Promise<Request> {
  return session !== undefined && isOwn(contract, request.url) ? session.authorize(request) : request
}

/**
 * Did it get credentials that would go along with a redirect? `Authorization` stays behind by itself where one leads to
 * another origin; any other header does not.
 */
export function carriesMore({ headers }: Request, { headers: before }: Request): boolean {
  return [...headers].some(([name, value]) => name !== 'authorization' && before.get(name) !== value)
}
