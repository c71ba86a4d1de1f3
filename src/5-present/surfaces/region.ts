import { focus, focusBack, focusInside } from './focus.ts'
import { isEscape, isHotkey, isUsableHotkey } from './hotkey.ts'
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
  const contains = (node: EventTarget | null): boolean => node instanceof Node && region?.contains(node) === true

  function attach(element: HTMLElement): () => void {
    const end = new AbortController()
    const { signal } = end
    const listen: Listen = (target, type, listener) => target.addEventListener(type, listener, { signal })
    region = element
    listenToPauses(element, timers, listen)
    listen(element, 'focusout', () => held(undefined))
    listen(element, 'focusin', ({ target, relatedTarget }: FocusEventInit & { target: EventTarget | null }) => {
      held(idOf(target))
      if (relatedTarget instanceof Element && !contains(relatedTarget)) origin = relatedTarget
    })
    listen(document, 'focusin', keepClear)
    // In the capture phase of `window`: a host that closes its dialog on Escape listens on `document`.
    window.addEventListener('keydown', onKey, { signal, capture: true })
    return () => {
      end.abort()
      timers.keep([])
    }
  }

  function update(state: RegionState): void {
    const last = state.stays.at(-1)?.id
    timers.keep(state.stays)
    if (region && last !== undefined && last !== newest) raise(region)
    ;({ hotkey } = state)
    newest = last
    keepClear()
    // In a microtask: the picture that a toast leaves behind is put there in one, too.
    queueMicrotask(settle)
  }

  function onKey(event: KeyboardEvent): void {
    const inside = contains(document.activeElement)
    const jumps =
      isUsableHotkey(hotkey) && isHotkey(event, hotkey) && region?.hidden === false && !event.defaultPrevented
    const escapes = isEscape(event) && inside
    if (!escapes && !jumps) return
    event.preventDefault()
    event.stopPropagation()
    const id = escapes ? idOf(document.activeElement) : undefined
    if (id !== undefined) dismiss(id)
    else if (inside) focusBack(origin)
    else focus(region)
  }

  function keepClear(): void {
    const focused = document.activeElement
    if (region === undefined || focused === null || contains(focused)) return
    region.removeAttribute('data-remedy-flipped')
    region.toggleAttribute('data-remedy-flipped', isCovered(focused, region.firstElementChild ?? region))
  }

  function leave(node: Element): void {
    if (!node.contains(document.activeElement)) return
    const toasts = [...(region?.querySelectorAll('[data-remedy-toast]:not([data-remedy-leaving])') ?? [])]
    const at = toasts.indexOf(node)
    if (!focusInside(toasts[at + 1] ?? toasts[at - 1])) focusBack(origin)
  }

  function settle(): void {
    if (region?.querySelector('li') === null) lower(region)
  }

  return { attach, update, leave, settle }
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

// WCAG 2.4.11: what has the focus may not lie wholly under what we put there.
function isCovered(focused: Element, cover: Element): boolean {
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
