/** The URL that a reference means where it stands; `undefined` where it means none. Never throws. */
export function toUrl(reference: string | URL, base: string | undefined): URL | undefined {
  try {
    return new URL(reference, base)
  } catch {
    return undefined
  }
}
