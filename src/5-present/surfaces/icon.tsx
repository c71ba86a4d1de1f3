'use client'
import type { ReactNode } from 'react'
import type { Severity } from '../../problem/remedy.ts'

/** What the severity looks like. Hidden from assistive technology: the words say it too. */
export function SeverityIcon({ severity }: { readonly severity: Severity | 'pending' | 'offline' }): ReactNode {
  return (
    <span data-remedy-icon="" aria-hidden="true">
      <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor">
        <path d={shapes[severity]} strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  )
}

/** The cross of a close button. */
export function CloseIcon(): ReactNode {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" stroke="currentColor" aria-hidden="true">
      <path d="m5.5 5.5 9 9m0-9-9 9" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  )
}

const ring = 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z'

// Shapes differ and not only colours: a circle, a triangle, a circle with a mark, an octagon.
const shapes = {
  info: `${ring}M10 13.5V9.25M10 6.6v.01`,
  warning:
    'M8.6 3.3 1.9 14.9a1.6 1.6 0 0 0 1.4 2.4h13.4a1.6 1.6 0 0 0 1.4-2.4L11.4 3.3a1.6 1.6 0 0 0-2.8 0ZM10 7.75v3.5M10 14.1v.01',
  error: `${ring}M10 6.25v4.25M10 13.4v.01`,
  critical: 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9l4.4-4.4ZM7.6 7.6l4.8 4.8m0-4.8-4.8 4.8',
  pending: `${ring}M10 5.75V10l2.75 1.75`,
  offline:
    'M2.5 2.5l15 15M8.3 13.4a2.6 2.6 0 0 1 3.4 0M5.6 10.5a6.6 6.6 0 0 1 3.1-1.6M2.6 7.6a11 11 0 0 1 3.3-2.1M11.7 9a6.6 6.6 0 0 1 2.7 1.5M9 4.6a11 11 0 0 1 8.4 3M10 16.4v.01',
} as const
