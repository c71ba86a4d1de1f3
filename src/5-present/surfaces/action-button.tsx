'use client'
import type { ReactNode } from 'react'

/** One button as plain data. */
export interface ActionButtonProps {
  readonly action: string
  readonly label: string
  readonly primary?: boolean | undefined
  /** Its own action runs. */
  readonly busy?: boolean | undefined
  /** Pressing it does nothing now. */
  readonly held?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly onPress: () => void
}

/** A button that can wait without losing the focus. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { action, label, primary = false, busy = false, held = false, describedBy, onPress } = props
  return (
    <button
      type="button"
      data-remedy-action={action}
      data-remedy-primary={primary ? '' : undefined}
      aria-disabled={held || undefined}
      aria-busy={busy || undefined}
      aria-describedby={describedBy}
      onClick={held ? undefined : onPress}
    >
      {label}
    </button>
  )
}
