import { isObject, peek } from './own.ts'

const maxDepth = 32
const maxNodes = 20_000
const maxText = 256 * 1024

/** Fresh from `JSON.parse`, is this data harmless to hand on as it is? */
export function isTame(value: unknown, depth = maxDepth): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((item) => isTame(item, depth - 1))
  // Whoever merges such data into an object of their own would change its prototype.
  if (Object.hasOwn(value, '__proto__')) return false
  for (const key in value) if (!isTame((value as Record<string, unknown>)[key], depth - 1)) return false
  return true
}

/**
 * A copy of foreign data that holds nothing but JSON: at most 32 levels and 20,000 values, no cycle, no accessor, no
 * `__proto__`. What does not fit is left out.
 */
export function plain(value: unknown, depth = maxDepth, budget = { left: maxNodes }): unknown {
  if (typeof value === 'string') return value.slice(0, maxText)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (typeof value !== 'object' || depth === 0) return undefined
  try {
    return Array.isArray(value) ? plainList(value, depth, budget) : plainObject(value, depth, budget)
  } catch {
    return undefined // a Proxy may refuse even to list its keys
  }
}

function plainList(list: readonly unknown[], depth: number, budget: { left: number }): unknown[] {
  const copy: unknown[] = []
  for (let index = 0; index < list.length && budget.left-- > 0; index++)
    copy.push(plain(peek(list, index), depth - 1, budget) ?? null)
  return copy
}

function plainObject(object: object, depth: number, budget: { left: number }): Record<string, unknown> | undefined {
  const prototype: unknown = Object.getPrototypeOf(object)
  // Only data: a Blob, a stream or a class instance is none. Another realm's Object has a null prototype one step up.
  if (isObject(prototype) && Object.getPrototypeOf(prototype) !== null) return undefined
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(object)) {
    if (budget.left-- <= 0) break
    const member = key === '__proto__' ? undefined : plain(peek(object, key), depth - 1, budget)
    if (member !== undefined) copy[key] = member
  }
  return copy
}
