import { act, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  createRemedyClient,
  ErrorProvider,
  ProblemAnnouncer,
  ProblemBanner,
  ProblemCountdown,
  ProblemDetails,
  ProblemDialogs,
  ProblemField,
  ProblemFields,
  ProblemInline,
  ProblemPage,
  ProblemPending,
  ProblemSummary,
  ProblemToaster,
  useProblemField,
  type IncidentProps,
  type PlacedProps,
  type RemedyClient,
  type SummaryProps,
  type Surfaces,
} from '../../src/index.ts'
import { Problem } from '../../src/core.ts'
import type { ReactNode } from 'react'

const broken = new Problem({ kind: 'http', code: 'BROKEN', status: 500 })
const waits = new Problem({ kind: 'http', code: 'HTTP_202', status: 202 })
const region = '[data-remedy-region]'

describe('a surface that the app gives', () => {
  it('stands in place of the card', async () => {
    const client = renderWith({ toast: MyToast })
    await act(async () => void client.present(new Error('boom')))
    expect(await screen.findByText('mine: UNKNOWN')).toBeDefined()
    expect(document.querySelectorAll(region)).toHaveLength(1)
  })

  it.each([
    ['inline', <ProblemInline key="inline" of={broken} />],
    ['page', <ProblemPage key="page" of={broken} reset={() => undefined} />],
    ['pending', <ProblemPending key="pending" of={waits} />],
  ])('stands in the page in place of ours, with what its place hands on: %s', async (name, part) => {
    renderWith({ [name]: Mine }, part)
    expect(await screen.findByText(name === 'pending' ? /cancel/ : name === 'page' ? /reset/ : /mine/)).toBeDefined()
    expect(document.querySelector('[data-remedy-surface]')).toBeNull()
  })

  it('stands in a form in place of our messages and of our summary, and has what they had', async () => {
    const fields = [{ path: ['name'], rule: 'required' }, { path: ['town'] }]
    const refused = new Problem({ kind: 'http', code: 'WRONG', status: 422, fields })
    renderWith(
      { field: ({ id, children }) => <b id={id}>mine: {children}</b>, summary: MySummary },
      <ProblemFields of={refused}>
        <ProblemSummary />
        <Name of={refused} />
      </ProblemFields>,
    )
    const control = await screen.findByRole('textbox')
    expect(await screen.findByText(/2 lines, 1 control/)).toBeDefined()
    expect(control).toHaveAccessibleDescription('mine: Fill this in.')
    expect(document.querySelector('[data-remedy-surface]')).toBeNull()
  })

  it('that is null is not there: none of the four', () => {
    renderWith({ toast: null, dialog: null, banner: null, announcer: null })
    expect(document.querySelector('[data-remedy-layer], [data-remedy-banners], dialog, [aria-live]')).toBeNull()
  })

  it('that is null leaves its place to one with other settings', async () => {
    const client = renderWith({ toast: null }, <ProblemToaster position="top-center" />)
    await act(async () => void client.present(new Error('boom')))
    expect(await screen.findByRole('region', { name: /F6/ })).toBeDefined()
    expect([...document.querySelectorAll(region)].map((each) => each.getAttribute('data-remedy-region'))).toEqual([
      'top-center',
    ])
  })
})

function Mine({ incident, onReset, onCancel }: PlacedProps): ReactNode {
  return (
    <p>
      mine: {incident.problem.code} {onReset && 'reset'} {onCancel && 'cancel'}
    </p>
  )
}

function MySummary({ items }: SummaryProps): ReactNode {
  return (
    <p>
      {items.length} lines, {items.filter(({ control }) => control !== undefined).length} control
    </p>
  )
}

function Name({ of }: { readonly of: Problem }): ReactNode {
  return (
    <>
      <input aria-label="name" {...useProblemField(of, 'name').inputProps} />
      <ProblemField name="name" />
    </>
  )
}

function MyToast({ incident }: IncidentProps): ReactNode {
  return <p>mine: {incident.problem.code}</p>
}

function renderWith(surfaces: Surfaces, children?: ReactNode): RemedyClient {
  const client = createRemedyClient({ contracts: [] })
  render(
    <ErrorProvider contracts={[]} client={client} surfaces={surfaces} fallbacks={{ 202: { show: 'pending' } }}>
      {children}
    </ErrorProvider>,
  )
  return client
}

describe('a part alone, with everything that the provider mounts left out', () => {
  const none = { toast: null, dialog: null, banner: null, announcer: null }

  it.each([
    ['the toasts', <ProblemToaster key="" />, '[data-remedy-surface="toast"]'],
    ['the dialogs', <ProblemDialogs key="" />, '[data-remedy-surface="dialog"]'],
    ['the banners', <ProblemBanner key="" />, '[data-remedy-surface="banner"]'],
    ['a notice in place', <ProblemInline key="" of={broken} />, '[data-remedy-surface="inline"]'],
    ['a page', <ProblemPage key="" of={broken} />, '[data-remedy-surface="page"]'],
    ['a pending step', <ProblemPending key="" of={waits} />, '[data-remedy-surface="pending"]'],
    ['the details', <ProblemDetails key="" of={broken} />, '[data-remedy-details]'],
    ['the countdown', <ProblemCountdown key="" limit="limit" />, '[role="timer"]'],
    ['what screen readers hear', <ProblemAnnouncer key="" />, '[role="alert"]'],
  ])('shows what it is for: %s', async (name, part, selector) => {
    const client = renderWith(none, part)
    const show = name === 'the dialogs' ? 'dialog' : name === 'the banners' ? 'banner' : 'toast'
    await act(async () => void client.present(new Error('boom'), { show }))
    act(() => client.store.setState({ cooldowns: { limit: { since: 0, until: Date.now() + 9_000, known: true } } }))
    await waitFor(() => expect(document.querySelector(selector)).not.toBeNull())
  })
})
