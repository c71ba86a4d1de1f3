import { QueryObserver, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Suspense, useState, type ReactNode } from 'react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import { hasCode, isProblem, toProblem } from '../../src/core.ts'
import {
  ProblemBoundary,
  useApiQuery,
  useApiSuspenseQuery,
  useRemedy,
  type ProblemKind,
  type ProblemMatch,
  type RemedyClient,
} from '../../src/index.ts'
import { answer, fail, renderApp } from './app.tsx'

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

  it.each<[string, ProblemMatch<{ name: string }, string, ProblemKind>, boolean]>([
    ['a code', { code: 'INTERNAL_ERROR' }, true],
    ['another code', { code: 'AGENT_FORBIDDEN' }, false],
    ['one of several codes', { code: ['AGENT_FORBIDDEN', 'INTERNAL_ERROR'] }, true],
    ['a kind', { kind: 'http' }, true],
    ['other kinds', { kind: ['network', 'timeout'] }, false],
    ['a contract', { contract: divination }, true],
    ['another contract', { contract: { name: 'shop' } }, false],
    ['a code of another contract', { contract: { name: 'shop' }, code: 'INTERNAL_ERROR' }, false],
    ['a code and another kind', { code: 'INTERNAL_ERROR', kind: 'network' }, false],
    ['nothing', { code: undefined, kind: undefined, contract: undefined }, true],
    ['no code at all', { code: [] }, false],
  ])('what fits all that it names: %s', async (_, match, fits) => {
    renderApp(
      <ProblemBoundary fallback={() => <p>caught outside</p>}>
        <ProblemBoundary match={match as object} fallback={() => <p>caught inside</p>}>
          <Suspense fallback="loading">
            <Suspended code="INTERNAL_ERROR" />
          </Suspense>
        </ProblemBoundary>
      </ProblemBoundary>,
    )
    expect(await screen.findByText(/^caught/)).toHaveTextContent(fits ? 'caught inside' : 'caught outside')
  })

  it('a Response, whose problem its fallback gets as soon as the body was read', async () => {
    const of = { bad: true, thrown: answer('INTERNAL_ERROR', 500) }
    renderApp(
      <ProblemBoundary fallback={({ problem }) => <p>{problem.code}</p>}>
        <Throws of={of} />
      </ProblemBoundary>,
    )
    expect(await screen.findByText('INTERNAL_ERROR')).toBeInTheDocument()
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

describe('two failures below one boundary', () => {
  it('come one after the other: what cannot be thrown any more has no toast beside it, and is reported', async () => {
    const onReport = vi.fn()
    const good = { first: false, second: false }
    function Part({ name, code }: { name: keyof typeof good; code: string }) {
      const queryFn = async () => (good[name] ? `${name} is well` : fail(code, 500))
      return <p>{useSuspenseQuery({ queryKey: [name], queryFn, retry: false }).data}</p>
    }
    const { incidents, client, queryClient } = renderApp(
      <ProblemBoundary fallback={({ problem, reset }) => <button onClick={reset}>again after {problem.code}</button>}>
        <Suspense fallback="loading">
          <Part name="first" code="INTERNAL_ERROR" />
        </Suspense>
        <Suspense fallback="loading">
          <Part name="second" code="AGENT_FORBIDDEN" />
        </Suspense>
      </ProblemBoundary>,
      { onReport },
    )
    const all = history(client)
    await screen.findByText('again after INTERNAL_ERROR')
    await waitFor(() => expect(onReport).toHaveBeenCalledTimes(2))
    // Waits for a claim as long as the second one does, and comes up after it.
    const meta = { remedy: { show: 'inline' } }
    const late = new QueryObserver(queryClient, {
      queryKey: ['late'],
      queryFn: () => fail('LATE', 500),
      retry: false,
      meta,
    })
    onTestFinished(late.subscribe(() => {}))
    await waitFor(() => expect(incidents().some(({ shown }) => shown === 'inline')).toBe(true))
    expect(all).toEqual(['INTERNAL_ERROR claimed', 'LATE inline'])
    good.first = true
    await userEvent.click(screen.getByText('again after INTERNAL_ERROR'))
    good.second = true
    await userEvent.click(await screen.findByText('again after AGENT_FORBIDDEN'))
    expect(await screen.findByText('first is well')).toBeInTheDocument()
    expect(await screen.findByText('second is well')).toBeInTheDocument()
    expect(all).not.toContain('AGENT_FORBIDDEN toast')
  })
})

it('what a fallback throws goes on to the boundary above', async () => {
  let calls = 0
  const broken = () => {
    if (calls++ > 20) return <p>for ever</p>
    throw new RangeError('of the fallback')
  }
  renderApp(
    <ProblemBoundary fallback={({ thrown }) => <p>outside: {String(thrown)}</p>}>
      <ProblemBoundary fallback={broken}>
        <Throws of={{ bad: true, thrown: new RangeError('of the content') }} />
      </ProblemBoundary>
    </ProblemBoundary>,
  )
  expect(await screen.findByText('outside: RangeError: of the fallback')).toBeInTheDocument()
})

describe('a failure that a boundary shows is read out once', () => {
  it.each([
    ['by the focus, where it is a page of ours', undefined, false],
    ['by the live node, where the app draws it', () => <p>caught</p>, true],
  ])('%s', async (_, fallback, isSaid) => {
    const { client } = renderApp(
      <>
        <ProblemBoundary fallback={fallback}>
          <Throws of={{ bad: true, thrown: new RangeError('boom') }} />
        </ProblemBoundary>
        <Sentinel />
      </>,
    )
    const said: string[] = []
    client.store.subscribe(({ polite, assertive }, before) => {
      for (const [now, then] of [
        [polite, before.polite],
        [assertive, before.assertive],
      ])
        if (now !== then && now?.of === 'incident') said.push(now.incident.shown)
    })
    await afterAll(() => client.store.getState().incidents)
    await waitFor(() => expect(said).toContain('toast'))
    expect(said).toEqual(isSaid ? ['claimed', 'toast'] : ['toast'])
  })

  it('and a page takes the focus', async () => {
    renderApp(
      <ProblemBoundary>
        <Throws of={{ bad: true, thrown: new RangeError('boom') }} />
      </ProblemBoundary>,
    )
    await waitFor(() => expect(h1()[0]).toHaveFocus())
  })
})

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
