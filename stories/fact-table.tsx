import type { StoryObj } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import type { ReactNode } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import { classify, isProblem, type Contract } from '../src/core.ts'
import { createRemedyClient, type RemedyClient } from '../src/index.ts'
import type { Answer, Fact, Facts } from '../test/contracts/fact.ts'
import type { StoryBackend } from './backends/backend.ts'
import './stories.css'

/** Everything the documents of a backend say, as a story: each answer is sent, and what comes of it stands beside it. */
export function factStory({ contract, path }: StoryBackend, { facts }: Facts): StoryObj {
  const answered = facts.filter(({ answer }) => answer !== undefined)
  return {
    beforeEach: ({ msw }) => {
      msw.use(http.all(`*${path}/facts/:index`, ({ params }) => respond(facts[Number(params['index'])]?.answer)))
    },
    // Nobody is signed in: a 401 of one row would end the session for all.
    loaders: [() => ({ client: createRemedyClient({ contracts: [contract] }), queryClient: new QueryClient() })],
    render: (_args, { loaded }) => (
      <QueryClientProvider client={loaded['queryClient'] as QueryClient}>
        <FactTable client={loaded['client'] as RemedyClient} contract={contract} path={`${path}/facts`} facts={facts} />
      </QueryClientProvider>
    ),
    play: async ({ canvasElement }) => {
      const outcomes = () => within(canvasElement).queryAllByTestId('outcome').map(textOf)
      await waitFor(() => expect(outcomes()).toHaveLength(answered.length), { timeout: 5000 })
      for (const [index, { answer, then, says }] of answered.entries()) {
        const outcome = outcomes()[index]
        if (then !== undefined) await expect(outcome, says).toBe(`${then.code} ${then.show}`)
        else await expect(outcome === 'no problem none', says).toBe((answer?.status ?? 0) < 300)
      }
    },
  }
}

const textOf = (element: HTMLElement) => element.textContent

function respond(answer: Answer | undefined): Response {
  const { status = 204, headers, body, frame } = answer ?? {}
  const type = frame ? 'text/event-stream' : 'application/json'
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
  return new HttpResponse(frame ? `data: ${text}\n\n` : text, { status, headers: { 'content-type': type, ...headers } })
}

interface FactTableProps {
  readonly client: RemedyClient
  readonly contract: Contract
  readonly path: string
  readonly facts: readonly Fact[]
}

function FactTable({ client, contract, path, facts }: FactTableProps): ReactNode {
  return (
    <main className="story story-page" lang="en" dir="ltr">
      <h1>What the documents of {contract.name} say</h1>
      <p>{facts.length} facts, each with its line. Where there is an answer it has just been sent and read.</p>
      <div className="story-scroll" tabIndex={0} role="region" aria-label="Table of facts">
        <table>
          <thead>
            <tr>
              {['Line', 'What it says', 'Answer', 'What comes of it', 'Offers'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map((fact, index) => (
              <Row key={index} client={client} contract={contract} url={`${path}/${index}`} fact={fact} />
            ))}
          </tbody>
        </table>
      </div>
    </main>
  )
}

interface RowProps extends Omit<FactTableProps, 'path' | 'facts'> {
  readonly url: string
  readonly fact: Fact
}

function Row({ client, contract, url, fact }: RowProps): ReactNode {
  const { answer, line, says } = fact
  const { data } = useQuery({
    queryKey: [url],
    queryFn: () => outcomeOf(client, contract, { url, frame: answer?.frame }),
    enabled: answer !== undefined,
  })
  return (
    <tr>
      <td>{line}</td>
      <th scope="row">{says}</th>
      <td>{answer === undefined ? 'a rule' : `${answer.status}${answer.frame ? ', in a stream' : ''}`}</td>
      <td>
        {data === undefined ? null : (
          <span data-testid="outcome">
            <code>{data.code}</code> <span className="story-chip">{data.show}</span>
          </span>
        )}
      </td>
      <td>{data?.offer.join(', ')}</td>
    </tr>
  )
}

interface Asked {
  readonly url: string
  readonly frame: true | undefined
}

// Caught here, because in this table a problem is what was asked for and nothing to tell the user.
async function outcomeOf(client: RemedyClient, contract: Contract, { url, frame }: Asked) {
  try {
    const response = await client.fetch(contract)(url)
    if (frame) for await (const _ of client.events(response, contract));
    return { code: 'no problem', show: 'none', offer: [] }
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown
    const { show, offer } = classify(thrown, contract)
    return { code: thrown.code, show, offer }
  }
}
