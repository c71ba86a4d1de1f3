import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ProblemDetails } from '../../../src/5-present/surfaces/details.tsx'
import { Problem } from '../../../src/problem/problem.ts'
import { createStage } from './stage.tsx'

const problem = new Problem({
  kind: 'http',
  code: 'SOMETHING_NEW',
  status: 500,
  requestId: 'req_7Qx2mB',
  occurredAt: Date.UTC(2026, 0, 15, 9, 30),
  request: { method: 'POST', url: 'https://api.example.com/v1/cast?token=hush' },
  evidence: { sent: { password: 'hush', question: 'why' } },
})

function start(writeText: (text: string) => Promise<void>) {
  const user = userEvent.setup({ writeToClipboard: false })
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
  render(<ProblemDetails of={problem} />, { wrapper: createStage().Stage })
  return { user, copy: () => user.click(screen.getByRole('button', { name: 'Copy report', hidden: true })) }
}

const confirmation = () => screen.getByRole('status', { hidden: true })

test('code, status, request id and time stand in a native disclosure', () => {
  start(vi.fn())
  const details = screen.getByRole('group')
  expect(details).not.toHaveAttribute('open')
  expect(screen.getByText('Details').tagName).toBe('SUMMARY')
  for (const fact of ['SOMETHING_NEW', '500', 'req_7Qx2mB']) expect(details).toHaveTextContent(fact)
  expect(details.querySelector('time')).toHaveAttribute('datetime', '2026-01-15T09:30:00.000Z')
})

test('the report is copied, without secrets, and a text in a live node says so', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined)
  const { copy } = start(writeText)
  const live = confirmation()
  expect(live).toBeEmptyDOMElement()
  await copy()
  expect(confirmation()).toBe(live)
  expect(live).toHaveTextContent('Copied.')
  const [report = ''] = writeText.mock.calls[0] ?? []
  expect(report).toContain('SOMETHING_NEW')
  expect(report).toContain('why')
  expect(report).not.toContain('hush')
})

test('the clipboard is refused: the report is shown and selected, and a text says so', async () => {
  const { copy } = start(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
  expect(screen.queryByRole('textbox', { hidden: true })).toBeNull()
  await copy()
  const area = screen.getByRole<HTMLTextAreaElement>('textbox', { hidden: true })
  expect(area).toHaveFocus()
  expect(area.value).toContain('SOMETHING_NEW')
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe(area.value)
  expect(confirmation()).toHaveTextContent(/isn’t possible here/)
})

test('a page without a clipboard is no different from one that refuses it', async () => {
  const { copy } = start(vi.fn())
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
  await copy()
  expect(screen.getByRole('textbox', { hidden: true })).toHaveFocus()
})
