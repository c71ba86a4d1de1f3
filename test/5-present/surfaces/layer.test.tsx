import { act, fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ProblemAnnouncer } from '../../../src/5-present/surfaces/announcer.tsx'
import { ProblemOutlet } from '../../../src/5-present/surfaces/outlet.tsx'
import { ProblemToaster } from '../../../src/5-present/surfaces/toaster.tsx'
import { createStage, incidentOf } from './stage.tsx'

const toast = incidentOf('AUTH_SERVICE_UNAVAILABLE', { shown: 'toast', offer: ['retry'] })

function start({ move, outlet }: { move?: boolean; outlet?: boolean } = {}) {
  const stage = createStage()
  const page = (dialog: boolean) => (
    <>
      <button type="button">Outside</button>
      {outlet ? <aside data-testid="aside">{<ProblemOutlet />}</aside> : null}
      {dialog ? (
        <div role="dialog" aria-label="Host">
          <input />
        </div>
      ) : null}
      <ProblemToaster move={move} />
      <ProblemAnnouncer move={move} />
    </>
  )
  const view = render(page(true), { wrapper: stage.Stage })
  act(() => stage.show(toast))
  return { ...stage, close: () => view.rerender(page(false)) }
}

const card = () => screen.getByRole('article')
const live = () => [screen.getByRole('status'), screen.getByRole('alert')]

test('toasts and live nodes follow the focus into a dialog of the host, as the same nodes, and out again', async () => {
  const { close } = start()
  const before = [card(), ...live()]
  for (const node of before) expect(screen.getByRole('dialog')).not.toContainElement(node)
  act(() => screen.getByRole('textbox').focus())
  expect([card(), ...live()]).toEqual(before)
  for (const node of before) expect(screen.getByRole('dialog')).toContainElement(node)
  await act(async () => close())
  expect([card(), ...live()]).toEqual(before)
  for (const node of before) expect(document.body).toContainElement(node)
})

test('a press beside a field of the dialog, which leaves the focus on the body, moves nothing', () => {
  start()
  act(() => screen.getByRole('textbox').focus())
  act(() => screen.getByRole('textbox').blur())
  fireEvent.focusIn(document.body)
  expect(screen.getByRole('dialog')).toContainElement(card())
})

test('the focus outside of the dialog moves them out', () => {
  start()
  act(() => screen.getByRole('textbox').focus())
  act(() => screen.getByRole('button', { name: 'Outside' }).focus())
  expect(screen.getByRole('dialog')).not.toContainElement(card())
})

test('an app can forbid the moving', () => {
  start({ move: false })
  act(() => screen.getByRole('textbox').focus())
  for (const node of [card(), ...live()]) expect(screen.getByRole('dialog')).not.toContainElement(node)
})

test('an outlet says where they go', () => {
  start({ outlet: true, move: false })
  for (const node of [card(), ...live()]) expect(screen.getByTestId('aside')).toContainElement(node)
})

test('libraries that hide the rest of the page find the marks by which they spare us', () => {
  start()
  for (const layer of document.querySelectorAll('[data-remedy-layer]')) {
    expect(layer).toHaveAttribute('data-react-aria-top-layer', 'true')
    expect(layer).toHaveAttribute('aria-live')
  }
  expect(document.querySelectorAll('[data-remedy-layer]')).toHaveLength(2)
})
