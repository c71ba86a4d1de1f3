import { peek } from '../own.ts'

/** `Headers` from those of a client that keeps them as a plain object. What is no header is left out. */
export function toHeaders(given: unknown): Headers {
  const headers = new Headers()
  for (const [name, value] of entriesOf(given)) {
    try {
      if (typeof value === 'string' || typeof value === 'number') headers.append(name, String(value))
      else if (Array.isArray(value)) headers.append(name, value.join(', '))
    } catch {
      // a name or a value that no header can have
    }
  }
  return headers
}

function entriesOf(given: unknown): readonly [string, unknown][] {
  try {
    return typeof given === 'object' && given !== null
      ? Object.keys(given).map((name) => [name, peek(given, name)])
      : []
  } catch {
    return []
  }
}
