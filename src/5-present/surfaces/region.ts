import { keepClear } from './cover.ts'
import { focus, focusBack, focusInside } from './focus.ts'
import { isEscape, isHotkey } from './hotkey.ts'
import { lower, raise } from './popover.ts'
import { createToastTimers, type PauseReason, type Stay, type ToastTimers } from './toast-timers.ts'

/** What the toast region does with its toasts. */
export interface RegionActions {
  readonly dismiss: (id: string) => void
  /** Tells which toast holds the focus; it is not pushed out of sight. */
  readonly held: (id: string | undefined) => void
}

/** What there is to show. */
export interface RegionState {
  readonly hotkey: string | null
  /** Oldest first. */
  readonly stays: readonly Stay[]
}

/** The behaviour of the toast region: keys, time, and where the focus goes. */
export interface Region {
  /** Starts to listen; call what it returns to end it. */
  readonly attach: (element: HTMLElement) => () => void
  readonly update: (state: RegionState) => void
  /** A node of the region is about to go; if it holds the focus, the next toast takes it, else where the user came from. */
  readonly leave: (node: Element) => void
  /** Leaves the top layer when nothing is shown any more. */
  readonly settle: () => void
}

type Listen = (target: EventTarget, type: string, listener: (event: Event) => void) => void

/** Makes the behaviour, with native listeners, because React hears nothing while it commits. */
export function createRegion({ dismiss, held }: RegionActions): Region {
  const timers = createToastTimers(dismiss)
  let region: HTMLElement | undefined
  let origin: Element | null = null
  let hotkey: string | null = null
  let newest: string | undefined

  function attach(element: HTMLElement): () => void {
    const end = new AbortController()
    const { signal } = end
    const listen: Listen = (target, type, listener) => target.addEventListener(type, listener, { signal })
    const keys = { dismiss, back: () => focusBack(origin), isHotkey: (event: KeyboardEvent) => isHotkey(event, hotkey) }
    region = element
    listenToPauses(element, timers, listen)
    listen(element, 'focusout', () => held(undefined))
    listen(element, 'focusin', (event) => {
      const from = event instanceof FocusEvent ? event.relatedTarget : null
      held(idOf(event.target))
      if (from instanceof Element && !element.contains(from)) origin = from
    })
    listen(document, 'focusin', () => keepClear(element))
    // In the capture phase of `window`: a host that closes its dialog on Escape listens on `document`.
    window.addEventListener('keydown', (event) => onKey(event, element, keys), { signal, capture: true })
    return () => {
      end.abort()
      timers.keep([])
    }
  }

  function update(state: RegionState): void {
    const last = state.stays.at(-1)?.id
    timers.keep(state.stays)
    if (region && last !== undefined && last !== newest) raise(region)
    if (region) keepClear(region)
    newest = last
    hotkey = state.hotkey
    // In a microtask: the picture that a toast leaves behind is put there in one, too.
    queueMicrotask(() => settle(region))
  }

  return { attach, update, leave: (node) => leave(node, region, origin), settle: () => settle(region) }
}

function leave(node: Element, region: Element | undefined, origin: Element | null): void {
  if (!node.contains(document.activeElement)) return
  const toasts = [...(region?.querySelectorAll('[data-remedy-toast]:not([data-remedy-leaving])') ?? [])]
  const at = toasts.indexOf(node)
  if (!focusInside(toasts[at + 1] ?? toasts[at - 1])) focusBack(origin)
}

function settle(region: HTMLElement | undefined): void {
  if (region?.querySelector('li') === null) lower(region)
}

interface Keys {
  readonly dismiss: (id: string) => void
  readonly back: () => void
  readonly isHotkey: (event: KeyboardEvent) => boolean
}

function onKey(event: KeyboardEvent, region: HTMLElement, { dismiss, back, isHotkey }: Keys): void {
  const inside = region.contains(document.activeElement)
  const escapes = inside && isEscape(event)
  if (event.defaultPrevented || region.hidden || !(escapes || isHotkey(event))) return
  event.preventDefault()
  event.stopPropagation()
  const id = escapes ? idOf(document.activeElement) : undefined
  if (id !== undefined) dismiss(id)
  else if (inside) back()
  else focus(region)
}

function listenToPauses(region: HTMLElement, { pause, resume }: ToastTimers, listen: Listen): void {
  const between = (target: EventTarget, [on, off]: readonly [string, string], reason: PauseReason): void => {
    listen(target, on, () => pause(reason))
    listen(target, off, () => resume(reason))
  }
  const see = (): void => (document.hidden ? pause('hidden') : resume('hidden'))
  between(region, ['pointerover', 'pointerleave'], 'hover')
  between(region, ['focusin', 'focusout'], 'focus')
  between(window, ['blur', 'focus'], 'blur')
  listen(document, 'visibilitychange', see)
  see()
}

function idOf(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-remedy-toast]')?.dataset['remedyToast']
    : undefined
}
