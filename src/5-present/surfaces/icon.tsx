'use client'
import type { ReactNode } from 'react'
import type { Severity } from '../../problem/remedy.ts'

/** What the severity looks like. */
export function SeverityIcon({ severity }: { readonly severity: Severity | 'pending' }): ReactNode {
  return <Icon path={glyphs[severity]} />
}

/** A glyph on a disc. Hidden from assistive technology: the words say it too. */
export function Icon({ path }: { readonly path: string }): ReactNode {
  return (
    <span data-remedy-icon="" aria-hidden="true">
      <Glyph path={path} />
    </span>
  )
}

/** The cross of a close button. */
export function CloseIcon(): ReactNode {
  return <Glyph path={glyphs.critical} />
}

function Glyph({ path }: { readonly path: string }): ReactNode {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" aria-hidden="true">
      <path d={path} strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

// The disc around them is the stylesheet's. Shapes differ and not only colours; a line of no length is a dot.
const glyphs = {
  info: 'M10 9v6m0-9.5h0',
  warning: 'M10 3 2 16.5h16zm0 5v3.5m0 2.5h0',
  error: 'M10 5v6m0 4h0',
  critical: 'm5 5 10 10m0-10-10 10',
  pending: 'M4.5 10h0m5.5 0h0m5.5 0h0',
}
