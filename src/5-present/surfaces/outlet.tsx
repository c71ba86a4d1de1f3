'use client'
import { useEffect, type ReactNode } from 'react'
import { outletChange } from './layer.ts'

/**
 * The place where toasts and live nodes go while it is mounted: put it into a dialog of your own where the way they find
 * dialogs by themselves does not suit you.
 *
 * @example
 * ```tsx
 * import { ProblemOutlet } from 'react-remedy'
 *
 * export const Shelf = () => <aside><ProblemOutlet /></aside>
 * ```
 */
export function ProblemOutlet(): ReactNode {
  useEffect(() => {
    tell()
    return tell
  }, [])
  return <div data-remedy-outlet="" />
}

function tell(): void {
  document.dispatchEvent(new Event(outletChange))
}
