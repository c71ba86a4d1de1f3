/** One line that says which problem it is, where it came and at what. It ends in logs, so it has no secret in it. */
export function describeProblem(problem: {
  readonly code: string
  readonly status?: number | undefined
  readonly request?: { readonly method: string; readonly url: string } | undefined
}): string {
  const { code, status, request } = problem
  // The method of an error that a client threw may be unknown.
  const where = request ? ` at ${[request.method, pathOf(request.url)].filter(Boolean).join(' ')}` : ''
  return `${code}${status === undefined ? '' : ` (HTTP ${status})`}${where}`
}

// Queries and fragments may hold secrets.
function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '')
}
