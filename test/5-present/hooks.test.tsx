import { onlineManager, QueryClient } from '@tanstack/react-query'
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Problem } from '../../src/core.ts'
import {
  createRemedyClient,
  createSession,
  ErrorProvider,
  useApiQuery,
  useCooldown,
  useOnline,
  useSession,
} from '../../src/index.ts'

function Wait({ limit }: { limit?: string }) {
  const { active, remaining, known } = useCooldown(limit)
  return <p data-testid={limit ?? 'any'}>{active ? `${Math.ceil(remaining / 1000)} ${String(known)}` : 'free'}</p>
}

const text = (id: string) => screen.getByTestId(id).textContent

function limited(client: ReturnType<typeof createRemedyClient>, code: string, retryAfter?: number) {
  const problem = new Problem({ kind: 'http', code, status: 429, contract: 'api', retryAfter })
  act(() => void client.parts.runtime.cooldowns.set(problem))
}

describe('useCooldown', () => {
  it('counts down to the deadline of its limit, by the name of its code, and opens at it', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const client = createRemedyClient({ contracts: [] })
    render(
      <ErrorProvider contracts={[]} client={client}>
        <Wait limit="SLOW" />
        <Wait limit="api/SLOW" />
        <Wait limit="OTHER" />
        <Wait limit="LOW" />
        <Wait />
      </ErrorProvider>,
    )
    expect(text('any')).toBe('free')
    limited(client, 'SLOW', 10_000)
    expect(['SLOW', 'api/SLOW', 'any'].map(text)).toEqual(['10 true', '10 true', '10 true'])
    expect(['OTHER', 'LOW'].map(text)).toEqual(['free', 'free'])
    await act(async () => vi.advanceTimersByTime(4000))
    expect(text('SLOW')).toBe('6 true')
    await act(async () => vi.advanceTimersByTime(6000))
    expect(text('SLOW')).toBe('free')
  })

  it('has no number where the server gave none, and without a name is the one that ends last', () => {
    const client = createRemedyClient({ contracts: [] })
    render(
      <ErrorProvider contracts={[]} client={client}>
        <Wait limit="UNKNOWN_WAIT" />
        <Wait />
      </ErrorProvider>,
    )
    limited(client, 'UNKNOWN_WAIT')
    expect(text('UNKNOWN_WAIT')).toMatch(/ false$/)
    limited(client, 'LONG', 3_600_000)
    expect(text('any')).toBe('3600 true')
  })
})

describe('useOnline', () => {
  it('knows what TanStack knows', () => {
    onTestFinished(() => onlineManager.setOnline(true))
    const Online = () => <p data-testid="online">{String(useOnline())}</p>
    render(
      <ErrorProvider contracts={[]}>
        <Online />
      </ErrorProvider>,
    )
    expect(text('online')).toBe('true')
    act(() => onlineManager.setOnline(false))
    expect(text('online')).toBe('false')
  })
})

describe('useSession', () => {
  interface User {
    readonly name: string
  }

  function Who() {
    const { status, user, signIn, signedIn, signOut } = useSession<User, string>()
    return (
      <>
        <p data-testid="who">{`${status} ${user?.name ?? 'nobody'}`}</p>
        <button onClick={() => void signIn('Ada')}>sign in</button>
        <button onClick={() => signedIn({ id: '2', user: { name: 'Grace' } })}>another way</button>
        <button onClick={signOut}>sign out</button>
      </>
    )
  }

  it('follows the session, and moves it', async () => {
    const session = createSession<User, string>({
      load: async () => null,
      signIn: async (name) => ({ id: '1', user: { name } }),
    })
    render(
      <ErrorProvider contracts={[]} session={session}>
        <Who />
      </ErrorProvider>,
    )
    expect(text('who')).toBe('anonymous nobody')
    await userEvent.click(screen.getByText('sign in'))
    expect(text('who')).toBe('active Ada')
    await userEvent.click(screen.getByText('another way'))
    expect(text('who')).toBe('active Grace')
    await userEvent.click(screen.getByText('sign out'))
    expect(text('who')).toBe('ended nobody')
  })

  it('says what is missing where there is no session to move', async () => {
    const wrapper = ({ children }: { children: ReactNode }) => <ErrorProvider contracts={[]}>{children}</ErrorProvider>
    const { result } = renderHook(() => useSession(), { wrapper })
    expect(() => result.current.signOut()).toThrow('got no session')
  })
})

describe('a hook with the data of another user on screen', () => {
  it('shows none of it from the moment that user ends', async () => {
    const session = createSession<string>({ load: async () => null })
    session.signedIn({ id: '1', user: 'Ada' })
    const queryClient = new QueryClient()
    function Points() {
      const { data, status } = useApiQuery({
        queryKey: ['p'],
        queryFn: async () => `points of ${session.getState().user}`,
      })
      return <p data-testid="points">{data ?? status}</p>
    }
    render(
      <ErrorProvider contracts={[]} session={session} queryClient={queryClient}>
        <Points />
      </ErrorProvider>,
    )
    await waitFor(() => expect(text('points')).toBe('points of Ada'))
    act(() => session.signedIn({ id: '2', user: 'Grace' }))
    await waitFor(() => expect(text('points')).not.toContain('Ada'))
    await waitFor(() => expect(text('points')).toBe('points of Grace'))
  })
})
