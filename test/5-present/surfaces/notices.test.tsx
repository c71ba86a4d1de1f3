import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { ProblemBanner } from '../../../src/5-present/surfaces/banner.tsx'
import { FieldMessage } from '../../../src/5-present/surfaces/field-message.tsx'
import { InlineNotice } from '../../../src/5-present/surfaces/inline.tsx'
import { PageNotice } from '../../../src/5-present/surfaces/page.tsx'
import { PendingNotice } from '../../../src/5-present/surfaces/pending.tsx'
import { SummaryNotice } from '../../../src/5-present/surfaces/summary.tsx'
import en from '../../../src/locales/en.ts'
import { createStage, incidentOf } from './stage.tsx'

const profile = incidentOf('PROFILE_NOT_FOUND', { offer: ['retry', 'bootstrapProfile'] })
const unknown = incidentOf('SOMETHING_NEW')

function show(children: ReactNode) {
  const stage = createStage()
  const view = render(children, { wrapper: stage.Stage })
  return { ...stage, view, user: userEvent.setup() }
}

test('inline: title, message and buttons, with the severity in words', () => {
  const { words } = show(<InlineNotice incident={{ ...profile, remedy: { ...profile.remedy, severity: 'warning' } }} />)
  const { title, message } = words.problem(profile.problem, profile.remedy)
  const notice = screen.getByRole('article', { name: title })
  expect(notice).toHaveAccessibleDescription(message)
  expect(notice).toHaveTextContent(/^Warning:/)
  expect(screen.getAllByRole('button')).toHaveLength(2)
  expect(notice).toHaveAttribute('lang', 'en')
})

test('inline, compact: one line, no button, no live node', () => {
  const { view, words } = show(<InlineNotice incident={profile} compact />)
  expect(view.container).toHaveTextContent(words.problem(profile.problem, profile.remedy).title)
  expect(view.container.querySelector('button, [role=alert], [role=status], [aria-live]')).toBeNull()
})

test('details are there for what nobody expected, and only then', () => {
  const { view } = show(<InlineNotice incident={unknown} />)
  expect(screen.getByText('SOMETHING_NEW')).toBeInTheDocument()
  view.rerender(<InlineNotice incident={profile} />)
  expect(screen.queryByText('PROFILE_NOT_FOUND')).toBeNull()
  expect(screen.queryByText('Details')).toBeNull()
})

test('page: one heading, which takes the focus; another try, a second way out, no code before it is asked for', async () => {
  const onReset = vi.fn()
  document.title = 'Casting'
  const { user, words, view } = show(<PageNotice incident={unknown} onReset={onReset} />)
  const { title } = words.problem(unknown.problem, unknown.remedy)
  expect(screen.getAllByRole('heading')).toHaveLength(1)
  expect(screen.getByRole('heading', { level: 1, name: title })).toHaveFocus()
  expect(document.title).toBe('Error: Casting')
  expect(screen.getByRole('link', { name: en.parts.home })).toHaveAttribute('href', '/')
  expect(screen.getByText('SOMETHING_NEW').closest('details')).not.toHaveAttribute('open')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onReset).toHaveBeenCalledTimes(1)
  view.unmount()
  expect(document.title).toBe('Casting')
})

test('page: with a reset there is one button to try again, not two', () => {
  show(<PageNotice incident={profile} onReset={vi.fn()} home={null} />)
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Try again', 'Set up profile'])
})

test('page: a title that a router set meanwhile is not taken back', () => {
  document.title = 'Casting'
  const { view } = show(<PageNotice incident={unknown} />)
  document.title = 'History'
  view.unmount()
  expect(document.title).toBe('History')
})

test('pending: calm, with a way to give up waiting', async () => {
  const onCancel = vi.fn()
  const pending = incidentOf('TOOL_PENDING_APPROVAL', { offer: ['dismiss'], remedy: { severity: 'error' } })
  const { user, view } = show(<PendingNotice incident={pending} onCancel={onCancel} />)
  expect(view.container).not.toHaveTextContent('Error:')
  expect(screen.getAllByRole('button')).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(onCancel).toHaveBeenCalledTimes(1)
})

const blocking = incidentOf('HTTP_503', { shown: 'banner', offer: [], remedy: { severity: 'critical' } })

test('banner: in the flow, to be put away unless it blocks', async () => {
  const stage = show(<ProblemBanner />)
  expect(stage.view.container).toBeEmptyDOMElement()
  act(() => stage.show({ ...blocking, id: 'blocking' }, { ...profile, id: 'other', shown: 'banner' }))
  expect(stage.view.container).toContainElement(screen.getByRole('region', { name: 'Notice' }))
  expect(screen.getAllByRole('article')).toHaveLength(2)
  await stage.user.click(screen.getByRole('button', { name: 'Close' }))
  expect(stage.dismissed).toEqual(['other'])
})

test('banner: offline is told while it lasts, once', () => {
  const stage = show(<ProblemBanner />)
  act(() => stage.set({ online: false }))
  expect(screen.getAllByText(/offline/)).toHaveLength(1)
  act(() => stage.show(incidentOf('NETWORK', { shown: 'banner', problem: { kind: 'network', status: undefined } })))
  expect(screen.getAllByText(/offline/)).toHaveLength(1)
  expect(screen.queryByRole('article')).toBeNull()
  act(() => stage.set({ online: true }))
  expect(screen.getAllByRole('article')).toHaveLength(1)
  expect(document.querySelector('[data-remedy-offline]')).toBeNull()
  act(() => stage.set({ incidents: [] }))
  expect(stage.view.container).toBeEmptyDOMElement()
})

test('banner: an origin that is away is told of once, quietly, and not beside what says more', () => {
  const stage = show(<ProblemBanner />)
  act(() => stage.set({ gates: { 'https://a.example': { since: 0 }, 'https://b.example': { since: 0 } } }))
  expect(screen.getAllByText(stage.words.part('reconnecting'))).toHaveLength(1)
  expect(document.querySelector('[data-remedy-banners] [aria-live], [data-remedy-banners] button')).toBeNull()
  act(() => stage.set({ online: false }))
  expect(screen.queryByText(stage.words.part('reconnecting'))).toBeNull()
  act(() => stage.set({ gates: {}, online: true }))
  expect(stage.view.container).toBeEmptyDOMElement()
})

test('field: the message says in words that it is an error, and describes its field', () => {
  show(
    <>
      <input aria-describedby="name-problem" />
      <FieldMessage id="name-problem">Use two letters or more.</FieldMessage>
    </>,
  )
  expect(screen.getByRole('textbox')).toHaveAccessibleDescription('Error: Use two letters or more.')
})

const texts = ['Use two letters or more.', 'The form is out of date.']

function Form({ takeFocus }: { readonly takeFocus?: (() => boolean) | undefined }) {
  const [control, setControl] = useState<HTMLInputElement | null>(null)
  const [first = '', second = ''] = texts
  return (
    <>
      <SummaryNotice items={[{ text: first, control: control ?? undefined }, { text: second }]} takeFocus={takeFocus} />
      <label htmlFor="name">Name</label>
      <input id="name" ref={setControl} defaultValue="typed" />
    </>
  )
}

/** Says yes once, as the book of a failure does. */
const once = () => vi.fn(() => false).mockReturnValueOnce(true)

test('summary: a heading and the messages in order; what has no field is listed as well', () => {
  show(<Form />)
  expect(screen.getByRole('region', { name: 'There is a problem' })).toBeInTheDocument()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(texts)
  expect(document.title).toMatch(/^Error: /)
})

test('summary: takes the focus once for each failed submit, and the live node is another one', () => {
  const { view } = show(<Form />)
  expect(document.body).toHaveFocus()
  const submit = once()
  view.rerender(<Form takeFocus={submit} />)
  const summary = screen.getByRole('region')
  expect(summary).toHaveFocus()
  expect(summary).not.toHaveAttribute('role', 'alert')
  expect(summary).toContainElement(screen.getByRole('alert'))
  screen.getByRole('textbox').focus()
  view.rerender(<Form takeFocus={submit} />)
  expect(screen.getByRole('textbox')).toHaveFocus()
  view.rerender(<Form takeFocus={once()} />)
  expect(summary).toHaveFocus()
})

test('summary: a link focuses its field, with the label in view, and touches no value', async () => {
  const inView = vi.fn()
  Element.prototype.scrollIntoView = inView
  const { user } = show(<Form />)
  await user.click(screen.getByRole('link', { name: 'Use two letters or more.' }))
  expect(screen.getByRole('textbox')).toHaveFocus()
  expect(screen.getByRole('textbox')).toHaveValue('typed')
  expect(inView.mock.contexts).toEqual([screen.getByText('Name')])
  expect(location.hash).toBe('')
})

test('two summaries say in the title once that there is a problem', () => {
  document.title = 'Profile'
  const { view } = show(
    <>
      <Form />
      <SummaryNotice items={[{ text: 'odd' }]} />
    </>,
  )
  expect(document.title).toBe('Error: Profile')
  view.unmount()
  expect(document.title).toBe('Profile')
})

test('summary: nothing to say, nothing there', () => {
  const takeFocus = once()
  const { view } = show(<SummaryNotice items={[]} takeFocus={takeFocus} />)
  expect(view.container).toBeEmptyDOMElement()
})
