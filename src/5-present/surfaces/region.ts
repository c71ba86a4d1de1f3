import { keepClear, openRegions, watchSizes } from './cover.ts'
import { focus, focusBack, focusInside } from './focus.ts'
import { leaveGhost } from './ghost.ts'
import { isEscape, isHotkey } from './hotkey.ts'
import { raise } from './popover.ts'

const modal = 'dialog:modal'

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
    const look = listenToPauses(region, pause, signal)
    const onFocus = ({ target, relatedTarget: from }: FocusEvent): void => {
      const inside = target instanceof Element && region.contains(target)
      look(inside)
      if (!inside) keepClear(region)
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
      enter(inside ? regionAfter(region) : region)
    }
    document.addEventListener('focusin', onFocus, { signal, capture: true })
    // In the capture phase of `window`: a host that closes its dialog on Escape listens on `document`.
    window.addEventListener('keydown', onKey, { signal, capture: true })
    watchSizes(region, signal)
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

// Where the window is too small for all of them one lies over another.
function enter(region: HTMLElement | undefined): void {
  if (region) raise(region)
  focus(region)
}

// Of another provider. It is entered from where the user came from, so that it leads back there.
function regionAfter(region: HTMLElement): HTMLElement | undefined {
  const regions = openRegions()
  return regions[regions.indexOf(region) + 1]
}

/** The id of the toast that an element is in. */
export function toastOf(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>('[data-remedy-toast]')?.dataset['remedyToast']
}

// Each reason counts by itself: time goes on when the last one is over.
function listenToPauses(region: HTMLElement, pause: (paused: boolean) => void, signal: AbortSignal) {
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
  between(window, 'blur', 'focus')
  region.addEventListener('focusout', () => turn('focus', false), { signal })
  document.addEventListener('visibilitychange', see, { signal })
  see()
  // What loses the focus by being taken out of the page does not say so in every browser.
  return (inside: boolean): void => {
    turn('focus', inside)
    // Behind a modal that we do not go into nobody gets at it.
    turn('modal', !region.closest(modal) && document.querySelector(modal) !== null)
  }
}
