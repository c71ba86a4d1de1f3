import { isTame, plain } from '../plain.ts'

/** The JSON in a body, harmless and whatever its content type says; `undefined` when it is none. */
export function parseBody(text: string): unknown {
  const value = parse(text)
  // Encoded twice by a proxy or a framework: the text of a JSON string is JSON again.
  const body = typeof value === 'string' ? parse(value) : value
  return isTame(body) ? body : plain(body)
}

function parse(text: string): unknown {
  if (!/^\s*["[{]/.test(text)) return undefined // HTML, plain text, nothing
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
