import { QueryClient, useQuery } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createRemedyClient,
  ErrorProvider,
  ProblemAnnouncer,
  ProblemBanner,
  ProblemDialogs,
  ProblemToaster,
  useApiQuery,
  useRemedy,
} from '../../src/index.ts'
import '../../src/styles.css'

type UseFailing = (options: { queryKey: unknown[]; queryFn: () => Promise<string>; retry: false }) => { error: unknown }

const hooks: readonly { name: string; useFailing: UseFailing }[] = [
  { name: 'our hooks', useFailing: useApiQuery },
  { name: 'plain hooks', useFailing: useQuery },
]

/** So many queries that all wait for one origin, below the whole kit, and what React commits for them. */
function stage(count: number, useFailing: UseFailing) {
  const origin: { answer: (isThere: boolean) => void } = { answer: () => {} }
  let asked = 0
  const open = () => new Promise<boolean>((answer) => void (origin.answer = answer))
  // Each request fails with an error of its own: one that many share would be one failure.
  const queryFn = async () => {
    asked++
    if (await reply) return 'fine'
    throw new TypeError('Failed to fetch')
  }
  let reply = open()
  const commits: Record<string, number> = {}
  const watched = (id: string, children: ReactNode) => (
    <Profiler id={id} onRender={() => (commits[id] = (commits[id] ?? 0) + 1)}>
      {children}
    </Profiler>
  )
  function Failing({ id }: { id: number }) {
    const { error } = useFailing({ queryKey: [id], queryFn, retry: false })
    return error === null ? null : <i data-failed="" />
  }
  const client = createRemedyClient({ contracts: [] })
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  const own = { toast: null, dialog: null, banner: null, announcer: null }
  render(
    watched(
      'all',
      <ErrorProvider contracts={[]} client={client} queryClient={queryClient} surfaces={own}>
        {watched('page', <Bystander />)}
        {watched(
          'surfaces',
          <>
            <ProblemBanner />
            <ProblemDialogs />
            <ProblemToaster />
            <ProblemAnnouncer />
          </>,
        )}
        {watched(
          'failing',
          Array.from({ length: count }, (_, id) => <Failing key={id} id={id} />),
        )}
      </ErrorProvider>,
    ),
  )
  return {
    client,
    /** All of them lose their origin at once. */
    async fail() {
      await waitFor(() => expect(asked).toBe(count))
      for (const id of Object.keys(commits)) commits[id] = 0
      await act(async () => origin.answer(false))
      await waitFor(() => expect(document.querySelectorAll('[data-failed]').length).toBe(count))
    },
    async recover() {
      reply = open()
      origin.answer(true)
      for (const id of Object.keys(commits)) commits[id] = 0
      await act(() => queryClient.refetchQueries())
    },
    /** Commits in which anything but the failing components rendered. */
    outside: () => (commits['surfaces'] ?? 0) + (commits['page'] ?? 0),
    commits,
  }
}

function Bystander() {
  useRemedy()
  return <p>a page</p>
}

/** What the live nodes say, one entry for each time. */
function listen(): string[] {
  const said: string[] = []
  const observer = new MutationObserver((records) => {
    for (const { target } of records)
      if (target instanceof Element && target.matches('[role=status], [role=alert]') && target.textContent !== '')
        said.push(target.textContent)
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  onTestFinished(() => observer.disconnect())
  return said
}

describe.each(hooks)('many queries that lose one origin ($name)', ({ useFailing }) => {
  it.each([100, 1000])(
    '%i of them: one incident, one announcement, at most five commits outside of them',
    async (count) => {
      const { client, fail, outside, recover } = stage(count, useFailing)
      const said = listen()
      await fail()
      expect(await screen.findByText(`×${count.toLocaleString('en')}`)).toBeInTheDocument()
      // Nothing follows: the clock stands still once the announcement is made.
      await waitFor(() => expect(said).toHaveLength(1))
      expect(client.store.getState().incidents).toMatchObject([{ count, shown: 'toast' }])
      expect(outside()).toBeLessThanOrEqual(5)
      await recover()
      await waitFor(() => expect(client.store.getState().incidents).toEqual([]))
      expect(outside()).toBeLessThanOrEqual(5)
      await waitFor(() => expect(said).toEqual([said[0], 'It’s working again.']))
    },
  )
})
