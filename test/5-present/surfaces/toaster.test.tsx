import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IncidentProps, Surfaces } from '../../../src/5-present/context.ts'
import { ProblemToaster, type ProblemToasterProps } from '../../../src/5-present/surfaces/toaster.tsx'
import type { Incident } from '../../../src/problem/incident.ts'
import { createStage, incidentOf, type IncidentChanges } from './stage.tsx'

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

const failure = (id: string, changes?: IncidentChanges) =>
  incidentOf('AUTH_SERVICE_UNAVAILABLE', { id, offer: ['retry'], shown: 'toast', ...changes })
const information = (id: string) => failure(id, { offer: ['dismiss'], remedy: { severity: 'info' } })

function start(props: ProblemToasterProps = {}, { surfaces, page }: { surfaces?: Surfaces; page?: ReactNode } = {}) {
  const stage = createStage({ surfaces: surfaces ?? {} })
  const view = render(
    <StrictMode>
      <stage.Stage>
        {page}
        <ProblemToaster {...props} />
      </stage.Stage>
    </StrictMode>,
  )
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const show = (...incidents: readonly Incident[]): void => act(() => stage.show(...incidents))
  return { ...stage, show, view, user }
}

const region = () => screen.getByRole('region', { name: /Notifications/ })
const ids = () =>
  [...document.querySelectorAll('[data-remedy-toast]')].map((toast) => toast.getAttribute('data-remedy-toast'))
const cardOf = (id: string) => {
  const card = document.querySelector<HTMLElement>(`[data-remedy-incident="${id}"]`)
  if (card === null) throw new Error(`there is no card of ${id}`)
  return within(card)
}

test('without a toast the region is neither seen nor met', () => {
  start()
  expect(screen.queryByRole('region')).toBeNull()
})

test('what is shown as a toast, and what was meant for a part that is not there, is a toast; what is claimed is none', () => {
  const { show } = start({ limit: 9 })
  show(
    failure('toast'),
    failure('fields', { shown: 'fields' }),
    failure('inline', { shown: 'inline' }),
    failure('pending', { shown: 'pending' }),
    failure('claimed', { shown: 'claimed' }),
    failure('dialog', { shown: 'dialog' }),
    failure('banner', { shown: 'banner' }),
    failure('none', { shown: 'none' }),
  )
  expect(ids()).toEqual(['toast', 'fields', 'inline', 'pending'])
})

test('the newest is nearest the edge: last at the bottom, first at the top', () => {
  const bottom = start()
  bottom.show(failure('old'), failure('new'))
  expect(ids()).toEqual(['old', 'new'])
  bottom.view.unmount()
  start({ position: 'top-end' }).show(failure('old'), failure('new'))
  expect(ids()).toEqual(['new', 'old'])
})

test('at most the limit is there; the rest waits behind a button that says how many', async () => {
  const { show, user } = start({ limit: 2 })
  show(failure('a'), failure('b'), failure('c'), failure('d'))
  expect(ids()).toEqual(['c', 'd'])
  const more = screen.getByRole('button', { name: '2 more' })
  expect(more).toHaveAttribute('aria-expanded', 'false')
  await user.click(more)
  expect(ids()).toEqual(['a', 'b', 'c', 'd'])
  await user.click(screen.getByRole('button', { name: 'Show fewer', expanded: true }))
  expect(ids()).toEqual(['c', 'd'])
})

test('one cause is one toast with a count', () => {
  const { show } = start()
  show(failure('a', { count: 12 }))
  expect(ids()).toEqual(['a'])
  expect(cardOf('a').getByText('Happened 12 times')).toBeInTheDocument()
})

test('a failure stays, however long; an information goes by itself', () => {
  const { show } = start()
  show(failure('failure'), information('information'))
  act(() => void vi.advanceTimersByTime(600_000))
  expect(ids()).toEqual(['failure'])
})

test('the time stands still while a pointer is over the toasts, and while the focus is in them', async () => {
  const { show, user } = start()
  show(information('a'))
  await user.hover(cardOf('a').getByRole('button', { name: 'Close' }))
  act(() => void vi.advanceTimersByTime(600_000))
  expect(ids()).toEqual(['a'])
  act(() => cardOf('a').getByRole('button', { name: 'Close' }).focus())
  await user.unhover(region())
  act(() => void vi.advanceTimersByTime(600_000))
  expect(ids()).toEqual(['a'])
  act(() => cardOf('a').getByRole('button', { name: 'Close' }).blur())
  act(() => void vi.advanceTimersByTime(60_000))
  expect(ids()).toEqual([])
})

test('the time stands still while the window is not looked at', () => {
  const { show } = start()
  act(() => void window.dispatchEvent(new Event('blur')))
  show(information('a'))
  act(() => void vi.advanceTimersByTime(600_000))
  expect(ids()).toEqual(['a'])
  act(() => void window.dispatchEvent(new Event('focus')))
  act(() => void vi.advanceTimersByTime(60_000))
  expect(ids()).toEqual([])
})

test('each toast has a cross with a name, whatever its remedy offers, and no second button for it', async () => {
  const { show, user, dismissed } = start()
  show(failure('a', { offer: ['retry', 'dismiss'] }), failure('b', { offer: [] }))
  for (const id of ['a', 'b']) {
    expect(cardOf(id).getAllByRole('button', { name: 'Close' })).toHaveLength(1)
    await user.click(cardOf(id).getByRole('button', { name: 'Close' }))
  }
  expect(dismissed).toEqual(['a', 'b'])
})

const page = <input aria-label="Question" />

test('a toast never takes the focus when it comes', async () => {
  const { show, user } = start({}, { page })
  await user.click(screen.getByRole('textbox'))
  show(failure('a'))
  expect(screen.getByRole('textbox')).toHaveFocus()
})

test('the hotkey leads to the toasts and back, and the name of the region tells it', async () => {
  const { show, user } = start({}, { page })
  await user.click(screen.getByRole('textbox'))
  await user.keyboard('{F6}')
  expect(screen.getByRole('textbox')).toHaveFocus()
  show(failure('a'))
  await user.keyboard('{F6}')
  expect(region()).toHaveFocus()
  expect(region()).toHaveAccessibleName('Notifications (F6)')
  await user.tab()
  expect(cardOf('a').getByRole('button', { name: 'Try again' })).toHaveFocus()
  await user.keyboard('{F6}')
  expect(screen.getByRole('textbox')).toHaveFocus()
})

test('the hotkey can be another one, or none; a single character is none', async () => {
  const named = start({ hotkey: 'Alt+T' }, { page })
  named.show(failure('a'))
  await named.user.keyboard('{F6}')
  expect(document.body).toHaveFocus()
  await named.user.keyboard('{Alt>}t{/Alt}')
  expect(region()).toHaveFocus()
  named.view.unmount()
  for (const hotkey of [null, 't', 'Shift+T']) {
    const { show, user, view } = start({ hotkey }, { page })
    show(failure('a'))
    expect(region()).toHaveAccessibleName('Notifications')
    await user.keyboard('t{Shift>}T{/Shift}{F6}')
    expect(document.body).toHaveFocus()
    view.unmount()
  }
})

test('closing a toast that has the focus moves it to the next one, then to the one before, then back to the page', async () => {
  const { show, user } = start({}, { page })
  await user.click(screen.getByRole('textbox'))
  show(failure('a'), failure('b'), failure('c'))
  await user.click(cardOf('b').getByRole('button', { name: 'Close' }))
  expect(document.activeElement).toHaveAttribute('data-remedy-incident', 'c')
  await user.keyboard('{Escape}')
  expect(document.activeElement).toHaveAttribute('data-remedy-incident', 'a')
  await user.keyboard('{Escape}')
  expect(screen.getByRole('textbox')).toHaveFocus()
  expect(ids()).toEqual([])
})

test('where the user came from is gone: the focus goes to the main part of the page, not to the body', async () => {
  const { show, user } = start({}, { page: <main>{page}</main> })
  await user.click(screen.getByRole('textbox'))
  show(failure('a'))
  await user.keyboard('{F6}')
  screen.getByRole('textbox').remove()
  await user.tab()
  await user.keyboard('{Escape}')
  expect(screen.getByRole('main')).toHaveFocus()
})

test('a toast that others would push out of sight stays while it has the focus', async () => {
  const { show, user } = start({ limit: 1 }, { page })
  show(failure('a'))
  await user.keyboard('{F6}{Tab}')
  show(failure('a'), failure('b'), failure('c'))
  expect(ids()).toEqual(['a', 'c'])
  expect(cardOf('a').getByRole('button', { name: 'Try again' })).toHaveFocus()
})

test('Escape closes the focused toast only, and nobody else hears it', async () => {
  const heard = vi.fn<(event: KeyboardEvent) => void>()
  document.addEventListener('keydown', heard, true)
  const { show, user, dismissed } = start({}, { page })
  show(failure('a'), failure('b'))
  await user.click(screen.getByRole('textbox'))
  await user.keyboard('{Escape}')
  expect(heard).toHaveBeenCalledTimes(1)
  expect(dismissed).toEqual([])
  act(() => cardOf('a').getByRole('button', { name: 'Try again' }).focus())
  await user.keyboard('{Escape}')
  expect(heard).toHaveBeenCalledTimes(1)
  expect(dismissed).toEqual(['a'])
  document.removeEventListener('keydown', heard, true)
})

test('Escape that ends the input of a word in an input method closes nothing', () => {
  const { show, dismissed } = start()
  show(failure('a'))
  act(() => cardOf('a').getByRole('button', { name: 'Close' }).focus())
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true }))
  expect(dismissed).toEqual([])
})

test('presses and focus in a toast are not heard on the document, clicks are', async () => {
  const { show, user } = start()
  show(failure('a'))
  const heard: string[] = []
  const types = ['pointerdown', 'mousedown', 'touchstart', 'focusin', 'click']
  const note = ({ type }: Event): void => void heard.push(type)
  types.forEach((type) => document.addEventListener(type, note))
  const button = cardOf('a').getByRole('button', { name: 'Try again' })
  button.dispatchEvent(new Event('touchstart', { bubbles: true }))
  await user.click(button)
  types.forEach((type) => document.removeEventListener(type, note))
  expect(heard).toEqual(['click'])
})

test('a card of your own stands in the region of ours', () => {
  const Mine = ({ incident }: IncidentProps) => <p>mine: {incident.id}</p>
  start({}, { surfaces: { toast: Mine } }).show(failure('a'))
  expect(within(region()).getByText('mine: a')).toBeInTheDocument()
})

test('a pending approval among the toasts is calm: no error, no alarm', () => {
  start().show(incidentOf('TOOL_PENDING_APPROVAL', { id: 'p', shown: 'pending', remedy: { severity: 'error' } }))
  const card = screen.getByRole('article')
  expect(card).toHaveAttribute('data-remedy-severity', 'info')
  expect(card).not.toHaveTextContent('Error:')
})

test('when the last toast has gone the region is met no more', async () => {
  const { show } = start()
  show(failure('a'))
  expect(region()).toBeVisible()
  await act(async () => show())
  expect(screen.queryByRole('region')).toBeNull()
})
