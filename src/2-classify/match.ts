import type { Contract } from '../problem/contract.ts'
import { toUrl } from '../problem/url.ts'

// Stands for an origin that nobody knows; `.invalid` is reserved and never resolves (RFC 2606).
const nowhere = 'http://nowhere.invalid'

/**
 * Is this URL one of the contract's? A prefix matches whole path segments of one origin, so that neither `/api` takes
 * `/apikeys` nor `https://api.example.com` takes `https://api.example.com.evil.example`. A pattern is tried on the URL
 * without query and fragment. A contract without `match` has the URLs of its own origin. Never throws.
 *
 * `origin` is the page's; a relative URL belongs to it. Where there is no page (a server), a path prefix matches
 * relative URLs only.
 *
 * @example
 * ```ts
 * import { matches } from 'react-remedy/core'
 *
 * console.log(matches({ match: 'https://api.example.com/v1' }, 'https://api.example.com/v1/orders')) // true
 * ```
 */
export function matches(
  contract: Pick<Contract, 'match'>,
  url: URL | string,
  origin: string | undefined = pageOrigin(),
): boolean {
  const base = origin ?? nowhere
  const parsed = toUrl(url, base)
  const { match = '/' } = contract
  return parsed !== undefined && [match].flat().some((pattern) => takes(pattern, parsed, base))
}

function takes(pattern: string | RegExp | ((url: URL) => boolean), url: URL, base: string): boolean {
  if (typeof pattern === 'string') return startsWith(url, toUrl(pattern, base))
  // `search` starts at the beginning whatever `lastIndex` a global pattern was left with.
  if (typeof pattern !== 'function') return `${url.origin}${url.pathname}`.search(pattern) >= 0
  try {
    return pattern(url)
  } catch {
    return false
  }
}

function startsWith(url: URL, prefix: URL | undefined): boolean {
  if (prefix?.origin !== url.origin) return false
  const path = prefix.pathname
  return url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}

function pageOrigin(): string | undefined {
  const origin = globalThis.location?.origin
  return origin === 'null' ? undefined : origin
}
