import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { IncidentProps, Surfaces } from '../../../src/5-present/surface-props.ts'
import { ProblemToaster, type ProblemToasterProps } from '../../../src/5-present/surfaces/toaster.tsx'
import type { Incident } from '../../../src/problem/incident.ts'
import { createStage, incidentOf, type IncidentChanges } from './stage.tsx'

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

const failure = (id: string, changes?: IncidentChanges) =>
  incidentOf('AUTH_SERVICE_UNAVAILABLE', { id, offer: ['retry'], shown: 'toast', ...changes })

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

test('an app can have the newest away from the edge, and the button for the rest stays furthest', () => {
  const { show } = start({ newest: 'away', limit: 2 })
  show(failure('old'), failure('older'), failure('new'))
  expect(ids()).toEqual(['new', 'older'])
  expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('1 more')
})

test('one cause is one toast with a count', () => {
  const { show } = start()
  show(failure('a', { count: 12 }))
  expect(ids()).toEqual(['a'])
  expect(cardOf('a').getByText('Happened 12 times')).toBeInTheDocument()
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

test('a toast that others would push out of sight stays while it has the focus', async () => {
  const { show, user } = start({ limit: 1 }, { page })
  show(failure('a'))
  await user.keyboard('{F6}{Tab}')
  show(failure('a'), failure('b'), failure('c'))
  expect(ids()).toEqual(['a', 'c'])
  expect(cardOf('a').getByRole('button', { name: 'Try again' })).toHaveFocus()
})

test('each reason for which time stands still counts by itself: it goes on when the last one is over', async () => {
  const { show, dismissed } = start()
  show(incidentOf('NOTE', { id: 'note', shown: 'toast', offer: [], remedy: { severity: 'info' } }))
  const pass = () => act(async () => void (await vi.advanceTimersByTimeAsync(60_000)))
  const reasons = [
    [region(), 'pointerover', 'pointerleave'],
    [region(), 'focusin', 'focusout'],
    [window, 'blur', 'focus'],
  ] as const
  for (const [target, begins] of reasons) act(() => void target.dispatchEvent(new Event(begins, { bubbles: true })))
  for (const [target, , ends] of reasons) {
    await pass()
    expect(dismissed).toEqual([])
    act(() => void target.dispatchEvent(new Event(ends, { bubbles: true })))
  }
  await pass()
  expect(dismissed).toEqual(['note'])
})

test('time goes on where the focus was taken out of the page without a word', async () => {
  const { show, dismissed } = start({}, { page })
  show(incidentOf('NOTE', { id: 'note', shown: 'toast', offer: [], remedy: { severity: 'info' } }))
  act(() => cardOf('note').getByRole('button', { name: 'Close' }).focus())
  region().addEventListener('focusout', (event) => event.stopImmediatePropagation(), { capture: true })
  act(() => screen.getByRole('textbox').focus())
  await act(async () => void (await vi.advanceTimersByTimeAsync(60_000)))
  expect(dismissed).toEqual(['note'])
})

test('Escape that ends the input of a word in an input method closes nothing', () => {
  const { show, dismissed } = start()
  show(failure('a'))
  act(() => cardOf('a').getByRole('button', { name: 'Close' }).focus())
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true }))
  expect(dismissed).toEqual([])
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
