'use client'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { isUsableHotkey } from './hotkey.ts'
import type { Layer } from './layer.ts'
import { createRegion, type Region } from './region.ts'
import { stayOf } from './stay.ts'
import { Toast, useLeaving } from './toast.tsx'
import { useLayer } from './use-layer.ts'

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
  const { client } = useRemedyContext()
  const layer = useLayer('toasts', move)
  const incidents = useStore(client.store, (state) => state.incidents)
  const toasts = useMemo(() => incidents.filter(isToast), [incidents])
  return layer && createPortal(<ToastRegion {...props} layer={layer} toasts={toasts} />, layer.element)
}

interface ToastRegionProps extends Omit<ProblemToasterProps, 'move'> {
  readonly layer: Layer
  /** Oldest first. */
  readonly toasts: readonly Incident[]
}

function ToastRegion({ layer, toasts, hotkey = 'F6', stay, ...props }: ToastRegionProps): ReactNode {
  const { client, words } = useRemedyContext()
  const { limit = 3, position = 'bottom-end', newest = 'at-edge' } = props
  const element = useRef<HTMLElement>(null)
  const [held, setHeld] = useState<string>()
  const [expanded, setExpanded] = useState(false)
  const [region] = useState(() => createRegion({ dismiss: (id) => client.dismiss(id), held: setHeld }))
  useLayoutEffect(() => (element.current ? region.attach(element.current) : undefined), [region])
  useEffect(() => {
    layer.place()
    region.update({ hotkey, stays: toasts.map((incident) => stayOf(incident, words, stay)) })
  }, [layer, region, hotkey, toasts, words, stay])

  const most = isSmall() ? Math.min(limit, 1) : limit
  const shown = toasts.filter(({ id }, index) => expanded || index >= toasts.length - most || id === held)
  const items = shown.map((incident) => <Toast key={incident.id} incident={incident} region={region} />)
  if (newest === 'away') items.reverse()
  if (toasts.length > most) {
    const out = toasts.length - shown.length
    items.unshift(<MoreToasts key="more" region={region} out={out} onToggle={() => setExpanded(!expanded)} />)
  } else if (expanded) setExpanded(false)
  return (
    <section
      ref={element}
      hidden
      tabIndex={-1}
      aria-label={isUsableHotkey(hotkey) ? words.part('region', { hotkey }) : words.part('regionPlain')}
      data-remedy-region={position}
    >
      <ol>{position.startsWith('top') ? items.reverse() : items}</ol>
    </section>
  )
}

// Three cards would hide the whole of a small window. In a portal, so there is always a window to ask.
function isSmall(): boolean {
  return window.matchMedia?.('(width < 30rem), (height < 30rem)').matches
}

interface MoreToastsProps {
  readonly region: Region
  /** How many are out of sight. */
  readonly out: number
  readonly onToggle: () => void
}

function MoreToasts({ region, out, onToggle }: MoreToastsProps): ReactNode {
  const { words } = useRemedyContext()
  return (
    <li ref={useLeaving(region)} data-remedy-more="">
      <div>
        <button type="button" aria-expanded={out === 0} onClick={onToggle}>
          {out === 0 ? words.part('fewer') : words.part('more', { count: out })}
        </button>
      </div>
    </li>
  )
}

// Meant for a part of the page that is not mounted: said here rather than nowhere.
const here: readonly Incident['shown'][] = ['toast', 'fields', 'inline', 'pending']

function isToast({ shown }: Incident): boolean {
  return here.includes(shown)
}
