'use client'
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type RefObject,
} from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { isUsableHotkey } from './hotkey.ts'
import type { Layer } from './layer.ts'
import { raise } from './popover.ts'
import { createRegion, type Region } from './region.ts'
import { shortestStay, stayOf } from './stay.ts'
import { createToastTimers, type Stay } from './toast-timers.ts'
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

function ToastRegion(props: ToastRegionProps): ReactNode {
  const { layer, toasts, position = 'bottom-end', hotkey = 'F6', stay = shortestStay } = props
  const { words } = useRemedyContext()
  const limit = useLimit(props.limit)
  const element = useRef<HTMLElement>(null)
  const [held, setHeld] = useState<string>()
  const [expanded, setExpanded] = useState(false)
  const region = useRegion(element, { hotkey, held: setHeld, stays: useStays(toasts, stay) })
  useShown(element, { layer, region, newest: toasts.at(-1)?.id })
  if (expanded && toasts.length <= limit) setExpanded(false)

  const shown = toasts.filter(({ id }, index) => expanded || index >= toasts.length - limit || id === held)
  const items = shown.map((incident) => <Toast key={incident.id} incident={incident} region={region} />)
  const more = toasts.length > limit && (
    <MoreToasts key="more" region={region} out={toasts.length - shown.length} onToggle={() => setExpanded(!expanded)} />
  )
  return (
    <section
      ref={element}
      hidden
      tabIndex={-1}
      aria-label={isUsableHotkey(hotkey) ? words.part('region', { hotkey }) : words.part('regionPlain')}
      data-remedy-region={position}
      data-remedy-expanded={expanded ? '' : undefined}
    >
      <ol>{position.startsWith('top') ? [...items.toReversed(), more] : [more, ...items]}</ol>
    </section>
  )
}

// Three cards would hide the whole of a small window.
function useLimit(limit = 3): number {
  const small = useSyncExternalStore(onResize, isSmall, never)
  return small ? Math.min(limit, 1) : limit
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

function isSmall(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia('(width < 30rem), (height < 30rem)').matches
}

function never(): boolean {
  return false
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

function useStays(toasts: readonly Incident[], shortest: number): readonly Stay[] {
  const { words } = useRemedyContext()
  return useMemo(
    () =>
      toasts.map((incident) => ({
        id: incident.id,
        stamp: incident.updatedAt,
        stays: stayOf(incident, words.problem(incident.problem, incident.remedy), shortest),
      })),
    [toasts, words, shortest],
  )
}

interface RegionSetup {
  readonly hotkey: string | null
  readonly stays: readonly Stay[]
  readonly held: (id: string | undefined) => void
}

function useRegion(element: RefObject<HTMLElement | null>, { hotkey, held, stays }: RegionSetup): Region {
  const { client } = useRemedyContext()
  const [region] = useState(createRegion)
  const [timers] = useState(() => createToastTimers((id) => client.dismiss(id)))
  useLayoutEffect(() => {
    if (element.current === null) return
    return region.attach(element.current, { hotkey, timers, held, dismiss: (id) => client.dismiss(id) })
  }, [client, element, held, hotkey, region, timers])
  useEffect(() => timers.keep(stays), [timers, stays])
  useEffect(() => () => timers.keep([]), [timers])
  return region
}

interface Shown {
  readonly layer: Layer
  readonly region: Region
  readonly newest: string | undefined
}

function useShown(element: RefObject<HTMLElement | null>, { layer, region, newest }: Shown): void {
  useEffect(() => {
    layer.place()
    if (newest !== undefined && element.current) raise(element.current)
    region.keepClear()
    // In a microtask: the picture that a toast leaves behind is put there in one, too.
    queueMicrotask(() => region.settle())
  }, [element, layer, newest, region])
}

// Meant for a part of the page that is not mounted: said here rather than nowhere.
const here: readonly Incident['shown'][] = ['toast', 'fields', 'inline', 'pending']

function isToast({ shown }: Incident): boolean {
  return here.includes(shown)
}
