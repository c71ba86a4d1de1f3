import { HydrationBoundary, hydrate, QueryClient, type DehydratedState } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import { hasCode, isProblem, readProblem, type Problem } from '../../src/core.ts'
import { apiQueryOptions, createRemedyClient, dehydrateProblems, ErrorProvider, useApiQuery } from '../../src/index.ts'
import { attach } from '../../src/4-act/pipeline.ts'

const secrets = ['server words', 'ada@example.com', 'hunter2', '/api/profile']

/** As the server gets it: with words and data of its own. */
async function failed(): Promise<never> {
  const body = {
    code: 'PROFILE_PAYLOAD_INVALID',
    title: 'server words',
    detail: 'server words about ada@example.com',
    errors: [{ pointer: '#/about', code: 'too_long' }],
    mail: 'ada@example.com',
    password: 'hunter2',
  }
  const headers = { 'content-type': 'application/problem+json', 'x-request-id': 'req_7' }
  const response = new Response(JSON.stringify(body), { status: 422, headers })
  const request = { method: 'GET', url: 'https://shop.example/api/profile' }
  throw (await readProblem(response, divination, request)) ?? new Error('this response is no problem')
}

function aClient() {
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  return queryClient
}

async function onServer(): Promise<DehydratedState> {
  const queryClient = aClient()
  attach(queryClient, createRemedyClient({ contracts: [divination] }).parts.runtime)
  await queryClient.prefetchQuery({ ...apiQueryOptions({ queryKey: ['profile'], queryFn: failed }), retry: false })
  await queryClient.prefetchQuery({ queryKey: ['points'], queryFn: () => 12 })
  return dehydrateProblems(queryClient)
}

const crossed = {
  name: 'Problem',
  contract: 'divination',
  kind: 'http',
  code: 'PROFILE_PAYLOAD_INVALID',
  status: 422,
  requestId: 'req_7',
}

describe('a problem that crosses from a server to its page', () => {
  it('takes its contract, kind, code, status, request id and fields along, and nothing else', async () => {
    const json = JSON.stringify(await onServer())
    for (const secret of secrets) expect(json).not.toContain(secret)
    const { queries } = JSON.parse(json) as DehydratedState
    expect(queries.map(({ queryHash }) => queryHash)).toEqual(['["profile"]', '["points"]'])
    expect(Object.keys(queries[0]?.state.error ?? {}).toSorted()).toEqual(
      ['code', 'contract', 'fields', 'kind', 'problem', 'requestId', 'status'].toSorted(),
    )
    expect(queries[0]?.state.error).toMatchObject({ fields: [{ path: ['about'], rule: 'too_long' }] })
  })

  it.each(['JSON', 'structuredClone'])('is a problem there again, by way of %s', async (way) => {
    const state = await onServer()
    const arrived = way === 'JSON' ? (JSON.parse(JSON.stringify(state)) as DehydratedState) : structuredClone(state)
    const queryClient = aClient()
    const client = createRemedyClient({ contracts: [divination] })
    attach(queryClient, client.parts.runtime)
    hydrate(queryClient, arrived)
    const error = queryClient.getQueryState(['profile'])?.error
    expect(isProblem(error, divination) && hasCode(error, 'PROFILE_PAYLOAD_INVALID')).toBe(true)
    expect(error).toMatchObject(crossed)
    expect((error as Problem).detail).toBeUndefined()
    expect((error as Problem).request).toBeUndefined()
    expect(queryClient.getQueryData(['points'])).toBe(12)
  })

  it('is one where the cache was there before the provider', async () => {
    const queryClient = aClient()
    hydrate(queryClient, JSON.parse(JSON.stringify(await onServer())) as DehydratedState)
    attach(queryClient, createRemedyClient({ contracts: [divination] }).parts.runtime)
    expect(queryClient.getQueryState(['profile'])?.error).toMatchObject(crossed)
  })

  it('is shown where it is asked for, and presented by nobody: it happened elsewhere', async () => {
    const state = JSON.parse(JSON.stringify(await onServer())) as DehydratedState
    const client = createRemedyClient({ contracts: [divination] })
    const queryClient = aClient()
    function Profile() {
      const { error } = useApiQuery({ queryKey: ['profile'], queryFn: failed, retryOnMount: false })
      return <p>{hasCode(error, 'PROFILE_PAYLOAD_INVALID') ? error.requestId : 'none'}</p>
    }
    render(
      <ErrorProvider contracts={[divination]} client={client} queryClient={queryClient} actions={actions}>
        <HydrationBoundary state={state}>
          <Profile />
        </HydrationBoundary>
      </ErrorProvider>,
    )
    await act(async () => {})
    expect(screen.getByText('req_7')).toBeInTheDocument()
    expect(client.store.getState().incidents).toEqual([])
  })

  it('says no more by a promise that is still under way', async () => {
    const queryClient = aClient()
    attach(queryClient, createRemedyClient({ contracts: [divination] }).parts.runtime)
    void queryClient.prefetchQuery({ ...apiQueryOptions({ queryKey: ['profile'], queryFn: failed }), retry: false })
    const { queries } = dehydrateProblems(queryClient, { shouldDehydrateQuery: () => true })
    const thrown = await queries[0]?.promise?.catch((reason: unknown) => reason)
    expect(thrown).toMatchObject({ code: 'PROFILE_PAYLOAD_INVALID', requestId: 'req_7' })
    for (const secret of secrets) expect(JSON.stringify(thrown)).not.toContain(secret)
  })

  it('is not redacted away, while any other error is', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const queryClient = aClient()
    void queryClient.prefetchQuery({
      queryKey: ['bug'],
      queryFn: () => Promise.reject(new Error('of ada@example.com')),
      retry: false,
    })
    const { queries } = dehydrateProblems(queryClient, { shouldDehydrateQuery: () => true })
    const thrown = await queries[0]?.promise?.catch((reason: unknown) => reason)
    expect((thrown as Error).message).toBe('redacted')
  })

  it.each([{ problem: 1, fields: 7 }, { problem: 2 }, { problem: 1, code: {}, challenges: 'x' }])(
    'does no harm when it is %j: it came over a network',
    async (error) => {
      const state = JSON.parse(JSON.stringify(await onServer())) as DehydratedState
      Object.assign(state.queries[0]?.state ?? {}, { error })
      const queryClient = aClient()
      attach(queryClient, createRemedyClient({ contracts: [divination] }).parts.runtime)
      expect(() => hydrate(queryClient, state)).not.toThrow()
    },
  )
})

const actions = {
  recharge: vi.fn(),
  refreshHistory: vi.fn(),
  refreshNotifications: vi.fn(),
  startNewSession: vi.fn(),
  restartCasting: vi.fn(),
  switchToTextInput: vi.fn(),
  bootstrapProfile: vi.fn(),
  bootstrapInviteCode: vi.fn(),
}
