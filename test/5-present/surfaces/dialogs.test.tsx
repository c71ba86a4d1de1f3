import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IncidentProps, Surfaces } from '../../../src/5-present/surface-props.ts'
import { ProblemDialogs, type ProblemDialogsProps } from '../../../src/5-present/surfaces/dialogs.tsx'
import type { Incident } from '../../../src/problem/incident.ts'
import { createStage, incidentOf } from './stage.tsx'

// jsdom has no modal dialogs; this is as much of them as the logic needs.
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      if (!this.open) return
      this.open = false
      queueMicrotask(() => this.dispatchEvent(new Event('close')))
    },
  })
})
afterEach(() => {
  Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal')
  Reflect.deleteProperty(HTMLDialogElement.prototype, 'close')
})

const points = incidentOf('POINTS_INSUFFICIENT_BALANCE', {
  id: 'points',
  shown: 'dialog',
  offer: ['recharge', 'dismiss'],
})
const session = incidentOf('AUTH_UNAUTHORIZED', { id: 'session', shown: 'dialog', offer: ['login'] })

interface Setup extends ProblemDialogsProps {
  readonly surfaces?: Surfaces
  readonly page?: ReactNode
}

async function start({ surfaces = {}, page, ...props }: Setup = {}) {
  const stage = createStage({ surfaces })
  const view = render(
    <StrictMode>
      <stage.Stage>
        {page}
        <ProblemDialogs {...props} />
      </stage.Stage>
    </StrictMode>,
  )
  const show = (...incidents: readonly Incident[]) => act(async () => stage.show(...incidents))
  return { ...stage, show, view, user: userEvent.setup() }
}

test('a dialog has the title as its name and the message as its description, and is a modal', async () => {
  const { show, words } = await start()
  await show(points)
  const { title, message } = words.problem(points.problem, points.remedy)
  const dialog = screen.getByRole('alertdialog', { name: title })
  expect(dialog).toHaveAccessibleDescription(message)
  expect(dialog).toHaveAttribute('open')
  expect(dialog.parentElement).toBe(document.body)
})

test('what interrupts is an alert dialog; what neither interrupts nor locks is a dialog', async () => {
  const { show } = await start()
  await show({ ...points, urgent: false })
  expect(screen.getByRole('dialog')).toBeInTheDocument()
  await show({ ...session, urgent: false })
  expect(screen.getByRole('alertdialog')).toBeInTheDocument()
})

test('one at a time, oldest first, in StrictMode too', async () => {
  const { show, user } = await start()
  await show(points, session)
  expect(document.querySelectorAll('dialog')).toHaveLength(1)
  expect(document.querySelector('dialog')).toHaveAttribute('data-remedy-incident', 'points')
  await user.keyboard('{Escape}')
  expect(document.querySelectorAll('dialog')).toHaveLength(1)
  expect(document.querySelector('dialog')).toHaveAttribute('data-remedy-incident', 'session')
})

test('a page that nobody claimed is a dialog; what is claimed is none', async () => {
  const { show } = await start()
  await show({ ...points, shown: 'claimed' }, { ...session, shown: 'page' })
  expect(document.querySelector('dialog')).toHaveAttribute('data-remedy-incident', 'session')
})

test('the focus goes to the heading, where no key presses a button by accident', async () => {
  const { show } = await start()
  await show(points)
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus()
})

test('Escape dismisses, and nobody else hears it', async () => {
  const heard = vi.fn<(event: KeyboardEvent) => void>()
  document.addEventListener('keydown', heard, true)
  const { show, user, dismissed } = await start()
  await show(points)
  await user.keyboard('{Escape}')
  document.removeEventListener('keydown', heard, true)
  expect(dismissed).toEqual(['points'])
  expect(heard).not.toHaveBeenCalled()
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('a dialog without `dismiss` survives Escape and a close, and still offers its button', async () => {
  const { show, user, dismissed, pressed } = await start()
  await show(session)
  const dialog = document.querySelector('dialog')
  expect(dialog).toHaveAttribute('closedby', 'none')
  await user.keyboard('{Escape}{Escape}{Escape}{Escape}')
  await act(async () => dialog?.close())
  expect(dismissed).toEqual([])
  expect(document.querySelector('dialog')).toHaveAttribute('open')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(pressed).toEqual(['session login'])
})

test('the browser closes a dialog by itself, say by a gesture: it is dismissed', async () => {
  const { show, dismissed } = await start()
  await show(points)
  await act(async () => document.querySelector('dialog')?.close())
  expect(dismissed).toEqual(['points'])
})

test('a file field that is cancelled inside closes nothing', async () => {
  const { show, dismissed } = await start()
  await show(points)
  screen.getByRole('heading').dispatchEvent(new Event('cancel', { bubbles: true, cancelable: true }))
  expect(dismissed).toEqual([])
})

test('a remedy that offers nothing locks nobody in', async () => {
  const { show, user, pressed } = await start()
  await show({ ...points, offer: [] })
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(pressed).toEqual(['points dismiss'])
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

test('the focus comes back to where it was', async () => {
  const { show, user } = await start({ page: <button type="button">Opener</button> })
  screen.getByRole('button', { name: 'Opener' }).focus()
  await show(points)
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: 'Opener' })).toHaveFocus()
})

test('what had the focus is gone: the app says where it goes, else it is the main part of the page', async () => {
  for (const returnFocus of [undefined, () => screen.getByRole('button', { name: 'Elsewhere' })]) {
    const page = (
      <main>
        <button type="button">Opener</button>
        <button type="button">Elsewhere</button>
      </main>
    )
    const { show, user, view } = await start({ page, returnFocus })
    screen.getByRole('button', { name: 'Opener' }).focus()
    await show(points)
    screen.getByText('Opener').remove()
    await user.keyboard('{Escape}')
    expect(returnFocus ? screen.getByText('Elsewhere') : screen.getByRole('main')).toHaveFocus()
    view.unmount()
  }
})

test('a body of your own gets the dialog, its name and its focus from ours', async () => {
  const Mine = ({ incident }: IncidentProps) => <input aria-label={`mine: ${incident.id}`} />
  const { show, words } = await start({ surfaces: { dialog: Mine } })
  await show(points)
  const { title } = words.problem(points.problem, points.remedy)
  expect(screen.getByRole('alertdialog', { name: title })).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: 'mine: points' })).toHaveFocus()
})

test('unmounting leaves no dialog behind', async () => {
  const { show, view } = await start()
  await show(points)
  await act(async () => view.unmount())
  expect(document.querySelector('dialog')).toBeNull()
})

test('somebody who came from nowhere goes nowhere', async () => {
  const { show, user } = await start({ page: <main>Content</main> })
  await show(points)
  await user.keyboard('{Escape}')
  expect(document.body).toHaveFocus()
  expect(screen.getByRole('main')).not.toHaveAttribute('tabindex')
})
