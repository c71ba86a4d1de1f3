import { act, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemAnnouncer } from '../../../src/5-present/surfaces/announcer.tsx'
import type { Incident } from '../../../src/problem/incident.ts'
import { createStage, incidentOf } from './stage.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const incident = incidentOf('AUTH_SERVICE_UNAVAILABLE', { offer: ['retry', 'dismiss'], shown: 'toast' })

function start() {
  const stage = createStage()
  const view = render(<ProblemAnnouncer />, {
    wrapper: ({ children }) => <StrictMode>{<stage.Stage>{children}</stage.Stage>}</StrictMode>,
  })
  const status = screen.getByRole('status')
  const alert = screen.getByRole('alert')
  act(() => void vi.advanceTimersByTime(200))
  const say = (channel: 'polite' | 'assertive', said: Incident): void =>
    act(() => stage.set({ incidents: [said], [channel]: { of: 'incident', incident: said } }))
  return { ...stage, view, status, alert, say }
}

test('both live nodes are there and empty before there is anything to say, one of each', () => {
  const { status, alert } = start()
  expect(status).toBeEmptyDOMElement()
  expect(alert).toBeEmptyDOMElement()
})

test('what is urgent interrupts, what is not waits', () => {
  const { status, alert, say } = start()
  say('polite', incident)
  expect(status).not.toBeEmptyDOMElement()
  expect(alert).toBeEmptyDOMElement()
  say('assertive', incident)
  expect(alert).not.toBeEmptyDOMElement()
})

test('the words are title, message and that it can be tried again, and no label of a button', () => {
  const { alert, words, say } = start()
  const { title, message } = words.problem(incident.problem, incident.remedy)
  say('assertive', incident)
  expect(alert).toHaveTextContent(`${title}. ${message} You can try again.`)
  expect(alert.querySelector('button, a, [tabindex]')).toBeNull()
  say('assertive', { ...incident, offer: ['dismiss'] })
  expect(alert).toHaveTextContent(new RegExp(`${message.slice(-12)}$`))
})

test('the same words are said again, in the same live node', () => {
  const { alert, say } = start()
  say('assertive', incident)
  const first = alert.firstChild
  say('assertive', incident)
  expect(alert.textContent).toBe(first?.textContent)
  expect(alert.firstChild).not.toBe(first)
  expect(screen.getByRole('alert')).toBe(alert)
})

test('a countdown, a count and a busy button change nothing in the live nodes', async () => {
  const { alert, status, store, say } = start()
  say('assertive', incident)
  let mutations = 0
  const observer = new MutationObserver((records) => (mutations += records.length))
  for (const node of [alert, status]) observer.observe(node, { childList: true, characterData: true, subtree: true })
  for (let second = 0; second < 30; second += 1)
    await act(async () => {
      store.setState({ incidents: [{ ...incident, count: second, busy: 'retry', updatedAt: second }] })
      await vi.advanceTimersByTimeAsync(1_000)
    })
  observer.disconnect()
  expect(mutations).toBe(0)
})

test('what is over is not left standing', () => {
  const { alert, say, show } = start()
  say('assertive', incident)
  act(() => show())
  expect(alert).toBeEmptyDOMElement()
})

test('a dialog is read when it takes the focus, so it is not said as well', () => {
  const { alert, say } = start()
  say('assertive', { ...incident, shown: 'dialog' })
  expect(alert).toBeEmptyDOMElement()
})

test('what was said before the nodes were there is said when they are listened to', () => {
  const stage = createStage()
  stage.set({ assertive: { of: 'incident', incident } })
  render(<ProblemAnnouncer />, { wrapper: stage.Stage })
  expect(screen.getByRole('alert')).toBeEmptyDOMElement()
  act(() => void vi.advanceTimersByTime(200))
  expect(screen.getByRole('alert')).not.toBeEmptyDOMElement()
})

test('going offline is said once, politely', () => {
  const { status, set } = start()
  act(() => set({ online: false }))
  expect(status).toHaveTextContent(/offline/)
})

test('the small texts are said too', () => {
  const { status, set } = start()
  act(() => set({ polite: { of: 'text', key: 'copied' } }))
  expect(status).toHaveTextContent('Copied.')
})

test('unmounting takes both nodes away', () => {
  const { view } = start()
  view.unmount()
  expect(document.querySelector('[data-remedy-layer]')).toBeNull()
})
