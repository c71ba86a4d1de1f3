import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ErrorProvider,
  ProblemField,
  ProblemFields,
  ProblemSummary,
  useApiMutation,
  useProblemField,
} from '../../../src/index.ts'
import { ProblemActions } from '../../../src/5-present/surfaces/actions.tsx'
import { ProblemAnnouncer } from '../../../src/5-present/surfaces/announcer.tsx'
import { ProblemBanner } from '../../../src/5-present/surfaces/banner.tsx'
import { ProblemDetails } from '../../../src/5-present/surfaces/details.tsx'
import { ProblemDialogs } from '../../../src/5-present/surfaces/dialogs.tsx'
import { InlineNotice } from '../../../src/5-present/surfaces/inline.tsx'
import { PageNotice } from '../../../src/5-present/surfaces/page.tsx'
import { PendingNotice } from '../../../src/5-present/surfaces/pending.tsx'
import { ProblemToaster } from '../../../src/5-present/surfaces/toaster.tsx'
import type { Words } from '../../../src/5-present/words/types.ts'
import { divination } from '../../../src/contracts/divination/index.ts'
import english from '../../../src/contracts/divination/messages/en.ts'
import type { Incident } from '../../../src/problem/incident.ts'
import { expectConsole } from '../../helpers/console.ts'
import { fail, spies } from '../app.tsx'
import { languagesIn, strays } from './in-its-language.ts'
import { arabicWords, createStage, englishWords, incidentOf } from './stage.tsx'

// WCAG 3.1.2: what is in another language than the page says so.

beforeEach(() => {
  document.documentElement.lang = 'ar'
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
})
afterEach(() => {
  document.documentElement.lang = 'en'
  Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal')
  Reflect.deleteProperty(HTMLDialogElement.prototype, 'close')
})

const offer = ['recharge', 'retry', 'dismiss']
const given = incidentOf('POINTS_INSUFFICIENT_BALANCE', {
  offer,
  count: 2,
  limit: 'limit',
  remedy: { report: 'unexpected' },
})
const toast: Incident = { ...given, shown: 'toast' }
const cooldowns = { limit: { since: 0, until: Date.now() + 90_000, known: true } }

interface Case {
  readonly name: string
  readonly surface: () => ReactNode
  readonly incidents?: readonly Incident[]
  readonly spoken?: readonly string[]
}

const surfaces: readonly Case[] = [
  { name: 'inline', surface: () => <InlineNotice incident={given} /> },
  { name: 'the compact form', surface: () => <InlineNotice incident={given} compact />, spoken: ['en'] },
  { name: 'page', surface: () => <PageNotice incident={given} onReset={() => undefined} /> },
  { name: 'pending', surface: () => <PendingNotice incident={given} onCancel={() => undefined} /> },
  { name: 'toast', surface: () => <ProblemToaster limit={1} />, incidents: [toast, { ...toast, id: 'other' }] },
  { name: 'dialog', surface: () => <ProblemDialogs />, incidents: [{ ...given, shown: 'dialog' }] },
  { name: 'banner', surface: () => <ProblemBanner />, incidents: [{ ...given, shown: 'banner' }] },
  { name: 'details', surface: () => <ProblemDetails of={given.problem} />, spoken: ['ar'] },
  { name: 'buttons', surface: () => <ProblemActions incident={given} /> },
]

async function show({ surface: Surface, incidents = [] }: Case, words: Words): Promise<void> {
  const stage = createStage({ words })
  render(<Surface />, { wrapper: stage.Stage })
  await act(async () => stage.set({ cooldowns, incidents, online: false }))
}

describe('in a page whose language nobody wrote words in, what stands in for them says what it is in:', () => {
  it.each(surfaces)('$name', async (surface) => {
    document.documentElement.lang = 'nl'
    await show(surface, englishWords())
    expect(strays()).toEqual([])
    expect(languagesIn()).toEqual(['en'])
  })
})

describe('in an Arabic page, words that there are in English alone say so, and the rest does not:', () => {
  it.each(surfaces)('$name', async (surface) => {
    await show(surface, arabicWords())
    expect(strays()).toEqual([])
    expect(languagesIn()).toEqual(surface.spoken ?? ['ar', 'en'])
  })

  it.each(['polite', 'assertive'] as const)('what is said, %s', async (channel) => {
    const stage = createStage({ words: arabicWords() })
    render(<ProblemAnnouncer />, { wrapper: stage.Stage })
    const live = screen.getByRole(channel === 'polite' ? 'status' : 'alert')
    act(() => stage.set({ incidents: [toast], [channel]: { of: 'incident', incident: toast } }))
    await waitFor(() => expect(live).toHaveTextContent(arabicWords().part('retryAvailable')))
    expect(strays()).toEqual([])
    expect(languagesIn()).toEqual(['ar', 'en'])
  })
})

describe('a form in an Arabic page', () => {
  it('says which of its marks are in English, at the field and in the summary', async () => {
    await submitted('AUTH_VERIFICATION_CODE_INVALID', 401)
    expect(strays()).toEqual([])
    expect(screen.getAllByText(/./, { selector: '[lang="en"][dir="ltr"]' })).toHaveLength(2)
  })

  it('says of the server’s words that nobody knows their language', async () => {
    await submitted('PROFILE_PAYLOAD_INVALID', 422, { errors: [{ pointer: '#/otp', detail: 'Zu kurz.' }] })
    const said = screen.getAllByText('Zu kurz.')
    expect(said.map(({ lang, dir }) => [lang, dir])).toEqual([
      ['', 'auto'],
      ['', 'auto'],
    ])
    for (const each of said) expect(each).toHaveAttribute('lang')
  })
})

it('the server’s words in a card say that nobody knows their language, and so do they in a live node', async () => {
  const incident = incidentOf('POINTS_INSUFFICIENT_BALANCE', {
    shown: 'toast',
    problem: { detail: 'Zu wenig.' },
    remedy: { text: 'server' },
  })
  const stage = createStage({ words: arabicWords() })
  render(
    <stage.Stage>
      <ProblemAnnouncer />
      <InlineNotice incident={incident} />
    </stage.Stage>,
  )
  act(() => stage.set({ incidents: [incident], polite: { of: 'incident', incident } }))
  await waitFor(() => expect(screen.getAllByText('Zu wenig.')).toHaveLength(2))
  for (const each of screen.getAllByText('Zu wenig.')) {
    expect(each).toHaveAttribute('lang', '')
    expect(each).toHaveAttribute('dir', 'auto')
  }
})

it('where all is in one language, nothing but the surface says which', () => {
  const stage = createStage()
  const { container } = render(<InlineNotice incident={given} />, { wrapper: stage.Stage })
  const marked = [...container.querySelectorAll('[lang]')].map(({ tagName }) => tagName)
  expect(marked.filter((each) => !['ARTICLE', 'DIV', 'DETAILS'].includes(each))).toEqual([])
  expect(
    container.querySelectorAll('[data-remedy-title][lang], [data-remedy-message][lang], button[lang]'),
  ).toHaveLength(0)
})

// The contract with all its words in English.
const untranslated = { ...divination, messages: { en: () => Promise.resolve({ default: english }) } }

function Form({ code, status, body }: { code: string; status: number; body: object }): ReactNode {
  const send = useApiMutation({
    mutationFn: (_: void) => fail(code, status, body),
    remedies: { PROFILE_PAYLOAD_INVALID: { show: 'fields', text: 'server' } },
  })
  const { inputProps } = useProblemField(send, 'otp')
  return (
    <ProblemFields of={send}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <ProblemSummary />
        <label>
          الرمز <input name="otp" {...inputProps} />
        </label>
        <ProblemField name="otp" />
        <button type="submit">إرسال</button>
      </form>
    </ProblemFields>
  )
}

async function submitted(code: string, status: number, body: object = {}): Promise<void> {
  expectConsole('warn', '"remedy.divination" has no words in ar')
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ErrorProvider contracts={[untranslated]} actions={spies()}>
        <Form code={code} status={status} body={body} />
      </ErrorProvider>
    </QueryClientProvider>,
  )
  const words = arabicWords()
  await waitFor(() => expect(document.querySelector('[data-remedy-region]')).toHaveAttribute('lang', 'ar'))
  await userEvent.click(screen.getByRole('button', { name: 'إرسال' }))
  await screen.findByText(words.part('summaryHeading'))
}
