import type { Meta, StoryObj } from '@storybook/react-vite'
import { http, HttpResponse } from 'msw'
import type { ReactNode } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import { ProblemInline, useApiMutation, useApiStream, useCooldown, useRemedy } from '../../src/index.ts'
import { creatoria } from '../backends/creatoria.ts'
import { ownWords, type Language } from '../own-words.ts'
import { createStage, StoryApp, type Stage } from '../story-app.tsx'
import '../stories.css'

const meta: Meta = { title: 'Creatoria/Streams and limits', tags: ['!autodocs'] }
export default meta

const { contract, path } = creatoria
const said = 'data: {"delta":"The river "}\n\ndata: {"delta":"is high today"}\n\n'
const failed = 'data: {"error":"Tool execution failed: timeout","sessionId":"sess_xxx"}\n\n'
const done = 'data: [DONE]\n\n'

/** The frame `{ error, sessionId }`: what was said stays, and what happened stands below it, in words of ours. */
export const An_error_frame: StoryObj = {
  ...conversation(said + failed + done),
  play: async ({ canvasElement, globals }) => {
    const notice = await waitFor(() => mustBe(canvasElement.querySelector('[data-remedy-surface="inline"]')))
    const words = (await contract.messages?.[globals['locale'] as Language]?.())?.default['STREAM_ERROR']
    await waitFor(() => expect(notice).toHaveTextContent(words?.title ?? ''))
    await expect(notice).not.toHaveTextContent('Tool execution')
    await expect(within(canvasElement).getByRole('log')).toHaveTextContent('The river is high today')
  },
}

/** `[DONE]` is no event and no problem: the conversation is over. */
export const The_end: StoryObj = {
  ...conversation(said + done),
  play: async ({ canvasElement }) => {
    const log = within(canvasElement).getByRole('log')
    await waitFor(() => expect(log).toHaveAttribute('data-status', 'closed'))
    await expect(log).toHaveTextContent('The river is high today')
    await expect(document.querySelector('[data-remedy-surface]')).toBeNull()
  },
}

/** A success that leaves nothing of the limit: the button closes before a call has to be refused. */
export const A_success_that_leaves_nothing: StoryObj = {
  beforeEach: ({ msw }) => {
    const headers = () => ({
      'x-ratelimit-limit': '60',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 30),
    })
    msw.use(http.get(`*${path}/agents`, () => HttpResponse.json([], { headers: headers() })))
  },
  loaders: [() => ({ stage: createStage(contract) })],
  render: (_args, { loaded, globals }) => (
    <StoryApp stage={loaded['stage'] as Stage}>
      <Agents language={globals['locale'] as Language} />
    </StoryApp>
  ),
  play: async ({ canvasElement }) => {
    const button = await within(canvasElement).findByRole('button')
    button.click()
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
    await expect(button).toHaveTextContent(/\d/)
    await expect(document.querySelector('[data-remedy-surface]')).toBeNull()
  },
}

function conversation(frames: string): StoryObj {
  return {
    beforeEach: ({ msw }) => {
      const headers = { 'content-type': 'text/event-stream' }
      msw.use(http.get(`*${path}/chat`, () => new HttpResponse(frames, { headers })))
    },
    loaders: [() => ({ stage: createStage(contract) })],
    render: (_args, { loaded }) => (
      <StoryApp stage={loaded['stage'] as Stage}>
        <Conversation />
      </StoryApp>
    ),
  }
}

function Conversation(): ReactNode {
  const api = useRemedy().fetch(contract)
  const stream = useApiStream({
    contract,
    streamKey: ['chat'],
    connect: ({ signal, headers }) => api(`${path}/chat`, { signal, headers }),
  })
  return (
    <main className="story">
      <p role="log" data-status={stream.status}>
        {stream.events.map(({ data }) => (JSON.parse(data) as { readonly delta: string }).delta).join('')}
      </p>
      <ProblemInline of={stream} />
    </main>
  )
}

function Agents({ language }: { readonly language: Language }): ReactNode {
  const api = useRemedy().fetch(contract)
  const agents = useApiMutation({ contract, mutationFn: async () => (await api(`${path}/agents`)).status })
  const { active, remaining } = useCooldown('creatoria/RATE_LIMIT_EXCEEDED')
  return (
    <main className="story">
      <button type="button" aria-disabled={active} onClick={() => void (active || agents.mutate())}>
        {ownWords[language].send}
        {active ? ` · ${Math.ceil(remaining / 1000)}` : ''}
      </button>
    </main>
  )
}

function mustBe(element: Element | null): HTMLElement {
  if (element instanceof HTMLElement) return element
  throw new Error('it is not there yet')
}
