// @vitest-environment node
import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { extendContract, Problem, type ProblemData } from '../../src/core.ts'
import { apiMutationOptions, apiQueryOptions, createRemedyClient, createSession } from '../../src/index.ts'
import { createApp, fail, pass } from '../4-act/app.ts'
import { backend, eventually, refuse, succeed, type Answer } from '../4-act/backend.ts'

const ignore = () => {}
const pend = (response: Parameters<Answer>[0]) => refuse(response, 'TOOL_PENDING_APPROVAL', 202)

/** A tool that asks somebody: its call is pending until `approval` has answered with a success. */
async function start(approval: Answer, headers: Record<string, string> = {}) {
  let asked = 0
  let approved = false
  const served = await backend((response, request, turn) => {
    if (request.path === '/approvals/1') return approval(response, request, ++asked)
    if (request.method === 'POST' && turn > 1) approved = true
    if (approved) return succeed(response, 'ran')
    response.setHeader('location', '/approvals/1')
    refuse(response, 'TOOL_PENDING_APPROVAL', 202, headers)
  })
  const contract = extendContract(served.contract, { change: { TOOL_PENDING_APPROVAL: { poll: { every: 5 } } } })
  const onReport = vi.fn()
  const client = createRemedyClient({ contracts: [contract], onReport })
  const queryClient = new QueryClient()
  attach(queryClient, client.parts.runtime)
  const said: string[] = []
  client.store.subscribe(({ polite, assertive }) => {
    if (polite?.of === 'text') said.push(polite.key)
    if (assertive !== undefined) said.push('assertive')
  })
  const api = client.fetch(contract)
  const keys: string[] = []
  const tool = new MutationObserver(
    queryClient,
    apiMutationOptions({
      contract,
      mutationFn: async (_: void, { idempotencyKey }) => {
        keys.push(idempotencyKey)
        return (await api(`${served.url}/tool`, { method: 'POST' })).json() as Promise<string>
      },
    }),
  )
  tool.subscribe(ignore)
  tool.mutate().catch(ignore)
  onTestFinished(() => {
    for (const { id } of client.store.getState().incidents) client.dismiss(id)
    queryClient.clear()
  })
  const incidents = () => client.store.getState().incidents
  return { ...served, client, onReport, tool, keys, said, incidents, asked: () => asked }
}

describe('a pending approval, asked about where its Location says', () => {
  it('is calm while it is pending, and once approved sent again, once, under the same key', async () => {
    let open = true
    const { tool, keys, said, onReport, incidents, asked, arrived } = await start((response) =>
      open ? pend(response) : succeed(response, {}),
    )
    await eventually(() => expect(incidents()).toHaveLength(1))
    expect(incidents()[0]).toMatchObject({ shown: 'pending', urgent: false })
    await eventually(() => expect(asked()).toBeGreaterThan(2))
    expect(keys).toHaveLength(1)
    open = false
    await eventually(() => expect(tool.getCurrentResult().data).toBe('ran'))
    expect(incidents()).toEqual([])
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(arrived.filter(({ path }) => path === '/tool')).toHaveLength(2)
    await eventually(() => expect(said).toContain('approved'))
    expect(said).not.toContain('assertive')
    expect(onReport).not.toHaveBeenCalled()
  })

  it('is still pending while that answers 202, whatever it says', async () => {
    const { incidents, asked, keys } = await start((response) => {
      response.writeHead(202, { 'content-type': 'application/json' })
      response.end('{"state":"waiting"}')
    })
    await eventually(() => expect(asked()).toBeGreaterThan(3))
    await eventually(() => expect(incidents()[0]?.shown).toBe('pending'))
    expect(keys).toHaveLength(1)
  })

  it.each([
    ['a server that stumbles', (response: Parameters<Answer>[0]) => refuse(response, 'X', 503)],
    ['a limit', (response: Parameters<Answer>[0]) => refuse(response, 'X', 429)],
    ['a dropped connection', (response: Parameters<Answer>[0]) => void response.destroy()],
  ])('is still pending after %s', async (_, stumble) => {
    const { incidents, asked } = await start(stumble)
    await eventually(() => expect(asked()).toBeGreaterThan(3))
    await eventually(() => expect(incidents().map(({ shown }) => shown)).toEqual(['pending']))
  })

  it.each([
    ['TOOL_REJECTED', 403],
    ['AUTH_USER_NOT_FOUND', 404],
  ])('becomes what that answers: %s', async (code, status) => {
    const { incidents, keys, asked } = await start((response) => refuse(response, code, status))
    await eventually(() => expect(incidents().map(({ problem }) => problem.code)).toEqual([code]))
    expect(keys).toHaveLength(1)
    expect(asked()).toBe(1)
  })

  it('is given up by its user: nothing is asked, sent or shown any more', async () => {
    let approve = () => {}
    const { url, incidents, client, asked, keys } = await start((response) => {
      approve = () => succeed(response, {})
    })
    await eventually(() => expect(asked()).toBe(1))
    await eventually(() => expect(incidents()).toHaveLength(1))
    client.settle(incidents()[0]!.problem, 'cancelled')
    expect(incidents()).toEqual([])
    approve()
    // Behind the answer that nobody waits for any more.
    for (let turn = 0; turn < 3; turn++) await fetch(url)
    expect(asked()).toBe(1)
    expect(keys).toHaveLength(1)
  })
})

describe('a pending approval', () => {
  const pending = () => fail('TOOL_PENDING_APPROVAL', 202)

  function waiting(options: Parameters<typeof createApp>[0] = {}, thrown: () => Promise<never> = pending) {
    const app = createApp(options)
    const mutationFn = vi.fn(thrown)
    new MutationObserver(app.queryClient, apiMutationOptions({ mutationFn })).mutate().catch(ignore)
    return { ...app, mutationFn }
  }

  it.each([
    ['approved', [], 2],
    ['rejected', ['TOOL_REJECTED toast 1'], 1],
    ['cancelled', [], 1],
  ] as const)('is settled by the app: %s', async (outcome, then, sent) => {
    let first = true
    const app = waiting({}, () => (first ? ((first = false), pending()) : (Promise.resolve('ran') as Promise<never>)))
    await pass()
    expect(app.shown()).toEqual(['TOOL_PENDING_APPROVAL pending 1'])
    app.client.settle(app.incidents()[0]!.problem, outcome)
    await pass()
    expect(app.shown()).toEqual(then)
    expect(app.mutationFn).toHaveBeenCalledTimes(sent)
  })

  it('of a mutation is never sent to find out, however long it takes', async () => {
    const app = waiting()
    await pass(3_600_000)
    expect(app.mutationFn).toHaveBeenCalledTimes(1)
    expect(app.shown()).toEqual(['TOOL_PENDING_APPROVAL pending 1'])
  })

  it('of a query is asked about by reading again, and is one incident all the while', async () => {
    const app = createApp()
    let open = true
    const queryFn = vi.fn(() => (open ? pending() : 'fine'))
    const query = new QueryObserver(app.queryClient, apiQueryOptions({ queryKey: ['a'], queryFn }))
    query.subscribe(ignore)
    await pass()
    const [first] = app.incidents()
    await pass(20_000)
    expect(queryFn.mock.calls.length).toBeGreaterThan(2)
    expect(app.incidents().map(({ id }) => id)).toEqual([first?.id])
    open = false
    await pass(10_000)
    expect(query.getCurrentResult().data).toBe('fine')
    expect(app.shown()).toEqual([])
  })

  it('is not asked about without a pause, whatever the server allows', async () => {
    const app = createApp()
    const queryFn = vi.fn(() => fail('TOOL_PENDING_APPROVAL', 202, { retryAfter: 0 }))
    new QueryObserver(app.queryClient, apiQueryOptions({ queryKey: ['a'], queryFn })).subscribe(ignore)
    await pass(10_000)
    expect(queryFn.mock.calls.length).toBeLessThanOrEqual(12)
  })

  it('ends with its user', async () => {
    const session = createSession<string>({ load: async () => null })
    session.signedIn({ id: '1', user: 'Ada' })
    const app = waiting({ session })
    await pass()
    session.signedIn({ id: '2', user: 'Grace' })
    await pass(60_000)
    expect(app.shown()).toEqual([])
    expect(app.mutationFn).toHaveBeenCalledTimes(1)
  })
})

describe('a page that is loaded again while an approval is pending', () => {
  /** What an app keeps of a pending problem, handed to a client that knows nothing of it. */
  async function reload(approval: Answer) {
    const before = await start((response) => pend(response))
    await eventually(() => expect(before.incidents()).toHaveLength(1))
    const kept = JSON.stringify(before.incidents()[0]!.problem)
    for (const { id } of before.incidents()) before.client.dismiss(id)
    const served = await backend(approval)
    // The same backend: its Location leads to where this one listens.
    const data = JSON.parse(kept.replaceAll(before.url, served.url)) as ProblemData
    const contract = extendContract(served.contract, { change: { TOOL_PENDING_APPROVAL: { poll: { every: 5 } } } })
    const client = createRemedyClient({ contracts: [contract] })
    onTestFinished(() => {
      for (const { id } of client.store.getState().incidents) client.dismiss(id)
    })
    const said: string[] = []
    client.store.subscribe(({ polite }) => void (polite?.of === 'text' && said.push(polite.key)))
    client.present(Problem.fromJSON(data))
    return {
      ...served,
      said,
      shown: () => client.store.getState().incidents.map(({ problem, shown }) => `${problem.code} ${shown}`),
    }
  }

  it('shows it again, asks on, and says that it was approved; sending it is the app’s', async () => {
    let open = true
    const { shown, said, arrived } = await reload((response) => (open ? pend(response) : succeed(response, {})))
    await eventually(() => expect(shown()).toEqual(['TOOL_PENDING_APPROVAL pending']))
    await eventually(() => expect(arrived.length).toBeGreaterThan(2))
    open = false
    await eventually(() => expect(said).toContain('approved'))
    expect(shown()).toEqual([])
    expect(new Set(arrived.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(['GET /approvals/1']))
  })

  it('shows it again, and that it was rejected', async () => {
    const { shown } = await reload((response) => refuse(response, 'TOOL_REJECTED', 403))
    await eventually(() => expect(shown()).toEqual(['TOOL_REJECTED toast']))
  })
})
