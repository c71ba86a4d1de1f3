import { act, render, screen, waitFor, within } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { ProblemAnnouncer } from '../../../src/5-present/surfaces/announcer.tsx'
import { ProblemDialogs } from '../../../src/5-present/surfaces/dialogs.tsx'
import { ProblemToaster, type ProblemToasterProps } from '../../../src/5-present/surfaces/toaster.tsx'
import type { Incident } from '../../../src/problem/incident.ts'
import '../../../src/styles.css'
import { createStage, incidentOf } from './stage.tsx'

const toast = incidentOf('AUTH_SERVICE_UNAVAILABLE', { id: 'toast', shown: 'toast', offer: ['retry'] })
const points = incidentOf('POINTS_INSUFFICIENT_BALANCE', {
  id: 'points',
  shown: 'dialog',
  offer: ['recharge', 'dismiss'],
})
const session = incidentOf('AUTH_UNAUTHORIZED', { id: 'session', shown: 'dialog', offer: ['login'] })

const host = (
  <dialog aria-label="Host" data-testid="host">
    <input aria-label="Name" />
    <button type="button">Save</button>
  </dialog>
)

async function start(content: ReactNode = host, props: ProblemToasterProps = {}) {
  const stage = createStage()
  const view = render(
    <StrictMode>
      <stage.Stage>
        <main>
          <button type="button">Opener</button>
          {content}
        </main>
        <ProblemDialogs />
        <ProblemToaster {...props} />
        <ProblemAnnouncer />
      </stage.Stage>
    </StrictMode>,
  )
  const show = (...incidents: readonly Incident[]) => act(async () => stage.show(...incidents))
  return { ...stage, view, show }
}

async function openHost(): Promise<HTMLDialogElement> {
  const dialog = screen.getByTestId<HTMLDialogElement>('host')
  await act(async () => dialog.showModal())
  await act(async () => screen.getByRole('textbox', { name: 'Name' }).focus())
  return dialog
}

const card = () => screen.getByRole('article')
const region = () => screen.getByRole('region', { name: /Notifications/ })
const retry = () => within(card()).getByRole('button', { name: 'Try again' })
const kitDialog = () => document.querySelector<HTMLDialogElement>('[data-remedy-dialog]:modal')

async function emulate(features: Record<string, string>): Promise<void> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }))
  await cdp().send('Emulation.setEmulatedMedia', { features: list })
}

afterEach(() => emulate({}))

test('over an open native modal a toast can be pressed, and the modal stays open', async () => {
  const { show, pressed } = await start()
  const dialog = await openHost()
  await show(toast)
  expect(dialog).toContainElement(card())
  expect(dialog).toContainElement(screen.getByRole('alert'))
  await userEvent.click(retry())
  expect(pressed).toEqual(['toast retry'])
  expect(dialog.open).toBe(true)
})

test('a modal that opens over a toast takes it in, as the same node, and gives it back when it closes', async () => {
  const { show } = await start()
  await show(toast)
  const before = card()
  const dialog = await openHost()
  await waitFor(() => expect(dialog).toContainElement(before))
  await userEvent.hover(retry())
  expect(region()).toSatisfy((element: HTMLElement) => element.matches(':popover-open'))
  await act(async () => dialog.close())
  await waitFor(() => expect(dialog).not.toContainElement(before))
  expect(card()).toBe(before)
  expect(region().matches(':popover-open')).toBe(true)
  await userEvent.click(retry())
})

test('a modal that is taken out of the page leaves the toast behind', async () => {
  const { show, view, Stage } = await start()
  await openHost()
  await show(toast)
  const before = card()
  await act(async () =>
    view.rerender(
      <StrictMode>
        <Stage>
          <main>
            <button type="button">Opener</button>
          </main>
          <ProblemDialogs />
          <ProblemToaster />
          <ProblemAnnouncer />
        </Stage>
      </StrictMode>,
    ),
  )
  await waitFor(() => expect(before.isConnected).toBe(true))
  expect(region().matches(':popover-open')).toBe(true)
})

test('by keyboard alone: F6, Tab, Enter, with a modal open; Escape closes the toast and not the modal', async () => {
  const { show, pressed, dismissed } = await start()
  const dialog = await openHost()
  await show(toast)
  await userEvent.keyboard('{F6}')
  expect(region()).toHaveFocus()
  await userEvent.keyboard('{Tab}')
  expect(retry()).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(pressed).toEqual(['toast retry'])
  await userEvent.keyboard('{Escape}')
  expect(dismissed).toEqual(['toast'])
  expect(dialog.open).toBe(true)
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
})

test('our dialog opens above a modal of the host, keeps the focus, and gives it back', async () => {
  const { show } = await start()
  const dialog = await openHost()
  await show(points)
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus()
  const seen = new Set<Element | null>()
  for (let press = 0; press < 6; press += 1) {
    await userEvent.keyboard('{Tab}')
    seen.add(document.activeElement)
  }
  const inside = [...seen].filter((element) => element !== null && element !== document.body)
  expect(inside).toHaveLength(2)
  for (const element of inside) expect(kitDialog()).toContainElement(element as HTMLElement)
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(kitDialog()).toBeNull())
  expect(dialog.open).toBe(true)
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
})

test('a dialog without `dismiss` survives four times Escape, and its button works', async () => {
  const { show, dismissed, pressed } = await start()
  await show(session)
  await userEvent.keyboard('{Escape}{Escape}{Escape}{Escape}')
  expect(dismissed).toEqual([])
  expect(kitDialog()?.matches(':modal')).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(pressed).toEqual(['session login'])
})

test('the same without the attribute that forbids closing, as in browsers that do not know it', async () => {
  const { show, dismissed } = await start()
  await show(session)
  const dialog = kitDialog()
  dialog?.removeAttribute('closedby')
  for (let times = 0; times < 3; times += 1) await act(async () => dialog?.close())
  await waitFor(() => expect(kitDialog()?.matches(':modal')).toBe(true))
  expect(dismissed).toEqual([])
})

test('the page behind a dialog neither scrolls nor can be pressed; a toast above it can', async () => {
  const { show, pressed } = await start()
  await show(points, toast)
  expect(getComputedStyle(document.documentElement).overflowY).toBe('hidden')
  expect(kitDialog()).toContainElement(card())
  await userEvent.click(retry())
  expect(pressed).toEqual(['toast retry'])
})

test('a toast that goes leaves nothing that can be reached, and soon nothing at all', async () => {
  const { show } = await start()
  await show(toast)
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('article')).toBeNull()
  for (const picture of document.querySelectorAll<HTMLElement>('[data-remedy-toast]')) expect(picture.inert).toBe(true)
  await waitFor(() => expect(document.querySelector('[data-remedy-toast]')).toBeNull())
  await waitFor(() => expect(document.querySelector('[data-remedy-region]')?.matches(':popover-open')).toBe(false))
})

test('with reduced motion nothing moves, neither when it comes nor when it goes', async () => {
  await emulate({ 'prefers-reduced-motion': 'reduce' })
  const { show } = await start()
  await show(toast, points, { ...toast, id: 'busy', busy: 'retry' })
  expect(document.getAnimations()).toEqual([])
  await show()
  expect(document.getAnimations()).toEqual([])
  await waitFor(() => expect(kitDialog()).toBeNull())
})

test('a toast never lies over the whole of the focused control', async () => {
  await page.viewport(800, 600)
  const corner = document.createElement('button')
  corner.textContent = 'Corner'
  Object.assign(corner.style, { position: 'fixed', insetBlockEnd: '40px', insetInlineEnd: '60px' })
  document.body.append(corner)
  const { show } = await start()
  await show(toast)
  await act(async () => corner.focus())
  const { left, right, top, bottom } = corner.getBoundingClientRect()
  const corners = [left + 1, right - 1].flatMap((x) =>
    [top + 1, bottom - 1].map((y) => document.elementFromPoint(x, y)),
  )
  corner.remove()
  expect(corners).toContain(corner)
})

test('at 320 px nothing is cut off, and every target is large enough', async () => {
  await page.viewport(320, 640)
  const { show } = await start()
  await show(
    toast,
    { ...toast, id: 'second' },
    incidentOf('SOMETHING_NEW', { id: 'third', shown: 'toast', offer: ['retry', 'copyReport'] }),
  )
  expect(screen.getAllByRole('article')).toHaveLength(1)
  for (const button of within(region())
    .getAllByRole('button')
    .filter((each) => each.checkVisibility())) {
    const { width, height, left, right } = button.getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(320)
  }
  expect(document.documentElement.scrollWidth).toBe(320)
  await page.viewport(800, 600)
})

test('in forced colors a toast and its buttons have borders', async () => {
  await emulate({ 'forced-colors': 'active' })
  const { show } = await start()
  await show(toast)
  for (const element of [card(), ...within(card()).getAllByRole('button')]) {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element)
    expect(borderTopStyle).toBe('solid')
    expect(Number.parseFloat(borderTopWidth)).toBeGreaterThan(0)
  }
})

test('right to left, toasts sit at the left edge and the cross at the left of its card', async () => {
  await page.viewport(800, 600)
  const stage = createStage({ words: { ...createStage().words, dir: 'rtl' } })
  render(<ProblemToaster />, { wrapper: stage.Stage })
  await act(async () => stage.show(toast))
  const outer = card().getBoundingClientRect()
  const cross = screen.getByRole('button', { name: 'Close' }).getBoundingClientRect()
  expect(outer.left).toBeLessThan(40)
  expect(cross.right).toBeLessThan(outer.left + outer.width / 2)
})

test('no element of ours has a style attribute', async () => {
  const { show, set } = await start()
  const since = Date.now()
  await act(async () => set({ cooldowns: { limit: { since, until: since + 30_000, known: true } } }))
  await show({ ...toast, limit: 'limit' }, points)
  expect(
    document.querySelectorAll('[data-remedy-layer] [style], [data-remedy-dialog] [style], [data-remedy-dialog][style]'),
  ).toHaveLength(0)
})

test('a scripted modal that hides the page and closes on a press outside spares our toasts', async () => {
  const closed: string[] = []
  const close = (event: Event): void => {
    if (!(event.target as Element).closest('[role=dialog]')) closed.push(event.type)
  }
  const types = ['pointerdown', 'mousedown', 'focusin'] as const
  const { show, pressed } = await start(
    <div role="dialog" aria-modal="true" aria-label="Scripted">
      <input aria-label="Name" />
    </div>,
  )
  for (const type of types) document.addEventListener(type, close)
  document.body.style.pointerEvents = 'none'
  await act(async () => screen.getByRole('textbox').focus())
  await show(toast)
  expect(screen.getByRole('dialog')).toContainElement(card())
  await userEvent.click(retry())
  for (const type of types) document.removeEventListener(type, close)
  document.body.removeAttribute('style')
  expect(pressed).toEqual(['toast retry'])
  expect(closed).toEqual([])
})
