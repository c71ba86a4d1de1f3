import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryRouter, Link, Outlet, RouterProvider, useLocation, useRouteError } from 'react-router'
import { apiQueryOptions, ProblemBoundary, ProblemPage, useApiQuery } from '../../src/index.ts'
import { answer, fail, renderApp } from './app.tsx'

// React and its router write to the console whatever a boundary catches.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const titles = () => document.querySelectorAll('h1')

function RouteProblem() {
  return <ProblemPage error={useRouteError()} />
}

const history = (code: string) =>
  apiQueryOptions({ queryKey: ['history'], queryFn: () => fail(code, 500), retry: false })

/** A page at `/bad` that fails in this way, with a link home. */
function renderRoutes(bad: { loader?: (queryClient: QueryClient) => unknown; Component?: () => never }) {
  const onReport = vi.fn()
  const held: { queryClient?: QueryClient } = {}
  const router = createMemoryRouter(
    [
      {
        path: '/',
        element: (
          <>
            <Link to="/">home</Link>
            <Outlet />
          </>
        ),
        children: [
          { index: true, element: <p>welcome</p> },
          {
            path: 'bad',
            loader: () => (held.queryClient && bad.loader?.(held.queryClient)) ?? null,
            Component: bad.Component ?? (() => null),
            errorElement: <RouteProblem />,
          },
        ],
      },
    ],
    { initialEntries: ['/'] },
  )
  const app = renderApp(<RouterProvider router={router} />, { onReport })
  held.queryClient = app.queryClient
  const all: string[] = []
  app.client.store.subscribe(({ incidents }) => {
    for (const { problem, shown } of incidents)
      if (!all.includes(`${problem.code} ${shown}`)) all.push(`${problem.code} ${shown}`)
  })
  return { ...app, onReport, all, visit: () => act(() => router.navigate('/bad')) }
}

function boom(): never {
  throw new RangeError('boom')
}

describe('an errorElement of React Router', () => {
  it.each([
    [
      'a query in a loader',
      { loader: (queryClient: QueryClient) => queryClient.ensureQueryData(history('INTERNAL_ERROR')) },
      'INTERNAL_ERROR',
    ],
    ['a loader, with a problem', { loader: () => fail('AGENT_FORBIDDEN', 403) }, 'AGENT_FORBIDDEN'],
    [
      'a loader, with a response',
      {
        loader: () => {
          throw answer('AGENT_FORBIDDEN', 403)
        },
      },
      'AGENT_FORBIDDEN',
    ],
    ['a component', { Component: boom }, 'UNKNOWN'],
    [
      'a loader, with nothing',
      {
        loader: () => {
          throw null
        },
      },
      'UNKNOWN',
    ],
  ])('shows once what was thrown by %s, and reports it once', async (_, bad, code) => {
    const { visit, incidents, onReport, all } = renderRoutes(bad)
    await visit()
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'claimed', problem: { code } }]))
    expect(titles()).toHaveLength(1)
    expect(onReport).toHaveBeenCalledTimes(1)
    expect(all).toEqual([`${code} claimed`])
  })

  it('is left by navigation', async () => {
    const { visit } = renderRoutes({ Component: boom })
    await visit()
    await waitFor(() => expect(titles()).toHaveLength(1))
    await userEvent.click(screen.getByText('home'))
    expect(await screen.findByText('welcome')).toBeInTheDocument()
    expect(titles()).toHaveLength(0)
  })
})

describe('a boundary around the pages', () => {
  function Layout() {
    const { key } = useLocation()
    return (
      <>
        <Link to="/">home</Link>
        <ProblemBoundary resetKeys={[key]}>
          <Outlet />
        </ProblemBoundary>
      </>
    )
  }

  function Points() {
    return (
      <p>
        {
          useApiQuery({ queryKey: ['p'], queryFn: () => fail('INTERNAL_ERROR', 500), throwOnError: true, retry: false })
            .data
        }
      </p>
    )
  }

  it('is reset by navigation, and shows the next failure of the same page anew', async () => {
    const router = createMemoryRouter([
      {
        path: '/',
        Component: Layout,
        children: [
          { index: true, element: <Link to="/points">points</Link> },
          { path: 'points', Component: Points },
        ],
      },
    ])
    const { incidents } = renderApp(<RouterProvider router={router} />)
    for (const time of [1, 2]) {
      await userEvent.click(await screen.findByText('points'))
      await waitFor(() => expect(incidents(), `time ${time}`).toMatchObject([{ shown: 'claimed' }]))
      expect(titles()).toHaveLength(1)
      await userEvent.click(screen.getByText('home'))
      expect(await screen.findByText('points')).toBeInTheDocument()
      expect(titles()).toHaveLength(0)
    }
  })
})
