'use client'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useRemedyContext } from '../context.ts'
import { useCooldown } from '../hooks/use-cooldown.ts'

/** Which cooldown is counted down. */
export interface CountdownProps {
  readonly limit: string | undefined
  /** For `aria-describedby` of the button that waits. */
  readonly id?: string | undefined
}

/** How long a limit still holds, as a text and a bar; nothing while none does. Nobody reads it out second by second. */
export function Countdown({ limit, id }: CountdownProps): ReactNode {
  const { client, words } = useRemedyContext()
  // An empty name is no limit; no name at all would be any limit.
  const { active, known, remaining, until } = useCooldown(limit ?? '')
  const since = useStore(client.store, ({ cooldowns }) => (limit === undefined ? undefined : cooldowns[limit]?.since))
  if (!active) return null
  if (!known) return <CountdownText id={id} text={words.part('waitUnknown')} />
  const total = until === undefined || since === undefined ? undefined : until - since
  const text = words.part('wait', { duration: words.duration(remaining) })
  return <CountdownText id={id} text={text} remaining={remaining} total={total} />
}

/** What a countdown looks like. */
export interface CountdownTextProps {
  readonly text: string
  readonly id?: string | undefined
  /** Milliseconds; without both there is no bar. */
  readonly remaining?: number | undefined
  readonly total?: number | undefined
}

/** The countdown as plain data. The bar is a `<progress>`, because a width in a style attribute breaks a strict CSP. */
export function CountdownText({ text, id, remaining, total }: CountdownTextProps): ReactNode {
  return (
    <div data-remedy-countdown="" role="timer" id={id}>
      <span>{text}</span>
      {remaining === undefined || total === undefined ? null : (
        <progress aria-hidden="true" max={Math.max(total, 1)} value={Math.max(remaining, 0)} />
      )}
    </div>
  )
}
