import { act, render, screen, waitFor, within } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { ProblemAnnouncer } from '../../../src/5-present/surfaces/announcer.tsx'
import { ProblemDialogs } from '../../../src/5-present/surfaces/dialogs.tsx'
import { ProblemToaster, type ProblemToasterProps } from '../../../src/5-present/surfaces/toaster.tsx'
import type { Surfaces } from '../../../src/5-present/surface-props.ts'
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

async function start(content: ReactNode = host, props: ProblemToasterProps = {}, surfaces: Surfaces = {}) {
  const stage = createStage({ surfaces })
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

test('a scripted modal that is only hidden lets the toast go, wherever the focus is', async () => {
  const { show } = await start(
    <div role="dialog" aria-modal="true" aria-label="Host" data-testid="host">
      <input aria-label="Name" />
    </div>,
  )
  await act(async () => screen.getByRole('textbox', { name: 'Name' }).focus())
  await show(toast)
  const modal = screen.getByTestId('host')
  expect(modal).toContainElement(card())
  await act(async () => {
    modal.hidden = true
  })
  await waitFor(() => expect(card()).toBeVisible())
  await userEvent.click(retry())
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
  expect(document.querySelector('[data-remedy-region]')?.checkVisibility()).toBe(false)
})

test('a card of the app’s own can be pressed, though the region around it cannot', async () => {
  const pressed: string[] = []
  const Card = ({ incident }: { readonly incident: Incident }) => (
    <article>
      <button type="button" onClick={() => pressed.push(incident.id)}>
        Own
      </button>
    </article>
  )
  const { show } = await start(host, {}, { toast: Card })
  await show(toast)
  await userEvent.click(screen.getByRole('button', { name: 'Own' }))
  expect(pressed).toEqual(['toast'])
})
