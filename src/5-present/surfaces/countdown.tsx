'use client'
import type { ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'
import { useCooldown } from '../hooks/use-cooldown.ts'

/** Which cooldown is counted down. */
export interface ProblemCountdownProps {
  readonly limit: string | undefined
  /** For `aria-describedby` of the button that waits. */
  readonly id?: string | undefined
}

/**
 * How long a limit still holds, as a text and, where the end is known, a bar; nothing while it does not hold. Nobody reads
 * it out second by second.
 *
 * @example
 * ```tsx
 * import { ProblemCountdown, useCooldown } from 'react-remedy'
 *
 * export function SendCode({ send }: { send: () => void }) {
 *   const { active } = useCooldown('AUTH_TOO_MANY_REQUESTS')
 *   return (
 *     <>
 *       <button aria-disabled={active} aria-describedby="wait" onClick={() => active || send()}>Send code</button>
 *       <ProblemCountdown limit="AUTH_TOO_MANY_REQUESTS" id="wait" />
 *     </>
 *   )
 * }
 * ```
 */
export function ProblemCountdown({ limit = '', id }: ProblemCountdownProps): ReactNode {
  const { words } = useRemedyContext()
  // An empty name is no limit; no name at all would be any limit.
  const { active, known, remaining, total } = useCooldown(limit)
  if (!active) return null
  return (
    <div data-remedy-countdown="" role="timer" id={id} lang={words.language} dir={words.dir}>
      {known ? words.part('wait', { duration: words.duration(remaining) }) : words.part('waitUnknown')}
      {/* Not an element with a width: a style attribute breaks a strict CSP. */}
      {known && <progress aria-hidden="true" max={total} value={remaining} />}
    </div>
  )
}
