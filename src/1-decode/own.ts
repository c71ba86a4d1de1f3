/** A JSON object: own keys, unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member of that name, unless it is inherited: a server may name anything, `constructor` too. */
export function own<T>(members: Readonly<Record<string, T | undefined>> | undefined, key: string): T | undefined
export function own(value: unknown, key: string): unknown
export function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as JsonObject)[key]
    : undefined
}

/** The own member of that name if it is a text. */
export function ownText(object: unknown, key: string): string | undefined {
  const member = own(object, key)
  return typeof member === 'string' ? member : undefined
}

/** The own member of that name if it is a number. */
export function ownNumber(object: unknown, key: string): number | undefined {
  const member = own(object, key)
  return typeof member === 'number' ? member : undefined
}

/** A member of a value that nobody knows, inherited ones too. Any read may throw: it may be a Proxy. */
export function peek(value: unknown, key: PropertyKey): unknown {
  try {
    return (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
  } catch {
    return undefined
  }
}

/** `peek`, if it is a text. */
export function peekText(value: unknown, key: string): string | undefined {
  const member = peek(value, key)
  return typeof member === 'string' ? member : undefined
}
