// @vitest-environment node
import { QueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import {
  createRemedyClient,
  createSession,
  ErrorProvider,
  SignInDialog,
  useApiSuspenseQuery,
  useSession,
} from '../../../src/index.ts'
import { fail } from '../app.ts'

interface Gate {
  readonly open: () => void
  readonly passed: Promise<void>
}

function gate(): Gate {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { open: () => open(), passed }
}

/** Renders the page of one user, whose data comes when the gate opens. */
async function render(name: string, { passed }: Gate) {
  const session = createSession<string>({ load: async () => null, refresh: async () => ({ id: name, user: name }) })
  session.signedIn({ id: name, user: name })
  const client = createRemedyClient({ contracts: [], session })
  const queryClient = new QueryClient()
  function Page() {
    const { user } = useSession<string>()
    const { data } = useApiSuspenseQuery({
      queryKey: ['points'],
      queryFn: async () => {
        await passed
        return `points of ${session.getState().user}`
      },
    })
    return (
      <p>
        {user} has the {data}
      </p>
    )
  }
  const stream = await renderToReadableStream(
    <ErrorProvider contracts={[]} client={client} queryClient={queryClient}>
      <Suspense fallback="loading">
        <Page />
      </Suspense>
      <SignInDialog>a form</SignInDialog>
    </ErrorProvider>,
  )
  return { session, client, queryClient, html: new Response(stream).text() }
}

describe('two users on one server', () => {
  it('are rendered at once, each with what is theirs', async () => {
    const gates = [gate(), gate()] as const
    const [ada, grace] = await Promise.all([render('Ada', gates[0]), render('Grace', gates[1])])
    gates[1].open()
    expect(await grace.html).toMatch(/Grace.*has the.*points of Grace/)
    ada.client.present(await fail('BROKEN', 500).catch((thrown: unknown) => thrown))
    ada.session.expire('expired-by-code')
    grace.session.end('signed-out')
    gates[0].open()
    expect(await ada.html).toMatch(/Ada.*has the.*points of Ada/)
    expect(ada.session.getState()).toMatchObject({ status: 'expired', user: 'Ada' })
    expect(grace.client.store.getState()).toMatchObject({ incidents: [], signIn: undefined })
    for (const each of [ada, grace]) each.queryClient.clear()
    await vi.waitFor(() => expect(ada.client.store.getState().incidents).toHaveLength(1))
    expect(await ada.html).not.toContain('Grace')
    expect(await ada.html).not.toContain('a form')
  })

  it('are no tabs of each other: neither locks nor channels of the process are touched', async () => {
    const request = vi.fn()
    const open = vi.fn()
    vi.stubGlobal('navigator', { locks: { request, query: request } })
    vi.stubGlobal('BroadcastChannel', open)
    const loads = vi.fn(async () => null)
    const session = createSession<string>({ load: loads, refresh: async () => ({ id: 'ada', user: 'fresh' }) })
    const disconnect = session.connect()
    session.signedIn({ id: 'ada', user: 'Ada' })
    expect((await session.refresh(() => false)).outcome).toBe('refreshed')
    session.end('signed-out')
    disconnect()
    expect(request).not.toHaveBeenCalled()
    expect(open).not.toHaveBeenCalled()
    expect(loads).not.toHaveBeenCalled()
  })

  it('leave no timer behind that warns nobody', async () => {
    vi.useFakeTimers()
    const session = createSession<string>({ load: async () => null, refresh: async () => ({ id: 'ada', user: 'Ada' }) })
    createRemedyClient({ contracts: [], session })
    session.signedIn({ id: 'ada', user: 'Ada', expiresAt: Date.now() + 60_000 })
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
})
