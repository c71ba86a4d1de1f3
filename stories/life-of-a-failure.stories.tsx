import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useState, type ReactNode } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { http, HttpResponse } from 'msw'
import { classify, decideRetry, readProblem, type Decision, type Problem, type ResolvedRemedy } from '../src/core.ts'
import { divination } from '../src/contracts/divination/index.ts'
import { problem as wireProblem } from '../examples/server/http.ts'
import type { WireCode } from '../examples/server/wire.ts'
import './stories.css'

const meta: Meta = { title: 'How it works/Life of a failure', tags: ['!autodocs'] }
export default meta

const codes = ['POINTS_INSUFFICIENT_BALANCE', 'AUTH_UNAUTHORIZED', 'AGENT_ASR_UNAVAILABLE', 'SOMETHING_NEW'] as const

/** One response on its way through the stages, with what each stage makes of it. */
export const Stages: StoryObj = {
  beforeEach: ({ msw }) => {
    msw.use(http.get('*/api/life/:code', ({ params }) => respond(String(params['code']))))
  },
  render: () => <Life />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement)
    await expect(await page.findByText(/"show": "dialog"/)).toBeVisible()
    await userEvent.selectOptions(page.getByRole('combobox'), 'AUTH_UNAUTHORIZED')
    await expect(await page.findByText(/"do": "refresh"/)).toBeVisible()
  },
}

function respond(code: string): Response {
  const known = wireProblem('INTERNAL_ERROR', `/api/life/${code}`)
  const { status, headers, body } =
    code === 'SOMETHING_NEW'
      ? { ...known, body: String(known.body).replace('INTERNAL_ERROR', code) }
      : wireProblem(code as WireCode, `/api/life/${code}`)
  return new HttpResponse(String(body), { status, headers })
}

interface Found {
  readonly body: string
  readonly problem: Problem
  readonly remedy: ResolvedRemedy
  readonly decision: Decision
}

function Life(): ReactNode {
  const [code, setCode] = useState<string>(codes[0])
  const found = useFound(code)
  return (
    <main className="story story-page" lang="en" dir="ltr">
      <h1>The life of one failure</h1>
      <label>
        A response with{' '}
        <select value={code} onChange={(event) => setCode(event.target.value)}>
          {codes.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      {found === null ? null : <Steps found={found} />}
    </main>
  )
}

function useFound(code: string): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let current = true
    const show = async () => {
      const next = await find(code)
      if (current) setFound(next)
    }
    void show()
    return () => {
      current = false
    }
  }, [code])
  return found
}

async function find(code: string): Promise<Found | null> {
  const response = await fetch(`/api/life/${code}`)
  const body = await response.clone().text()
  const problem = await readProblem(response, divination, { method: 'GET', url: response.url })
  if (problem === null) return null
  const remedy = classify(problem, divination)
  return { body, problem, remedy, decision: decideRetry(problem, remedy, { attempt: 1, random: () => 0.5 }) }
}

function Steps({ found: { body, problem, remedy, decision } }: { readonly found: Found }): ReactNode {
  const { kind, code, status, requestId, retryAfter } = problem
  const { show, severity, run, offer, session, why } = remedy
  return (
    <ol className="story-steps">
      <Step title="What came over the wire" value={JSON.parse(body)} />
      <Step
        title="decode → Problem"
        value={{ contract: problem.contract, kind, code, status, requestId, retryAfter }}
      />
      <Step title="classify → Remedy, and why" value={{ show, severity, run, offer, session, why }} />
      <Step title="decide → what happens next" value={decision} />
      <li>
        <h2>act → present</h2>
        <p>
          The session moves, cooldowns are set, <code>run</code> runs. Then the failure waits two ticks of 50 ms for a
          part of the page that claims it, and is shown there, or on its surface: once, in the user’s language.
        </p>
      </li>
    </ol>
  )
}

function Step({ title, value }: { readonly title: string; readonly value: unknown }): ReactNode {
  return (
    <li>
      <h2>{title}</h2>
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </li>
  )
}
