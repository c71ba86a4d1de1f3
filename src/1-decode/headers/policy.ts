import type { RateLimitPolicy } from '../../problem/parts.ts'
import { toDelay } from './delay.ts'

/** A policy without the members that are `NaN`. */
export function policy(name: string, numbers: Readonly<Record<string, number>>): RateLimitPolicy {
  const known = Object.entries(numbers).filter(([, value]) => !Number.isNaN(value))
  return { name, ...Object.fromEntries(known.map(([key, value]) => [key, key === 'resetIn' ? toDelay(value) : value])) }
}
