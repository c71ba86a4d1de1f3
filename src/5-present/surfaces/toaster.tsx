'use client'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { keepClear } from './cover.ts'
import { isUsableHotkey } from './hotkey.ts'
import { createLayer, type Layer } from './layer.ts'
import { raise } from './popover.ts'
import { createRegion, toastOf } from './region.ts'
import { RegionItem, Toast } from './toast.tsx'
import { useMade } from './use-made.ts'

/** The edge and the corner that the toasts sit at; `start` and `end` follow the direction of the words. */
export type ToastPosition = `${'top' | 'bottom'}-${'start' | 'center' | 'end'}`

/** How toasts are shown. */
export interface ProblemToasterProps {
  /** How many are in sight; the others wait behind a button. In a small window it is one. @default 3 */
  readonly limit?: number | undefined
  /** @default 'bottom-end' */
  readonly position?: ToastPosition | undefined
  /** Where the newest stands: at the edge of the window, or away from it. @default 'at-edge' */
  readonly newest?: 'at-edge' | 'away' | undefined
  /** The key that leads to the toasts and back: `F6`, `Alt+T`. Not a single character; `null` for none. @default 'F6' */
  readonly hotkey?: string | null | undefined
  /** Follow the topmost open dialog, where alone a toast can be reached. @default true */
  readonly move?: boolean | undefined
  /** The least time an information stays, in milliseconds, at least 5000; `Infinity` for ever. Failures always stay. @default 5000 */
  readonly stay?: number | undefined
}

/**
 * The toasts: everything shown as a toast, and what was meant for a part of the page that is not there. The provider
 * mounts one; to set where and how many, give it `surfaces={{ toast: null }}` and mount your own.
 *
 * @example
 * ```tsx
 * import { ProblemToaster } from 'react-remedy'
 *
 * export const Toasts = () => <ProblemToaster position="top-center" limit={2} />
 * ```
 */
export function ProblemToaster({ move = true, ...props }: ProblemToasterProps): ReactNode {
  const make = useCallback(() => createLayer('toasts', { move }), [move])
  const layer = useMade(make)
  return layer && createPortal(<ToastRegion {...props} layer={layer} />, layer.element)
}

interface ToastRegionProps extends Omit<ProblemToasterProps, 'move'> {
  readonly layer: Layer
}

function ToastRegion({ layer, limit = 3, hotkey = 'F6', stay: atLeast, ...props }: ToastRegionProps): ReactNode {
  const { position = 'bottom-end', newest = 'at-edge' } = props
  const { client, words } = useRemedyContext()
  const incidents = useStore(client.store, (state) => state.incidents)
  const element = useRef<HTMLElement>(null)
  const [region] = useState(createRegion)
  const [paused, pause] = useState(false)
  const [expanded, setExpanded] = useState(false)
  // Oldest first.
  const toasts = incidents.filter(isToast)
  const latest = toasts.at(-1)?.id

  useEffect(() => {
    const dismiss = (id: string) => client.dismiss(id)
    if (element.current) return region.listen(element.current, { hotkey, dismiss, pause })
  }, [region, hotkey, client])
  useEffect(() => {
    if (element.current && latest !== undefined) raise(element.current)
  }, [latest])
  useEffect(() => {
    layer.place()
    if (element.current) keepClear(element.current)
  })

  const most = useSyncExternalStore(onResize, isSmall) ? Math.min(limit, 1) : limit
  // What has the focus is not pushed out of sight.
  const held = toastOf(document.activeElement)
  const shown = toasts.filter(({ id }, index) => expanded || index >= toasts.length - most || id === held)
  const items = shown.map((incident) => (
    <Toast key={incident.id} incident={incident} region={region} stay={{ atLeast, paused }} />
  ))
  if (newest === 'away') items.reverse()
  if (toasts.length > most) {
    const count = toasts.length - shown.length
    items.unshift(
      <RegionItem key="more" region={region}>
        <button
          type="button"
          data-remedy-more=""
          aria-expanded={count === 0}
          onClick={() => setExpanded(!expanded)}
          {...(count === 0 ? words.phrases.part('fewer') : words.phrases.part('more', { count }))}
        />
      </RegionItem>,
    )
  } else if (expanded) setExpanded(false)
  return (
    <section
      ref={element}
      hidden={toasts.length === 0}
      tabIndex={-1}
      aria-label={isUsableHotkey(hotkey) ? words.part('region', { hotkey }) : words.part('regionPlain')}
      data-remedy-region={position}
      lang={words.language}
      dir={words.dir}
    >
      <ol>{position.startsWith('top') ? items.reverse() : items}</ol>
    </section>
  )
}

// Three cards would hide the whole of a small window. In a portal, so there is always a window to ask.
function isSmall(): boolean {
  return window.matchMedia?.('(width < 30rem), (height < 30rem)').matches
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

// Meant for a part of the page that is not mounted: said here rather than nowhere.
const here: readonly Incident['shown'][] = ['toast', 'fields', 'inline', 'pending']

function isToast({ shown }: Incident): boolean {
  return here.includes(shown)
}
