/** Resolved against the document it stood in. An absolute reference stays as it was sent: it is an identifier. */
export function resolveReference(reference: string, base: string | undefined): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) return reference
  try {
    return new URL(reference, base).href
  } catch {
    return reference
  }
}

/** Resolved, and only if it leads to where `fetch` can go. */
export function resolveLink(reference: string, base: string | undefined): string | undefined {
  const url = resolveReference(reference.trim(), base)
  return /^https?:\/\//i.test(url) ? url : undefined
}
