// @vitest-environment node
import { QueryClient, useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { renderToReadableStream, renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import {
  createRemedyClient,
  createSession,
  ErrorProvider,
  ProblemBoundary,
  ProblemField,
  ProblemFields,
  ProblemInline,
  ProblemPage,
  ProblemPending,
  ProblemScope,
  ProblemSummary,
  useApiInfiniteQuery,
  useApiMutation,
  useApiQuery,
  useApiStream,
  useApiSuspenseQuery,
  useCooldown,
  useIncidents,
  useOnline,
  useProblem,
  useProblemField,
  useSession,
} from '../../src/index.ts'
import { Problem } from '../../src/core.ts'

const broken = new Problem({ kind: 'http', code: 'BROKEN', status: 500 })

function Everything() {
  const query = useApiQuery({ queryKey: ['q'], queryFn: () => 1 })
  const pages = useApiInfiniteQuery({
    queryKey: ['i'],
    queryFn: () => 1,
    initialPageParam: 0,
    getNextPageParam: () => null,
  })
  const sent = useApiMutation({ mutationFn: async () => 1 })
  const stream = useApiStream({ streamKey: ['s'], connect: async () => new Response() })
  const [problem] = useProblem()
  const { inputProps } = useProblemField(sent, 'name')
  const cooldown = useCooldown()
  return (
    <ProblemFields of={sent}>
      <ProblemSummary />
      <input {...inputProps} />
      <ProblemField name="name" />
      <ProblemInline of={broken} />
      <ProblemPage of={broken} />
      <ProblemPending of={problem} />
      <output>
        {[
          query.status,
          pages.status,
          sent.status,
          stream.status,
          useOnline(),
          cooldown.active,
          useIncidents().length,
        ].join(' ')}
      </output>
    </ProblemFields>
  )
}

function Name() {
  return <output>{useSession<string>().user}</output>
}

const userOf = (name: string) => {
  const session = createSession<string>({ load: async () => null })
  session.signedIn({ id: name, user: name })
  return createRemedyClient({ contracts: [], session })
}

describe('on a server', () => {
  it('everything renders, without a window and without a word on the console', () => {
    const html = renderToString(
      <ErrorProvider contracts={[]}>
        <ProblemScope remedies={{}}>
          <ProblemBoundary>
            <Everything />
          </ProblemBoundary>
        </ProblemScope>
      </ErrorProvider>,
    )
    expect(typeof window).toBe('undefined')
    expect(html).toContain('pending pending idle idle true false 0')
    expect(html).not.toMatch(/data-remedy-toast|\sstyle=/)
  })

  it('two users never meet: not in their sessions, not in what failed, not in what they may do', async () => {
    const [ada, grace] = [userOf('Ada'), userOf('Grace')]
    const act = vi.fn()
    const page = (client: typeof ada, actions = {}) =>
      renderToString(
        <ErrorProvider contracts={[]} client={client} actions={actions} remedies={{ default: { show: 'banner' } }}>
          <Name />
        </ErrorProvider>,
      )
    expect([page(ada, { act }), page(grace)].map((html) => /<output>(\w+)</.exec(html)?.[1])).toEqual(['Ada', 'Grace'])
    ada.present(new Error('of Ada'))
    await vi.waitFor(() => expect(ada.store.getState().incidents).toHaveLength(1))
    expect(grace.store.getState().incidents).toEqual([])
    expect(grace.parts.runtime.actions).toEqual({})
    expect(renderToString(<ErrorProvider contracts={[]}>{null}</ErrorProvider>)).not.toContain('of Ada')
  })

  it('a session is not loaded, and no effect runs', () => {
    const load = vi.fn(async () => null)
    const session = createSession({ load })
    renderToString(
      <ErrorProvider contracts={[]} session={session}>
        <Name />
      </ErrorProvider>,
    )
    expect(load).not.toHaveBeenCalled()
  })

  it('a query that fails while a page is streamed is left to the browser', async () => {
    const queryClient = new QueryClient()
    const onError = vi.fn()
    function Points() {
      return useApiSuspenseQuery({ queryKey: ['p'], queryFn: () => Promise.reject(broken), retry: false })
        .data as string
    }
    function Plain() {
      useQuery({ queryKey: ['plain'], queryFn: () => 1 })
      return <p>around</p>
    }
    const stream = await renderToReadableStream(
      <ErrorProvider contracts={[]} queryClient={queryClient}>
        <Plain />
        <Suspense fallback="loading">
          <Points />
        </Suspense>
      </ErrorProvider>,
      { onError },
    )
    const html = await new Response(stream).text()
    expect(html).toContain('around')
    expect(html).toContain('loading')
    expect(onError).toHaveBeenCalled()
    queryClient.clear()
  })
})
