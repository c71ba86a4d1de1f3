import { QueryClient, QueryClientProvider, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { StrictMode, Suspense, useEffect, useState, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { defineContract } from '../../src/core.ts'
import {
  createRemedyClient,
  createSession,
  ErrorProvider,
  ProblemBoundary,
  ProblemScope,
  useApiQuery,
  useRemedy,
  useSession,
  type RemedyClient,
} from '../../src/index.ts'
import { expectConsole } from '../helpers/console.ts'
import { fail } from './app.tsx'

const shop = defineContract({
  name: 'shop',
  dialects: [],
  identity: 'code',
  catalogue: { SOLD_OUT: { status: 409, show: 'toast', offer: ['look'] } },
})

const soldOut = () => fail('INTERNAL_ERROR', 500)
const regions = () => document.querySelectorAll('[data-remedy-region]')
const toasts = () => document.querySelectorAll('[data-remedy-toast]')

function Failing({ id = 'a' }: { id?: string }) {
  useApiQuery({ queryKey: [id], queryFn: soldOut, retry: false })
  return null
}

function Mounts({ onMount }: { onMount: () => void }) {
  useEffect(onMount, [onMount])
  return null
}

const look = () => {}

function Shop({ queryClient, children }: { queryClient?: QueryClient; children?: ReactNode }) {
  return (
    <ErrorProvider contracts={[shop]} actions={{ look }} queryClient={queryClient}>
      {children}
    </ErrorProvider>
  )
}

describe('another client on a query client that has one', () => {
  const shown = ({ store }: RemedyClient) => store.getState().incidents.map(({ shown: where }) => where)
  const page = (client: RemedyClient, queryClient: QueryClient, id: string, key?: string) => (
    <ErrorProvider key={key} contracts={[shop]} actions={{ look }} client={client} queryClient={queryClient}>
      <Failing id={id} />
    </ErrorProvider>
  )

  it.each([
    ['in place of the first', undefined],
    ['after the first has left the page', 'another provider'],
  ])('takes it over: %s', async (_, key) => {
    const queryClient = new QueryClient()
    const [first, second] = [createRemedyClient({ contracts: [shop] }), createRemedyClient({ contracts: [shop] })]
    const { rerender } = render(<StrictMode>{page(first, queryClient, 'one')}</StrictMode>)
    await waitFor(() => expect(shown(first)).toEqual(['toast']))
    rerender(<StrictMode>{page(second, queryClient, 'two', key)}</StrictMode>)
    await waitFor(() => expect(shown(second)).toEqual(['toast']))
    expect(first.parts.runtime.queryClients.size).toBe(0)
    expect(toasts()).toHaveLength(1)
  })

  it('beside the first hears nothing, and says so while it is developed', async () => {
    expectConsole('warn', 'another <ErrorProvider> with a client of its own listens to this query client')
    const queryClient = new QueryClient()
    const [first, second] = [createRemedyClient({ contracts: [shop] }), createRemedyClient({ contracts: [shop] })]
    render(
      <>
        {page(first, queryClient, 'one')}
        {page(second, queryClient, 'two')}
      </>,
    )
    await waitFor(() => expect(shown(first)).toEqual(['toast', 'toast']))
    expect(shown(second)).toEqual([])
  })
})

describe('a second provider on the same query client', () => {
  it('inside the first is a scope of it: one toaster, from the first render on', async () => {
    render(
      <StrictMode>
        <Shop>
          <Shop>
            <Failing />
          </Shop>
        </Shop>
      </StrictMode>,
    )
    await waitFor(() => expect(toasts()).toHaveLength(1))
    expect(regions()).toHaveLength(1)
  })

  it('overrides remedies for the hooks inside it, and for no others', async () => {
    const client = createRemedyClient({ contracts: [shop] })
    render(
      <ErrorProvider contracts={[shop]} actions={{ look }} client={client}>
        <Failing id="out" />
        <ErrorProvider contracts={[shop]} actions={{ look }} fallbacks={{ 500: { show: 'banner' } }}>
          <Failing id="in" />
          <ProblemScope fallbacks={{ 500: { show: 'inline' } }}>
            <Failing id="further in" />
          </ProblemScope>
        </ErrorProvider>
      </ErrorProvider>,
    )
    await waitFor(() => expect(client.store.getState().incidents).toHaveLength(3))
    const shown = client.store
      .getState()
      .incidents.map(({ cause, remedy }) => [/\["(.*)"\]/.exec(cause)?.[1], remedy.show])
    expect(Object.fromEntries(shown)).toEqual({ out: 'toast', in: 'banner', 'further in': 'inline' })
  })

  it('beside the first is silent until the first is gone, and loses nothing of what it holds then', async () => {
    const queryClient = new QueryClient()
    const onMount = vi.fn()
    function Page() {
      const [first, setFirst] = useState(true)
      return (
        <>
          {first ? <Shop queryClient={queryClient} /> : null}
          <Shop queryClient={queryClient}>
            <Mounts onMount={onMount} />
            <Failing />
          </Shop>
          <button type="button" onClick={() => setFirst(false)}>
            leave
          </button>
        </>
      )
    }
    render(<Page />)
    await waitFor(() => expect(toasts()).toHaveLength(1))
    expect(regions()).toHaveLength(1)
    screen.getByText('leave').click()
    await waitFor(() => expect(regions()).toHaveLength(1))
    await waitFor(() => expect(toasts()).toHaveLength(1))
    expect(onMount).toHaveBeenCalledTimes(1)
  })

  it('that takes over speaks with its own actions, and reports to its own listener', async () => {
    const queryClient = new QueryClient()
    const mine = vi.fn()
    const theirs = vi.fn()
    const listeners = { mine: vi.fn(), theirs: vi.fn() }
    const client = createRemedyClient({ contracts: [shop] })
    const shared = { contracts: [shop], client, queryClient } as const
    const page = (first: boolean) => (
      <>
        {first ? <ErrorProvider key="1" {...shared} actions={{ look: theirs }} onReport={listeners.theirs} /> : null}
        <ErrorProvider key="2" {...shared} actions={{ look: mine }} onReport={listeners.mine} />
      </>
    )
    const { rerender } = render(page(true))
    expect(client.parts.runtime).toMatchObject({ actions: { look: theirs }, onReport: listeners.theirs })
    rerender(page(false))
    expect(client.parts.runtime).toMatchObject({ actions: { look: mine }, onReport: listeners.mine })
  })
})

describe('a provider', () => {
  it('sees the failure of a child that suspends it before it was ever mounted', async () => {
    const client = createRemedyClient({ contracts: [shop] })
    vi.spyOn(console, 'error').mockImplementation(() => {})
    function Points() {
      useSuspenseQuery({ queryKey: ['p'], queryFn: soldOut, retry: false })
      return null
    }
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Suspense fallback="loading">
          <ErrorProvider contracts={[shop]} actions={{ look }} client={client}>
            <ProblemBoundary>
              <Points />
            </ProblemBoundary>
          </ErrorProvider>
        </Suspense>
      </QueryClientProvider>,
    )
    await waitFor(() => expect(client.store.getState().incidents).toHaveLength(1), { timeout: 5000 })
    expect(client.store.getState().incidents[0]?.count).toBe(1)
  })

  it('takes the query client of the app, else the one it is given, else one of its own', async () => {
    const seen: unknown[] = []
    function Look() {
      seen.push([...useRemedy().parts.runtime.queryClients][0])
      return null
    }
    const ambient = new QueryClient()
    const given = new QueryClient()
    render(
      <QueryClientProvider client={ambient}>
        <Shop>
          <Look />
        </Shop>
        <Shop queryClient={given}>
          <Look />
        </Shop>
      </QueryClientProvider>,
    )
    render(
      <Shop>
        <Look />
      </Shop>,
    )
    expect(new Set(seen.filter((each) => each === ambient || each === given)).size).toBe(2)
    expect(seen.at(-1)).toBeInstanceOf(QueryClient)
  })

  it('uses the actions and remedies of its latest render', async () => {
    const client = createRemedyClient({ contracts: [shop] })
    const page = (action: () => void, show: 'banner' | 'toast') => (
      <ErrorProvider contracts={[shop]} actions={{ look: action }} client={client} remedies={{ default: { show } }} />
    )
    const later = vi.fn()
    const { rerender } = render(page(look, 'toast'))
    rerender(page(later, 'banner'))
    expect(client.parts.runtime.actions['look']).toBe(later)
    expect(client.parts.runtime.app.remedies).toEqual({ default: { show: 'banner' } })
  })

  it.each([
    ['rejects', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'throws',
      () => {
        throw new TypeError('Failed to fetch')
      },
    ],
  ])('shows the failure of a session that cannot be loaded, once: load %s', async (_, load: () => Promise<never>) => {
    const client = createRemedyClient({ contracts: [shop], session: createSession({ load }) })
    render(
      <StrictMode>
        <ErrorProvider contracts={[shop]} actions={{ look }} client={client} />
      </StrictMode>,
    )
    await waitFor(() => expect(client.store.getState().incidents[0]?.shown).toBe('toast'))
    expect(client.store.getState().incidents).toMatchObject([{ count: 1, problem: { code: 'NETWORK' } }])
  })

  it('loads the session once, also in StrictMode', async () => {
    const load = vi.fn(async () => ({ id: '1', user: 'Ada' }))
    function Name() {
      return <p>{useSession<string>().user}</p>
    }
    render(
      <StrictMode>
        <ErrorProvider contracts={[shop]} actions={{ look }} session={createSession({ load })}>
          <Name />
        </ErrorProvider>
      </StrictMode>,
    )
    expect(await screen.findByText('Ada')).toBeInTheDocument()
    expect(load).toHaveBeenCalledTimes(1)
  })

  describe('with a client made without a session and reports', () => {
    const user = { id: '1', user: 'Ada' }

    it('gives it its own, also a session that is known already', async () => {
      const client = createRemedyClient({ contracts: [shop] })
      const session = createSession({ load: async () => user })
      await session.load()
      const onReport = vi.fn()
      const { rerender } = render(
        <StrictMode>
          <ErrorProvider contracts={[shop]} actions={{ look }} client={client} session={session} onReport={vi.fn()} />
        </StrictMode>,
      )
      expect(client.store.getState().session).toMatchObject({ status: 'active', user: 'Ada' })
      rerender(
        <StrictMode>
          <ErrorProvider contracts={[shop]} actions={{ look }} client={client} session={session} onReport={onReport}>
            <Failing />
          </ErrorProvider>
        </StrictMode>,
      )
      await waitFor(() => expect(onReport).toHaveBeenCalledTimes(1))
      session.end('signed-out')
      expect(client.store.getState()).toMatchObject({ session: { status: 'ended' }, incidents: [] })
    })

    it('says that a second session is one too many, and keeps the client’s', () => {
      expectConsole('warn', 'its client has another one')
      const session = createSession({ load: async () => user, name: 'a' })
      const client = createRemedyClient({ contracts: [shop], session })
      const other = createSession({ load: async () => user, name: 'b' })
      render(<ErrorProvider contracts={[shop]} actions={{ look }} client={client} session={other} />)
      expect(client.parts.runtime.session).toBe(session)
    })
  })

  it('is missed by name', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Failing />)).toThrow('found no <ErrorProvider> above it')
  })

  it('listens to a query client that one hook alone uses', async () => {
    const client = createRemedyClient({ contracts: [shop] })
    const own = new QueryClient()
    function Own() {
      useApiQuery({ queryKey: ['own'], queryFn: soldOut, retry: false }, own)
      return null
    }
    render(
      <ErrorProvider contracts={[shop]} actions={{ look }} client={client}>
        <Own />
      </ErrorProvider>,
    )
    await waitFor(() => expect(client.store.getState().incidents).toHaveLength(1))
  })

  it('respects the app’s own defaults: never retry, and never throw over data', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    const queryFn = vi.fn(() => fail('AUTH_SERVICE_UNAVAILABLE', 503))
    function Points() {
      const points = useApiQuery({ queryKey: ['p'], queryFn })
      return <p>{points.status}</p>
    }
    render(
      <Shop queryClient={queryClient}>
        <Points />
      </Shop>,
    )
    expect(await screen.findByText('error')).toBeInTheDocument()
    expect(queryFn).toHaveBeenCalledTimes(1)
  })
})

describe('plain and wrapped hooks of one query', () => {
  it('are one failure, in StrictMode too', async () => {
    const client = createRemedyClient({ contracts: [shop] })
    function Both() {
      useApiQuery({ queryKey: ['a'], queryFn: soldOut, retry: false })
      useQuery({ queryKey: ['a'], queryFn: soldOut, retry: false })
      return null
    }
    render(
      <StrictMode>
        <ErrorProvider contracts={[shop]} actions={{ look }} client={client}>
          <Both />
        </ErrorProvider>
      </StrictMode>,
    )
    await waitFor(() => expect(client.store.getState().incidents).toMatchObject([{ count: 1, shown: 'toast' }]))
  })
})
