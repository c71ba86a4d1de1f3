import { redactData, redactText } from './redact.ts'

/** A body as a report shows it: read where it can be read, redacted by key, named by its type where it is bytes. */
export function describeBody(body: unknown, isSecret: (name: string) => boolean): unknown {
  try {
    if (body === undefined || body === null) return undefined
    if (typeof body === 'string') return describeText(body, isSecret)
    const type = Object.prototype.toString.call(body).slice(8, -1)
    if (type === 'FormData' || type === 'URLSearchParams') return describePairs(body as URLSearchParams, isSecret)
    if (type === 'Object' || type === 'Array' || typeof body !== 'object') return redactData(body, isSecret)
    return describeBytes(type, body)
  } catch {
    return '[Unreadable]'
  }
}

function describeText(text: string, isSecret: (name: string) => boolean): unknown {
  try {
    return redactData(JSON.parse(text), isSecret)
  } catch {
    return isForm(text) ? describePairs(new URLSearchParams(text), isSecret) : redactText(text)
  }
}

// Several values of one name are rare in a form, and the last one is enough to find a cause.
function describePairs(pairs: Iterable<[string, unknown]>, isSecret: (name: string) => boolean): unknown {
  const members = [...pairs].map(([name, value]) => [
    name,
    typeof value === 'object' ? describeBytes('File', value) : value,
  ])
  return redactData(Object.fromEntries(members), isSecret)
}

// Never the name of a file: it says what the user keeps.
function describeBytes(type: string, value: object | null): string {
  const { size, byteLength } = (value ?? {}) as { readonly size?: unknown; readonly byteLength?: unknown }
  const bytes = typeof size === 'number' ? size : byteLength
  return typeof bytes === 'number' ? `[${type}, ${bytes} bytes]` : `[${type}]`
}

function isForm(text: string): boolean {
  return text.length < 65_536 && /^[\w.%+[\]-]+=[^\s<>{}]*$/.test(text)
}
