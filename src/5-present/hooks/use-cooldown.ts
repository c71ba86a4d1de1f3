'use client'
import { useEffect, useReducer } from 'react'
import { useStore } from 'zustand'
import type { Cooldown } from '../../4-act/store.ts'
import { useRemedyContext } from '../context.ts'

/** What a held-back button needs to know. */
export interface CooldownState {
  /** Held back now. */
  readonly active: boolean
  /** Milliseconds left; 0 when it is over. */
  readonly remaining: number
  /** Milliseconds of the whole wait, for a bar; 0 when there is none. */
  readonly total: number
  /** `false`: the server gave no time, so no number should be shown. */
  readonly known: boolean
  /** Milliseconds since 1970. */
  readonly until: number | undefined
}

/**
 * The cooldown of a limit, counting down once a second. A limit is named by the code that set it
 * (`AUTH_TOO_MANY_REQUESTS`) or by contract and code (`divination/AUTH_TOO_MANY_REQUESTS`); without a name it is the
 * one that ends last.
 *
 * @example
 * ```tsx
 * import { useCooldown } from 'react-remedy'
 *
 * export function SendCode({ onSend }: { onSend: () => void }) {
 *   const cooldown = useCooldown('AUTH_TOO_MANY_REQUESTS')
 *   return <button aria-disabled={cooldown.active} onClick={() => cooldown.active || onSend()}>Send code</button>
 * }
 * ```
 */
export function useCooldown(limit?: string): CooldownState {
  const { client } = useRemedyContext()
  const cooldown = useStore(client.store, ({ cooldowns }) => find(cooldowns, limit))
  const [, tick] = useReducer((count: number) => count + 1, 0)
  const until = cooldown?.until
  useEffect(() => {
    if (until === undefined) return
    const timer = setInterval(tick, 1000)
    // A sleeping laptop or a hidden tab misses ticks; the deadline holds all the same.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [until])
  const total = cooldown === undefined ? 0 : cooldown.until - cooldown.since
  // Never longer than it was: a clock may be set back.
  const remaining = Math.max(0, Math.min((until ?? 0) - client.parts.runtime.now(), total))
  return { active: remaining > 0, remaining, total, known: cooldown?.known === true, until }
}

function find(cooldowns: Readonly<Record<string, Cooldown>>, limit: string | undefined): Cooldown | undefined {
  const found = Object.entries(cooldowns).filter(
    ([name]) => limit === undefined || name === limit || name.endsWith(`/${limit}`),
  )
  return found
    .map(([, cooldown]) => cooldown)
    .reduce<Cooldown | undefined>(
      (last, next) => (last !== undefined && last.until >= next.until ? last : next),
      undefined,
    )
}
