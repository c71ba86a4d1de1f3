import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemActions } from '../../../src/5-present/surfaces/actions.tsx'
import type { Incident } from '../../../src/problem/incident.ts'
import { createStage, incidentOf } from './stage.tsx'

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.UTC(2026, 0, 15) }))
afterEach(() => void vi.useRealTimers())

function show(incident: Incident, wait?: { readonly seconds: number; readonly known: boolean }) {
  const stage = createStage()
  const since = Date.now()
  if (wait) stage.set({ cooldowns: { limit: { since, until: since + wait.seconds * 1_000, known: wait.known } } })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  return { ...stage, user, ...render(<ProblemActions incident={incident} />, { wrapper: stage.Stage }) }
}

const asr = incidentOf('AGENT_ASR_UNAVAILABLE', { offer: ['retry', 'switchToTextInput', 'dismiss'], limit: 'limit' })

test('the buttons come in the order of the remedy, the first one primary', () => {
  show(asr)
  const buttons = screen.getAllByRole('button')
  expect(buttons.map((button) => button.textContent)).toEqual(['Try again', 'Type instead', 'Close'])
  expect(buttons.map((button) => button.hasAttribute('data-remedy-primary'))).toEqual([true, false, false])
})

test('a button runs its action', async () => {
  const { user, pressed } = show(asr)
  await user.click(screen.getByRole('button', { name: 'Type instead' }))
  expect(pressed).toEqual(['AGENT_ASR_UNAVAILABLE switchToTextInput'])
})

test('during a cooldown retry waits: it can be reached, is told as disabled, says how long, and does nothing', async () => {
  const { user, pressed } = show(asr, { seconds: 30, known: true })
  const retry = screen.getByRole('button', { name: 'Try again' })
  expect(retry).toHaveAttribute('aria-disabled', 'true')
  expect(retry).not.toBeDisabled()
  expect(retry).toHaveAccessibleDescription(/30 sec/)
  await user.click(retry)
  await user.keyboard('{Enter}')
  expect(pressed).toEqual([])
  expect(retry).toHaveFocus()
  expect(screen.getByRole('button', { name: 'Type instead' })).not.toHaveAttribute('aria-disabled')
})

test('retry opens when the cooldown is over, and the focus is still on it', async () => {
  const { user, pressed } = show(asr, { seconds: 3, known: true })
  const retry = screen.getByRole('button', { name: 'Try again' })
  retry.focus()
  act(() => void vi.advanceTimersByTime(4_000))
  expect(retry).not.toHaveAttribute('aria-disabled')
  expect(retry).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(pressed).toEqual(['AGENT_ASR_UNAVAILABLE retry'])
})

test('the countdown is a timer outside of any live node, and counts', () => {
  show(asr, { seconds: 30, known: true })
  const timer = screen.getByRole('timer')
  expect(timer).toHaveTextContent(/30 sec/)
  expect(timer.closest('[role=status], [role=alert], [aria-live]')).toBeNull()
  act(() => void vi.advanceTimersByTime(5_000))
  expect(timer).toHaveTextContent(/25 sec/)
})

test('a wait of unknown length shows no number and no bar', () => {
  const { container } = show(asr, { seconds: 30, known: false })
  expect(screen.getByRole('timer').textContent).not.toMatch(/\d/)
  expect(container.querySelector('progress')).toBeNull()
})

test('the cooldown of another limit holds nothing back', () => {
  show({ ...asr, limit: undefined }, { seconds: 30, known: true })
  expect(screen.queryByRole('timer')).toBeNull()
  expect(screen.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled')
})

test('while an action runs its button is busy and says so, and the others wait', async () => {
  const { user, pressed } = show({ ...asr, busy: 'retry' })
  const [retry, other] = screen.getAllByRole('button')
  expect(retry).toHaveAttribute('aria-busy', 'true')
  expect(retry).toHaveAccessibleName('One moment…')
  expect(other).toHaveAttribute('aria-disabled', 'true')
  for (const button of screen.getAllByRole('button')) await user.click(button)
  expect(pressed).toEqual([])
})

test('retry of an incident that stands for several says that it retries them all', () => {
  show({ ...asr, count: 12 })
  expect(screen.getByRole('button', { name: 'Try all again' })).toBeInTheDocument()
})

test('with nothing to offer there is nothing', () => {
  const { container } = show({ ...asr, offer: [] })
  expect(container).toBeEmptyDOMElement()
})
