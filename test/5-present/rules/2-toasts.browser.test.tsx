import { act, render, screen, waitFor, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  ProblemActions,
  ProblemToaster,
  useIncidents,
  type ProblemToasterProps,
  type RemedyClient,
} from '../../../src/index.ts'
import { stayOf } from '../../../src/5-present/surfaces/use-stay.ts'
import ar from '../../../src/locales/ar.ts'
import ja from '../../../src/locales/ja.ts'
import { renderApp } from '../app.tsx'
import { createStage, wordsIn } from '../surfaces/stage.tsx'
import { button, card, faulty, Page, pass, Sends, usualWindow } from './page.tsx'
import { asking, cards, note, numbered, region, stage, toast } from './toasts.tsx'

beforeEach(usualWindow)
afterEach(() => void vi.useRealTimers())

describe('Toasts and time', () => {
  it('8. a failure, and whatever offers an action, does not go by itself', async () => {
    vi.useFakeTimers()
    const { show } = stage()
    await show(toast, asking, { ...toast, id: 'offers nothing', offer: [] })
    await pass(600_000, vi)
    expect(cards()).toHaveLength(3)
  })

  it('9. an information stays five seconds and time to read it; an app can make that for ever', async () => {
    vi.useFakeTimers()
    for (const stays of [false, true]) {
      const { show, view } = stage(stays ? <ProblemToaster stay={Infinity} /> : <ProblemToaster />)
      await show(note)
      await pass(7_000, vi)
      expect(cards()).toHaveLength(1)
      await pass(20_000, vi)
      expect(cards()).toHaveLength(stays ? 1 : 0)
      view.unmount()
    }
  })

  it('10. time stands still under the pointer, with the focus inside, in a window that is left or hidden, and goes on with what was left', async () => {
    vi.useFakeTimers()
    const { show } = stage()
    await show(note)
    const hidden = vi.spyOn(document, 'hidden', 'get')
    const turn = (is: boolean): void => {
      hidden.mockReturnValue(is)
      document.dispatchEvent(new Event('visibilitychange'))
    }
    const reasons: readonly (readonly [() => unknown, () => unknown])[] = [
      [() => userEvent.hover(cards()[0] as HTMLElement), () => userEvent.hover(button('Before'))],
      [() => button('Close').focus(), () => button('Before').focus()],
      [() => window.dispatchEvent(new Event('blur')), () => window.dispatchEvent(new Event('focus'))],
      [() => turn(true), () => turn(false)],
    ]
    for (const [stop, goOn] of reasons) {
      await act(async () => void (await stop()))
      await pass(60_000, vi)
      expect(cards()).toHaveLength(1)
      await act(async () => void (await goOn()))
      await pass(1_000, vi)
    }
    expect(cards()).toHaveLength(1)
    const words = cards()[0]?.querySelectorAll('[data-remedy-title], [data-remedy-message]') ?? []
    const characters = [...words].reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0)
    // Four times a second has passed of what it stays.
    await pass(5_000 + 50 * characters - 4_000, vi)
    expect(cards()).toHaveLength(0)
  })

  it('10. a toast that goes into a modal and out again, or is mounted anew, goes on with what was left', async () => {
    vi.useFakeTimers()
    const { show, view } = stage(<Toasts />)
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { hidden: true })
    await show(note)
    await pass(2_000, vi)
    await act(async () => dialog.showModal())
    expect(dialog).toContainElement(cards()[0] as HTMLElement)
    await pass(1_000, vi)
    await act(async () => dialog.close())
    view.rerender(
      <Page>
        <Toasts key="anew" />
      </Page>,
    )
    await pass(1_000, vi)
    expect(cards()).toHaveLength(1)
    await pass(stayOf(note, createStage().words) - 4_001, vi)
    expect(cards()).toHaveLength(1)
    await pass(1, vi)
    expect(cards()).toHaveLength(0)
  })

  it('10. behind a modal that it does not go into, where nobody gets at it, its time stands still', async () => {
    vi.useFakeTimers()
    const { show, dismissed } = stage(<Toasts move={false} />)
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { hidden: true })
    await act(async () => button('Before').focus())
    await show(note)
    await act(async () => dialog.showModal())
    await pass(60_000, vi)
    expect(dismissed).toEqual([])
    await act(async () => dialog.close())
    await pass(60_000, vi)
    expect(dismissed).toEqual(['note'])
  })

  it('10. a toast that newer ones push out of sight loses nothing of its time', async () => {
    vi.useFakeTimers()
    const { show, dismissed } = stage(<ProblemToaster limit={1} />)
    await show(note)
    await pass(2_000, vi)
    await show(note, toast)
    await pass(60_000, vi)
    await show(note)
    await pass(stayOf(note, createStage().words) - 2_001, vi)
    expect(dismissed).toEqual([])
    await pass(1, vi)
    expect(dismissed).toEqual(['note'])
  })

  it('16. every toast has a cross to be seen, with a name in the language of its words, and it works by keyboard', async () => {
    const { show, dismissed } = stage()
    await show(note, toast, asking)
    for (const each of cards()) {
      const cross = button('Close', each)
      await waitFor(() => expect(cross).toBeVisible())
      expect(cross.getBoundingClientRect().width).toBeGreaterThanOrEqual(24)
    }
    button('Close', cards()[0]).focus()
    await userEvent.keyboard('{Enter}')
    expect(dismissed).toEqual(['note'])
  })

  it.each([
    ['ar', ar],
    ['ja', ja],
  ])('16. in %s too', async (tag, texts) => {
    const made = createStage({ words: wordsIn(tag, texts) })
    render(<ProblemToaster />, { wrapper: made.Stage })
    await act(async () => made.show(toast))
    await waitFor(() => expect(button(texts.parts.close)).toBeVisible())
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
  })

  it('17. at most the limit is in sight; a button leads to the others, which nobody meets before', async () => {
    const { show } = stage(<ProblemToaster limit={2} />)
    await show(...numbered(5))
    expect(cards()).toHaveLength(2)
    const met = new Set<string | undefined>()
    await userEvent.keyboard('{F6}')
    while (region().contains(document.activeElement)) {
      met.add(document.activeElement?.closest<HTMLElement>('[data-remedy-toast]')?.dataset['remedyToast'])
      await userEvent.keyboard('{Tab}')
    }
    expect([...met].filter(Boolean)).toEqual(['toast 3', 'toast 4'])
    await userEvent.click(button('3 more'))
    expect(cards()).toHaveLength(5)
    await userEvent.click(button('Show fewer'))
    expect(cards()).toHaveLength(2)
  })

  it('17. a window that becomes small, as a phone that is turned, shows one, and one that becomes large the limit', async () => {
    const { show } = stage()
    await show(...numbered(3))
    for (const [width, height, count] of [
      [320, 600, 1],
      [800, 600, 3],
      [800, 320, 1],
    ] as const) {
      await act(() => page.viewport(width, height))
      await waitFor(() => expect(cards()).toHaveLength(count))
    }
  })

  it('17. where more are open than the window is high, one sees it, and scrolls there by keyboard', async () => {
    const { show } = stage(<ProblemToaster limit={9} />)
    await show(...numbered(1))
    const scrolls = (): boolean => region().hasAttribute('data-remedy-scrolls')
    await settled()
    expect(scrolls()).toBe(false)
    await show(...numbered(9))
    await waitFor(() => expect(scrolls()).toBe(true))
    await settled()
    expect(getComputedStyle(region())).toMatchObject({ scrollbarWidth: 'thin', pointerEvents: 'auto' })
    expect(getComputedStyle(region()).maskImage).toContain('gradient')
    const oldest = cards()[0] as HTMLElement
    expect(oldest.getBoundingClientRect().top).toBeLessThan(0)
    await userEvent.keyboard('{F6}{Home}')
    await waitFor(() => expect(oldest.getBoundingClientRect().top).toBeGreaterThanOrEqual(0))
    await show(...numbered(1))
    await waitFor(() => expect(scrolls()).toBe(false))
  })

  it('19. what a toast offers can be had elsewhere too: from a list of what is open, with the same buttons', async () => {
    const send = vi.fn(() => faulty())
    const { client } = renderApp(
      <>
        <Sends send={send} />
        <Open />
      </>,
    )
    await userEvent.click(button('Send'))
    await card()
    await userEvent.click(button('Try again', screen.getByRole('list', { name: 'Open' })))
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2))
    await idle(client)
    expect(within(await card()).getByRole('button', { name: 'Try again' })).toBeVisible()
  })
})

function Toasts(props: ProblemToasterProps): ReactNode {
  return (
    <>
      <ProblemToaster {...props} />
      <dialog aria-label="Host">
        <input aria-label="Name" />
      </dialog>
    </>
  )
}

async function settled(): Promise<void> {
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  await new Promise(requestAnimationFrame)
}

/** Everything that is open, as an app may list it on a page of its own. */
function Open(): ReactNode {
  return (
    <ul aria-label="Open">
      {useIncidents().map((incident) => (
        <li key={incident.id}>
          <ProblemActions incident={incident} />
        </li>
      ))}
    </ul>
  )
}

async function idle({ store }: RemedyClient): Promise<void> {
  await waitFor(() => expect(store.getState().incidents.every(({ busy }) => busy === undefined)).toBe(true))
}
