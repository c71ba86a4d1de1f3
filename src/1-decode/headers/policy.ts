import type { RateLimitPolicy } from '../../problem/parts.ts'
import { toDelay } from './delay.ts'

interface Numbers {
  readonly limit?: number | undefined
  readonly remaining?: number | undefined
  readonly resetIn?: number | undefined
  readonly window?: number | undefined
}

/** A policy with those of its numbers that are known, which `NaN` is not. */
export function policy(name: string, numbers: Numbers): RateLimitPolicy {
  const known = Object.entries({ ...numbers, resetIn: toDelay(numbers.resetIn) }).filter(
    ([, value]) => Number(value) >= 0,
  )
  return { name, ...Object.fromEntries(known) }
}
