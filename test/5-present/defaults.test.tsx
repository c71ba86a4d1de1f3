import { MutationObserver, QueryClient, type DefaultOptions } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { describe, expect, it, onTestFinished } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { isProblem } from '../../src/core.ts'
import {
  apiMutationOptions,
  createRemedyClient,
  ErrorProvider,
  useApiMutation,
  useApiQuery,
  type ApiMutationContext,
} from '../../src/index.ts'

/** A component below a provider whose query client has these defaults. */
function below(defaultOptions: DefaultOptions, Part: () => React.ReactNode): QueryClient {
  const queryClient = new QueryClient({ defaultOptions })
  onTestFinished(() => queryClient.clear())
  render(
    <ErrorProvider contracts={[]} queryClient={queryClient} surfaces={{ toast: null }}>
      <Part />
    </ErrorProvider>,
  )
  return queryClient
}

const once = { retries: 1, first: 1, factor: 1, max: 1, jitter: 0 }
const refuse = () => Promise.reject(new Response(null, { status: 418 }))

describe('the defaults of a query client', () => {
  it('are those of the hooks: a function of its own throws problems, too', async () => {
    below({ queries: { queryFn: refuse } }, () => {
      const { error } = useApiQuery({ queryKey: ['a'] })
      return <p>{isProblem(error) ? error.code : ''}</p>
    })
    expect((await screen.findByText('HTTP_418')).textContent).not.toBe('')
  })

  it('keep data on screen where they throw always', async () => {
    const queryClient = below({ queries: { throwOnError: true } }, () => {
      const { data, error } = useApiQuery({ queryKey: ['a'], queryFn: refuse, initialData: 'old', staleTime: Infinity })
      return <p>{`${data} ${error?.code}`}</p>
    })
    void queryClient.refetchQueries()
    expect((await screen.findByText('old HTTP_418')).textContent).not.toBe('')
  })

  it('leave their meta to queries and mutations that say none', async () => {
    const meta = { from: 'app' }
    const queryClient = below({ queries: { meta }, mutations: { meta } }, () => {
      const { mutate, data } = useApiMutation({ mutationFn: async (_: void, context) => context.meta?.['from'] })
      useApiQuery({ queryKey: ['a'], queryFn: async () => 1 })
      return <button onClick={() => mutate()}>{String(data)}</button>
    })
    screen.getByRole('button').click()
    expect((await screen.findByText('app')).textContent).not.toBe('')
    expect(queryClient.getQueryCache().find({ queryKey: ['a'] })?.meta).toBe(meta)
  })

  it('that say "never retry" are kept, for one key as for all', async () => {
    let asked = 0
    const queryClient = new QueryClient()
    queryClient.setQueryDefaults(['a'], { retry: false })
    render(
      <ErrorProvider contracts={[]} queryClient={queryClient} surfaces={{ toast: null }}>
        <Failing ask={() => void asked++} />
      </ErrorProvider>,
    )
    expect((await screen.findByText('HTTP_503')).textContent).not.toBe('')
    expect(asked).toBe(1)
    queryClient.clear()
  })
})

function Failing({ ask }: { ask: () => void }) {
  const queryFn = () => {
    ask()
    return Promise.reject(new Response(null, { status: 503 }))
  }
  return <p>{useApiQuery({ queryKey: ['a'], queryFn }).error?.code}</p>
}

describe('the options that a component gives', () => {
  it('are never written to, not even those that have their defaults already', async () => {
    const queryClient = new QueryClient()
    const given = Object.freeze(queryClient.defaultQueryOptions({ queryKey: ['a'], queryFn: async () => 'fine' }))
    const Part = () => <p>{useApiQuery(given).data}</p>
    render(
      <ErrorProvider contracts={[]} queryClient={queryClient}>
        <Part />
      </ErrorProvider>,
    )
    expect((await screen.findByText('fine')).textContent).not.toBe('')
    queryClient.clear()
  })
})

describe('what the function of a mutation is called with', () => {
  function sending() {
    const queryClient = new QueryClient()
    onTestFinished(() => queryClient.clear())
    attach(queryClient, createRemedyClient({ contracts: [] }).parts.runtime)
    return (options: object) => new MutationObserver<unknown, Error, string>(queryClient, options)
  }

  it('is handed on whole: a copy of it has all of it, and the same key', async () => {
    const mutationFn = async (_: string, context: ApiMutationContext) => [{ ...context }, context]
    const [copy, context] = (await sending()(apiMutationOptions({ mutationFn, meta: { a: 1 } })).mutate(
      'x',
    )) as object[]
    expect(Object.keys(copy ?? {}).toSorted()).toEqual(['client', 'idempotencyKey', 'meta', 'mutationKey'])
    expect({ ...copy }).toEqual({ ...context })
  })

  it('keeps its key over its attempts where its options were wrapped already', async () => {
    const keys: string[] = []
    const mutationFn = async (_: void, { idempotencyKey }: ApiMutationContext) => {
      if (keys.push(idempotencyKey) === 1) throw new Response(null, { status: 503 })
      return 'fine'
    }
    const options = apiMutationOptions({ mutationFn, remedies: { 503: { retry: once } } })
    below({}, () => {
      const { mutate, data } = useApiMutation(options)
      return <button onClick={() => mutate()}>{data}</button>
    })
    screen.getByRole('button').click()
    expect((await screen.findByText('fine')).textContent).not.toBe('')
    expect(keys).toEqual([keys[0], keys[0]])
  })

  it('keeps its key over its attempts while the same is about to be sent once more', async () => {
    const keys: string[] = []
    const second = { go: () => {}, sent: Promise.resolve<unknown>(undefined) }
    const mutationFn = async (_: string, { idempotencyKey }: ApiMutationContext) => {
      if (keys.push(idempotencyKey) > 1) return idempotencyKey
      second.sent = hook.mutate('x')
      throw new Response(null, { status: 503 })
    }
    const onMutate = () => (keys.length === 0 ? undefined : new Promise<void>((go) => (second.go = go)))
    const hook = sending()(apiMutationOptions({ mutationFn, onMutate, remedies: { 503: { retry: once } } }))
    expect(await hook.mutate('x')).toBe(keys[0])
    expect(keys).toEqual([keys[0], keys[0]])
    second.go()
    expect(await second.sent).toBe(keys[2])
    expect(keys[2]).not.toBe(keys[0])
  })
})
