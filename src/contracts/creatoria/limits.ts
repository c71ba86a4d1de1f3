import type { RateLimit } from '../../problem/parts.ts'

/** The plans of the document, by the names it gives them. */
export type CreatoriaPlan = 'Free' | 'Pro' | 'Team' | 'Enterprise'

/** Which of a plan's limits it is. */
export interface CreatoriaLimit {
  readonly plan: CreatoriaPlan
  /** 1: of the API key, a minute. 2: of the organization, an hour. 3: of the organization, a day. */
  readonly level: 1 | 2 | 3
  readonly per: 'minute' | 'hour' | 'day'
  /** Whose limit it is. */
  readonly of: 'key' | 'organization'
  /** Milliseconds until it is fresh again, counted from the response. */
  readonly resetIn: number | undefined
}

// Requests a minute, an hour and a day.
const plans: Readonly<Record<CreatoriaPlan, readonly [number, number, number]>> = {
  Free: [60, 1000, 10_000],
  Pro: [600, 10_000, 100_000],
  Team: [3000, 50_000, 500_000],
  Enterprise: [10_000, 200_000, 2_000_000],
}

const levels = [
  { level: 1, per: 'minute', of: 'key' },
  { level: 2, per: 'hour', of: 'organization' },
  { level: 3, per: 'day', of: 'organization' },
] as const

/**
 * Names the limit that a response told of. Most sizes occur once in the table of plans; one that occurs in several
 * (10,000) is named only for an app that gives its plan. `undefined`: nothing is known but when it resets.
 *
 * @example
 * ```ts
 * import { limitName } from 'react-remedy/contracts/creatoria'
 *
 * limitName({ limit: 600, remaining: 0, resetIn: 45_000 }) // { plan: 'Pro', level: 1, per: 'minute', of: 'key', … }
 * limitName({ limit: 10_000 }) // undefined
 * limitName({ limit: 10_000 }, 'Pro') // { plan: 'Pro', level: 2, per: 'hour', of: 'organization', … }
 * ```
 */
export function limitName(rateLimit: RateLimit | undefined, plan?: CreatoriaPlan): CreatoriaLimit | undefined {
  const known = (Object.keys(plans) as CreatoriaPlan[]).flatMap((name) =>
    levels
      .filter((_, index) => plans[name][index] === rateLimit?.limit)
      .map((level) => ({ plan: name, ...level, resetIn: rateLimit?.resetIn })),
  )
  return known.length === 1 ? known[0] : known.find((limit) => limit.plan === plan)
}
