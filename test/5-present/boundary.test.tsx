import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Suspense, useState, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hasCode, isProblem, toProblem } from '../../src/core.ts'
import { ProblemBoundary, useApiQuery, useApiSuspenseQuery, useRemedy, type RemedyClient } from '../../src/index.ts'
import { fail, renderApp } from './app.tsx'

const h1 = () => document.querySelectorAll('h1')

/** Every code that was ever shown globally, and where. */
function history({ store }: RemedyClient): string[] {
  const all: string[] = []
  store.subscribe(({ incidents }) => {
    for (const { problem, shown } of incidents)
      if (!all.includes(`${problem.code} ${shown}`)) all.push(`${problem.code} ${shown}`)
  })
  return all
}

/** Throws while `of.bad`, else shows that all is well. */
function Throws({ of }: { of: { bad: boolean; thrown: unknown } }) {
  if (of.bad) throw of.thrown
  return <p>all is well</p>
}

/** Fails in a toast when it is pressed: once that is up, whatever else was due has come. */
function Sentinel() {
  const client = useRemedy()
  const press = () => void client.present(toProblem(new RangeError('sentinel')))
  return <button onClick={press}>sentinel</button>
}

async function afterAll(incidents: () => readonly { shown: string }[]): Promise<void> {
  await userEvent.click(screen.getByText('sentinel'))
  await waitFor(() => expect(incidents().some(({ shown }) => shown === 'toast')).toBe(true))
}

// React writes to the console whatever a boundary catches.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

describe('a boundary catches', () => {
  it.each([
    ['an error', new RangeError('boom')],
    ['words', 'boom'],
    ['nothing', null],
    ['not even that', undefined],
    ['a number', 0],
    ['an object', { some: 'thing' }],
  ])('whatever is thrown: %s', async (_, thrown) => {
    const seen: unknown[] = []
    const { incidents } = renderApp(
      <ProblemBoundary
        fallback={(props) => {
          seen.push(props.thrown)
          return isProblem(props.problem) ? <p>caught {props.problem.code}</p> : null
        }}
      >
        <Throws of={{ bad: true, thrown }} />
      </ProblemBoundary>,
    )
    expect(await screen.findByText('caught UNKNOWN')).toBeInTheDocument()
    expect(new Set(seen)).toEqual(new Set([thrown]))
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'claimed', count: 1 }]))
  })

  it('what it matches, and lets the rest go on to the one around it', async () => {
    const code = 'AGENT_FORBIDDEN'
    renderApp(
      <ProblemBoundary fallback={({ problem }) => <p>outer {problem.code}</p>}>
        <ProblemBoundary match={(problem) => hasCode(problem, code)} fallback={() => <p>inner</p>}>
          <Suspense fallback="loading">
            <Suspended code="INTERNAL_ERROR" />
          </Suspense>
        </ProblemBoundary>
      </ProblemBoundary>,
    )
    expect(await screen.findByText('outer INTERNAL_ERROR')).toBeInTheDocument()
    expect(screen.queryByText('inner')).toBeNull()
  })

  it('nothing without a provider: that is for whoever is above', () => {
    const bare = () =>
      render(
        <ProblemBoundary>
          <Throws of={{ bad: true, thrown: new RangeError('boom') }} />
        </ProblemBoundary>,
      )
    expect(bare).toThrow('boom')
  })

  it('one failure of many hooks once, in its own place', async () => {
    const { incidents, client } = renderApp(
      <ProblemBoundary>
        <Suspense fallback="loading">
          <Suspended code="INTERNAL_ERROR" />
          <Suspended code="INTERNAL_ERROR" />
        </Suspense>
      </ProblemBoundary>,
    )
    const all = history(client)
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'claimed', count: 1 }]))
    expect(h1()).toHaveLength(1)
    expect(all).toEqual(['INTERNAL_ERROR claimed'])
  })

  it('and a failure in the background over data is never thrown to it', async () => {
    let reads = 0
    function Points() {
      const { data, refetch } = useApiQuery({
        queryKey: ['p'],
        queryFn: async () => (reads++ === 0 ? '12 points' : fail('INTERNAL_ERROR', 500)),
        throwOnError: true,
        retry: false,
      })
      return (
        <>
          <p>{data}</p>
          <button onClick={() => void refetch()}>again</button>
        </>
      )
    }
    renderApp(
      <ProblemBoundary>
        <Points />
      </ProblemBoundary>,
    )
    await userEvent.click(await screen.findByText('again'))
    await waitFor(() => expect(reads).toBe(2))
    expect(await screen.findByText('12 points')).toBeInTheDocument()
    expect(h1()).toHaveLength(0)
  })
})

function Suspended({ code }: { code: string }) {
  return useSuspenseQuery({ queryKey: ['suspended'], queryFn: () => fail(code, 500), retry: false }).data
}

describe('trying again', () => {
  it('within a moment leaves no toast behind', async () => {
    const state = { bad: true, thrown: new RangeError('boom') }
    const { incidents, client } = renderApp(
      <>
        <ProblemBoundary>
          <Throws of={state} />
        </ProblemBoundary>
        <Sentinel />
      </>,
    )
    const all = history(client)
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    state.bad = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(screen.getByText('all is well')).toBeInTheDocument()
    expect(incidents()).toEqual([])
    await afterAll(incidents)
    expect(all).toEqual(['UNKNOWN claimed', 'UNKNOWN toast'])
    expect(incidents()).toHaveLength(1)
  })

  it('that ends in the very same object is another failure: announced and reported anew', async () => {
    const onReport = vi.fn()
    const { incidents } = renderApp(
      <ProblemBoundary>
        <Throws of={{ bad: true, thrown: new RangeError('boom') }} />
      </ProblemBoundary>,
      { onReport },
    )
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    const [first] = incidents()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'claimed', count: 1 }]))
    expect(incidents()[0]?.id).not.toBe(first?.id)
    expect(onReport).toHaveBeenCalledTimes(2)
  })

  it('resets the queries that threw, and tells the app', async () => {
    const onReset = vi.fn()
    let good = false
    function Points() {
      return useApiSuspenseQuery({
        queryKey: ['p'],
        queryFn: async () => (good ? '12 points' : fail('INTERNAL_ERROR', 500)),
        retry: false,
      }).data
    }
    renderApp(
      <ProblemBoundary onReset={onReset}>
        <Suspense fallback="loading">
          <Points />
        </Suspense>
      </ProblemBoundary>,
    )
    const again = await screen.findByRole('button', { name: 'Try again' })
    good = true
    await userEvent.click(again)
    expect(await screen.findByText('12 points')).toBeInTheDocument()
    expect(onReset).toHaveBeenCalledTimes(1)
  })

  it('of one leaves alone what else failed for the same cause', async () => {
    const network = () => Promise.reject(new TypeError('Failed to fetch'))
    const state = { good: false }
    function Thrown() {
      useQuery({ queryKey: ['in'], queryFn: () => (state.good ? 'fine' : network()), retry: false, throwOnError: true })
      return <p>content</p>
    }
    function Other() {
      useQuery({ queryKey: ['out'], queryFn: network, retry: false })
      return null
    }
    const { incidents } = renderApp(
      <>
        <ProblemBoundary>
          <Thrown />
        </ProblemBoundary>
        <Other />
      </>,
    )
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'toast', count: 1 }]))
    state.good = true
    await userEvent.click(document.querySelector('[data-remedy-surface="page"] [data-remedy-action="retry"]')!)
    expect(await screen.findByText('content')).toBeInTheDocument()
    expect(incidents()).toMatchObject([{ shown: 'toast', count: 1 }])
  })
})

describe('keys', () => {
  function Routed({ state }: { state: { bad: boolean; thrown: unknown } }) {
    const [route, setRoute] = useState(1)
    return (
      <>
        <ProblemBoundary resetKeys={[route]}>
          <Throws of={state} />
        </ProblemBoundary>
        <button onClick={() => setRoute(route + 1)}>go</button>
      </>
    )
  }

  it('that change reset it, and the same ones do not', async () => {
    const state = { bad: true, thrown: new RangeError('boom') }
    renderApp(<Routed state={state} />)
    await waitFor(() => expect(h1()).toHaveLength(1))
    state.bad = false
    await userEvent.click(screen.getByText('go'))
    expect(screen.getByText('all is well')).toBeInTheDocument()
  })

  it('that change in the very update that fails are no reason to forget it', async () => {
    const state = { bad: false, thrown: new RangeError('boom') }
    renderApp(<Routed state={state} />)
    expect(screen.getByText('all is well')).toBeInTheDocument()
    state.bad = true
    await userEvent.click(screen.getByText('go'))
    await waitFor(() => expect(h1()).toHaveLength(1))
  })
})

describe('a boundary that leaves the page', () => {
  function Page({ children }: { children: ReactNode }) {
    const [open, setOpen] = useState(true)
    return (
      <>
        {open ? children : null}
        <button onClick={() => setOpen(false)}>leave</button>
      </>
    )
  }

  it('before it could be read passes its failure on', async () => {
    const { incidents } = renderApp(
      <Page>
        <ProblemBoundary>
          <Throws of={{ bad: true, thrown: new RangeError('boom') }} />
        </ProblemBoundary>
      </Page>,
    )
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    act(() => screen.getByText('leave').click())
    await waitFor(() => expect(incidents()[0]?.shown).toBe('toast'))
  })
})
