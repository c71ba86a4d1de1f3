import { toUrl } from '../problem/url.ts'

/** Resolved against the document it stood in. An absolute reference stays as it was sent: it is an identifier. */
export function resolveReference(reference: string, base: string | undefined): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(reference) ? reference : (toUrl(reference, base)?.href ?? reference)
}

/** Resolved, and only if it leads to where `fetch` can go. */
export function resolveLink(reference: string, base: string | undefined): string | undefined {
  const url = toUrl(reference, base)
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : undefined
}
