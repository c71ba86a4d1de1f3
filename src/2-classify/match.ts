import type { Contract } from '../problem/contract.ts'

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
  const parsed = parse(url, base)
  if (parsed === undefined) return false
  const { match } = contract
  if (match === undefined) return parsed.origin === new URL(base).origin
  if (typeof match === 'function') return asks(match, parsed)
  const patterns = typeof match === 'string' || match instanceof RegExp ? [match] : match
  return patterns.some((pattern) =>
    typeof pattern === 'string' ? startsWith(parsed, pattern, base) : finds(parsed, pattern),
  )
}

function startsWith(url: URL, prefix: string, base: string): boolean {
  const wanted = parse(prefix, base)
  if (wanted === undefined || wanted.origin !== url.origin) return false
  const path = wanted.pathname
  return url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}

// `search` starts at the beginning whatever `lastIndex` a global pattern was left with.
function finds(url: URL, pattern: RegExp): boolean {
  return `${url.origin}${url.pathname}`.search(pattern) >= 0
}

function asks(match: (url: URL) => boolean, url: URL): boolean {
  try {
    return match(url)
  } catch {
    return false
  }
}

function parse(url: URL | string, base: string): URL | undefined {
  try {
    return new URL(url, base)
  } catch {
    return undefined
  }
}

function pageOrigin(): string | undefined {
  const origin = (globalThis as { readonly location?: { readonly origin?: unknown } }).location?.origin
  return typeof origin === 'string' && origin !== 'null' ? origin : undefined
}
