import { toUrl } from './url.ts'

/**
 * A URL as the route it stands for: the path alone, with `:id` for every segment that names one thing of many. Two failures
 * of one route are one failure to whoever counts them. Never throws.
 */
export function routeTemplate(url: string): string {
  const path = url.replace(/^[a-z][\w+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  const segments = path.split('/').slice(0, 32)
  return segments.map((segment) => (isId(segment) ? ':id' : segment.slice(0, 64))).join('/') || '/'
}

function isId(segment: string): boolean {
  return (
    /^\d[\d.,:_-]*$/.test(segment) || // 42, 2026-01-31
    /^(?:urn:)?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(segment) || // a UUID
    (segment.length >= 8 && /^[\da-f]+$/i.test(segment) && /\d/.test(segment)) || // a hash
    /^[a-z]{2,12}[_-](?=[a-z]*\d)[\da-z]{6,}$/i.test(segment) || // sess_1a2b3c4d
    (segment.length >= 16 && /\d/.test(segment) && /[a-z]/i.test(segment) && /^[\w~.=-]+$/.test(segment)) || // a ULID, a token
    segment.length > 64 ||
    /[%@]/.test(segment) // a name or an address that a user chose
  )
}

/** What tells one request from another: its method and its route. */
export function routeOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${routeTemplate(url)}`
}

/** The origin of a URL, a relative one taken for the page's; empty where there is none. Never throws. */
export function originOf(url: string | undefined): string {
  return url === undefined ? '' : (toUrl(url, globalThis.location?.href)?.origin ?? '')
}
