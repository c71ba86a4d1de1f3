import { focusBack, focusInside } from './focus.ts'
import { isEscape, isHotkey, isUsableHotkey } from './hotkey.ts'
import { lower } from './popover.ts'
import type { ToastTimers } from './toast-timers.ts'

/** What the toast region must know. */
export interface RegionOptions {
  readonly hotkey: string | null
  readonly timers: ToastTimers
  readonly dismiss: (id: string) => void
  /** Tells which toast holds the focus; it is not pushed out of sight. */
  readonly held: (id: string | undefined) => void
}

/** The behaviour of the toast region: keys, pauses, and where the focus goes. */
export interface Region {
  /** Starts to listen; call what it returns to end it. */
  readonly attach: (element: HTMLElement, options: RegionOptions) => () => void
  /** A node of the region is about to go; if it holds the focus, the next toast takes it, else where the user came from. */
  readonly leave: (node: Element) => void
  /** Moves the toasts to the other edge while they cover the focused control. */
  readonly keepClear: () => void
  /** Leaves the top layer when nothing is shown any more. */
  readonly settle: () => void
}

const toast = '[data-remedy-toast]:not([data-remedy-leaving])'

/** Makes the behaviour, with native listeners, because React hears nothing while it commits. */
export function createRegion(): Region {
  let region: HTMLElement | undefined
  let origin: () => Element | null = () => null

  function attach(element: HTMLElement, options: RegionOptions): () => void {
    const end = new AbortController()
    region = element
    origin = rememberOrigin(element, end.signal)
    const back = (): void => focusBack(origin(), { host: hostOf(element) })
    listenToPauses(element, options, end.signal)
    listenToKeys(element, { ...options, back }, end.signal)
    document.addEventListener('focusin', keepClear, { signal: end.signal })
    return () => end.abort()
  }

  function keepClear(): void {
    const focused = document.activeElement
    if (region === undefined || focused === null || region.contains(focused)) return
    region.removeAttribute('data-remedy-flipped')
    region.toggleAttribute('data-remedy-flipped', isCovered(focused, region.firstElementChild))
  }

  function leave(node: Element): void {
    if (region === undefined || !node.contains(document.activeElement)) return
    const toasts = [...region.querySelectorAll(toast)]
    const after = toasts.find((each) => node.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING)
    const next = after ?? toasts.findLast((each) => each !== node)
    if (next === undefined || !focusInside(next)) focusBack(origin(), { host: hostOf(region) })
  }

  function settle(): void {
    if (region?.querySelector('li') === null) lower(region)
  }

  return { attach, leave, keepClear, settle }
}

function rememberOrigin(region: HTMLElement, signal: AbortSignal): () => Element | null {
  let origin: Element | null = null
  const outside = ({ relatedTarget }: FocusEvent): Element | null =>
    relatedTarget instanceof Element && !region.contains(relatedTarget) ? relatedTarget : null
  region.addEventListener('focusin', (event) => (origin = outside(event) ?? origin), { signal })
  region.addEventListener('focusout', (event) => (origin = outside(event) ? null : origin), { signal })
  return () => origin
}

function listenToPauses(region: HTMLElement, { timers, held }: RegionOptions, signal: AbortSignal): void {
  region.addEventListener('pointerover', () => timers.pause('hover'), { signal })
  region.addEventListener('pointerleave', () => timers.resume('hover'), { signal })
  region.addEventListener(
    'focusin',
    ({ target }) => {
      timers.pause('focus')
      held(idOf(target))
    },
    { signal },
  )
  region.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && region.contains(relatedTarget)) return
      timers.resume('focus')
      held(undefined)
    },
    { signal },
  )
  window.addEventListener('blur', () => timers.pause('blur'), { signal })
  window.addEventListener('focus', () => timers.resume('blur'), { signal })
  const see = (): void => (document.hidden ? timers.pause('hidden') : timers.resume('hidden'))
  document.addEventListener('visibilitychange', see, { signal })
  see()
}

// At `window` and in the capture phase: a host that closes its dialog on Escape listens on `document`.
function listenToKeys(
  region: HTMLElement,
  options: RegionOptions & { readonly back: () => void },
  signal: AbortSignal,
): void {
  const { hotkey, back, dismiss } = options
  const onKey = (event: KeyboardEvent): void => {
    const inside = region.contains(document.activeElement)
    const escape = isEscape(event) && inside
    const jump = isUsableHotkey(hotkey) && isHotkey(event, hotkey) && region.querySelector(toast) !== null
    if (event.defaultPrevented || !(escape || jump)) return
    event.preventDefault()
    event.stopPropagation()
    const id = escape ? idOf(document.activeElement) : undefined
    if (id !== undefined) dismiss(id)
    else if (inside) back()
    else region.focus({ preventScroll: true })
  }
  window.addEventListener('keydown', onKey, { capture: true, signal })
}

function idOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined
  return target.closest('[data-remedy-toast]')?.getAttribute('data-remedy-toast') ?? undefined
}

// The dialog of the host that the region sits in, where there is one.
function hostOf(region: HTMLElement): Element | null {
  const host = region.closest('[data-remedy-layer]')?.parentElement ?? null
  return host === document.body ? null : host
}

// WCAG 2.4.11: what has the focus may not lie wholly under what we put there.
function isCovered(focused: Element, cover: Element | null): boolean {
  if (cover === null || focused === document.body) return false
  const inner = focused.getBoundingClientRect()
  const outer = cover.getBoundingClientRect()
  return (
    inner.width > 0 &&
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}
