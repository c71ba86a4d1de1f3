import { plain } from '../plain.ts'

/** The JSON in a body, whatever its content type says; `undefined` when it is none. */
export function parseBody(text: string): unknown {
  const value = parse(text)
  // Encoded twice by a proxy or a framework: the text of a JSON string is JSON again.
  return typeof value === 'string' ? parse(value) : value
}

/** The same, of a body that a client has read and perhaps parsed. */
export function bodyOf(received: unknown): unknown {
  return typeof received === 'string' ? parseBody(received) : plain(received)
}

function parse(text: string): unknown {
  if (!/^\s*["[{]/.test(text)) return undefined // HTML, plain text, nothing
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
