import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { vi, type Mock } from 'vitest'
import { divination, type DivinationAction } from '../../src/contracts/divination/index.ts'
import { readProblem } from '../../src/core.ts'
import {
  createRemedyClient,
  ErrorProvider,
  type RemedyClient,
  type RemedyClientOptions,
  type Surfaces,
} from '../../src/index.ts'

/** A response as the divination backend sends it. */
export function answer(
  code: string,
  status: number,
  more: object = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: 'server words', status, code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
}

/** Throws the problem of such a response, as `client.fetch` would. */
export async function fail(
  code: string,
  status: number,
  more: object = {},
  headers: Record<string, string> = {},
): Promise<never> {
  const problem = await readProblem(answer(code, status, more, headers), divination, {
    method: 'POST',
    url: 'http://localhost/api/x',
  })
  throw problem ?? new Error('this response is no problem')
}

/** The app's eight actions as spies. */
export function spies(): Record<DivinationAction, Mock<() => void>> {
  return {
    recharge: vi.fn(),
    refreshHistory: vi.fn(),
    refreshNotifications: vi.fn(),
    startNewSession: vi.fn(),
    restartCasting: vi.fn(),
    switchToTextInput: vi.fn(),
    bootstrapProfile: vi.fn(),
    bootstrapInviteCode: vi.fn(),
  }
}

/** Renders a part in StrictMode under a provider, and hands out what it is made of. */
export function renderApp(
  children: ReactNode,
  {
    session,
    onReport,
    login,
    surfaces,
  }: Partial<RemedyClientOptions> & { login?: () => void; surfaces?: Surfaces | undefined } = {},
) {
  const client: RemedyClient = createRemedyClient({ contracts: [divination], session, onReport })
  const queryClient = new QueryClient()
  const actions = { ...spies(), ...(login === undefined ? {} : { login }) }
  const view = render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ErrorProvider contracts={[divination]} client={client} actions={actions} surfaces={surfaces}>
          {children}
        </ErrorProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  const incidents = () => client.store.getState().incidents
  return { client, queryClient, actions, view, incidents }
}
