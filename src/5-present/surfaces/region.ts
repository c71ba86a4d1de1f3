import { keepClear } from './cover.ts'
import { focus, focusBack, focusInside } from './focus.ts'
import { leaveGhost } from './ghost.ts'
import { isEscape, isHotkey } from './hotkey.ts'

/** What the toast region does. */
export interface RegionOptions {
  readonly hotkey: string | null
  readonly dismiss: (id: string) => void
  /** Time stands still, or goes on. */
  readonly pause: (paused: boolean) => void
}

/** The behaviour of the toast region: keys, pauses, and where the focus goes. */
export interface Region {
  /** Starts to listen; call what it returns to end it. */
  readonly listen: (element: HTMLElement, options: RegionOptions) => () => void
  /** An item is about to go: if it holds the focus, the next toast takes it, else where the user came from. */
  readonly leave: (item: HTMLElement) => void
}

/** Makes the behaviour, with native listeners, because React hears nothing while it commits. */
export function createRegion(): Region {
  let origin: Element | null = null

  function listen(region: HTMLElement, { hotkey, dismiss, pause }: RegionOptions): () => void {
    const end = new AbortController()
    const { signal } = end
    const onFocus = ({ target, relatedTarget: from }: FocusEvent): void => {
      if (!(target instanceof Element) || !region.contains(target)) keepClear(region)
      else if (from instanceof Element && !region.contains(from)) origin = from
    }
    const onKey = (event: KeyboardEvent): void => {
      const focused = document.activeElement
      const inside = region.contains(focused)
      const escapes = inside && isEscape(event)
      const elsewhere = !inside && focused?.closest('[data-remedy-region]') // that one's turn
      if (event.defaultPrevented || region.hidden || elsewhere || !(escapes || isHotkey(event, hotkey))) return
      event.preventDefault()
      event.stopPropagation()
      const id = escapes ? toastOf(focused) : undefined
      if (id !== undefined) return dismiss(id)
      if (inside) focusBack(origin)
      focus(inside ? regionAfter(region) : region)
    }
    document.addEventListener('focusin', onFocus, { signal, capture: true })
    // In the capture phase of `window`: a host that closes its dialog on Escape listens on `document`.
    window.addEventListener('keydown', onKey, { signal, capture: true })
    // A toast has its full height once it has come.
    region.addEventListener('transitionend', () => keepClear(region), { signal })
    listenToPauses(region, pause, signal)
    return () => end.abort()
  }

  function leave(item: HTMLElement): void {
    if (item.contains(document.activeElement)) {
      const toasts = [...(item.parentElement?.querySelectorAll(':scope > [data-remedy-toast]:not([inert])') ?? [])]
      const at = toasts.indexOf(item)
      if (!focusInside(toasts[at + 1] ?? toasts[at - 1])) focusBack(origin)
    }
    leaveGhost(item)
  }

  return { listen, leave }
}

// Of another provider. It is entered from where the user came from, so that it leads back there.
function regionAfter(region: HTMLElement): Element | undefined {
  const regions = [...document.querySelectorAll('[data-remedy-region]:not([hidden])')]
  return regions[regions.indexOf(region) + 1]
}

/** The id of the toast that an element is in. */
export function toastOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-remedy-toast]')?.dataset['remedyToast']
}

// Each reason counts by itself: time goes on when the last one is over.
function listenToPauses(region: HTMLElement, pause: (paused: boolean) => void, signal: AbortSignal): void {
  const reasons = new Set<string>()
  const turn = (reason: string, holds: boolean): void => {
    if (holds) reasons.add(reason)
    else reasons.delete(reason)
    pause(reasons.size > 0)
  }
  const between = (target: EventTarget, start: string, end: string): void => {
    target.addEventListener(start, () => turn(start, true), { signal })
    target.addEventListener(end, () => turn(start, false), { signal })
  }
  const see = (): void => turn('hidden', document.hidden)
  between(region, 'pointerover', 'pointerleave')
  between(region, 'focusin', 'focusout')
  between(window, 'blur', 'focus')
  document.addEventListener('visibilitychange', see, { signal })
  see()
}
