import { MutationObserver, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import type { ActionContext } from '../../src/index.ts'
import { apiQueryOptions, createSession, type ProblemReport } from '../../src/index.ts'
import { defineContract, extendContract } from '../../src/core.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import { expectConsole } from '../helpers/console.ts'
import { createApp, fail, pass } from '../4-act/app.ts'

const ignore = () => {}

/** An app with actions of its own, and a mutation that fails with a remedy of the test's. */
function start(remedy: object, actions: Record<string, unknown> = {}) {
  const onReport = vi.fn<(report: ProblemReport) => void>()
  const app = createApp({ onReport })
  app.client.parts.runtime.actions = actions as typeof app.client.parts.runtime.actions
  const remedies = { BAD: { show: 'dialog', ...remedy } }
  const mutationFn = vi.fn(() => fail('BAD', 422))
  const observer = new MutationObserver<unknown, Error, unknown>(app.queryClient, {
    mutationFn,
    meta: { remedy: { remedies } },
  })
  observer.subscribe(ignore)
  const go = async (variables: unknown = 'words') => {
    observer.mutate(variables).catch(ignore)
    await pass()
  }
  const press = (name: string) => app.client.act(app.incidents()[0]?.id ?? '', name)
  return { ...app, onReport, go, press, mutationFn }
}

describe('what runs by itself', () => {
  it('runs in order, each awaited, once for each incident', async () => {
    const ran: string[] = []
    const step = (name: string) => async () => {
      ran.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 100))
      ran.push(`${name} ends`)
    }
    const app = start({ run: ['one', 'two'] }, { one: step('one'), two: step('two') })
    await app.go()
    expect(ran).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
    await app.go()
    expect(ran).toHaveLength(4)
    app.client.dismiss(app.incidents()[0]?.id ?? '')
    await app.go()
    expect(ran).toHaveLength(8)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('a bug of the app')
      },
    ],
    ['rejects', () => Promise.reject(new Error('a bug of the app'))],
  ])('goes on after an action that %s, which is reported as nobody expected it', async (_, broken) => {
    expectConsole('warn', 'the action "one" threw')
    const two = vi.fn()
    const app = start({ run: ['one', 'two'], report: 'expected' }, { one: broken, two })
    await app.go()
    expect(two).toHaveBeenCalledTimes(1)
    const reports = app.onReport.mock.calls.map(([{ code, expected, cause }]) => ({ code, expected, cause }))
    expect(reports).toEqual([
      { code: 'BAD', expected: true, cause: undefined },
      { code: 'UNKNOWN', expected: false, cause: 'Error: a bug of the app' },
    ])
  })

  it('gets the problem, and all it may need', async () => {
    const one = vi.fn<(problem: unknown, context: ActionContext) => void>()
    const app = start({ run: ['one'] }, { one })
    await app.go({ file: 'a.png' })
    const [problem, context] = one.mock.calls[0] ?? []
    expect(problem).toMatchObject({ code: 'BAD' })
    expect(context).toMatchObject({ variables: { file: 'a.png' }, queryClient: app.queryClient })
    expect(context?.incident.problem).toBe(problem)
    expect(context?.signal.aborted).toBe(false)
    app.client.dismiss(app.incidents()[0]?.id ?? '')
    expect(context?.signal.aborted).toBe(true)
  })

  it('can send again what failed, after it has put right what was wrong', async () => {
    const app = start({ run: ['one'] }, { one: (_: unknown, { retry }: ActionContext) => retry() })
    await app.go()
    expect(app.mutationFn).toHaveBeenCalledTimes(2)
    expect(app.shown()).toEqual(['BAD dialog 1'])
  })
})

describe('a button', () => {
  it('that nobody implements is not offered, and that is said once', async () => {
    expectConsole('warn', 'names the action "fly"')
    const app = start({ offer: ['fly', 'dismiss'], run: ['fly'] })
    await app.go()
    expect(app.incidents()[0]?.offer).toEqual(['dismiss'])
    await app.press('fly')
    app.client.dismiss(app.incidents()[0]?.id ?? '')
    await app.go()
    expect(app.incidents()[0]?.offer).toEqual(['dismiss'])
  })

  it.each(['toString', 'constructor', '__proto__'])('is not made of what every object has: %s', async (name) => {
    expectConsole('warn', `names the action "${name}"`)
    const app = start({ offer: [name] })
    await app.go()
    expect(app.incidents()[0]?.offer).toEqual([])
  })

  it('is busy while its action runs, runs once however often it is pressed, and closes the incident', async () => {
    let done = ignore
    const pay = vi.fn(() => new Promise<void>((resolve) => (done = resolve)))
    const app = start({ offer: ['pay'] }, { pay })
    await app.go()
    const first = app.press('pay')
    void app.press('pay')
    expect(app.incidents()[0]?.busy).toBe('pay')
    expect(pay).toHaveBeenCalledTimes(1)
    done()
    await first
    expect(app.incidents()).toEqual([])
  })

  it('whose action throws leaves the incident, ready to be pressed again', async () => {
    expectConsole('warn', 'the action "pay" threw')
    const app = start({ offer: ['pay'] }, { pay: () => Promise.reject(new Error('no')) })
    await app.go()
    await app.press('pay')
    expect(app.incidents()[0]).toMatchObject({ busy: undefined, offer: ['pay'] })
  })

  it('that puts it away is never seen to be busy: what fades would say that it waits', async () => {
    const app = start({ offer: ['dismiss'] })
    await app.go()
    const seen: unknown[] = []
    app.client.store.subscribe(({ incidents }) => seen.push(...incidents.map(({ busy }) => busy)))
    await app.press('dismiss')
    expect(app.incidents()).toEqual([])
    expect(seen.filter(Boolean)).toEqual([])
  })

  it('of the kit’s own may be replaced by the app', async () => {
    const dismiss = vi.fn()
    const app = start({ offer: ['dismiss'] }, { dismiss })
    await app.go()
    await app.press('dismiss')
    expect(dismiss).toHaveBeenCalledTimes(1)
    expect(app.incidents()).toEqual([])
  })

  it.each([
    ['', () => pass(20_000)],
    [', by the clock where the timers slept', async () => void vi.setSystemTime(Date.now() + 20_000)],
  ])('to try again is held back while a cooldown holds%s', async (_, over) => {
    const app = createApp()
    const sent = vi.fn(() => fail('X', 503, { retryAfter: 20_000 }))
    const offer = { remedies: { 503: { offer: ['retry'] as const } } }
    new QueryObserver(
      app.queryClient,
      apiQueryOptions({ queryKey: ['a'], queryFn: sent, retry: false, ...offer }),
    ).subscribe(ignore)
    await pass()
    const id = app.incidents()[0]?.id ?? ''
    await app.client.act(id, 'retry')
    expect(sent).toHaveBeenCalledTimes(1)
    await over()
    await app.client.act(id, 'retry')
    expect(sent).toHaveBeenCalledTimes(2)
  })
})

describe('trying all again', () => {
  const many = (app: ReturnType<typeof createApp>, count: number) => {
    const times: number[] = []
    const options = { retry: false, remedies: { 503: { offer: ['retry'] as const } } } as const
    for (let index = 0; index < count; index++)
      new QueryObserver(
        app.queryClient,
        apiQueryOptions({
          queryKey: [index],
          queryFn: () => (times.push(Date.now()), fail('HTTP_503', 503)),
          ...options,
        }),
      ).subscribe(ignore)
    return { times }
  }

  it('is spread: the first at once, the others over as long as twenty a second take', async () => {
    const app = createApp()
    const { times } = many(app, 40)
    await pass()
    expect(app.shown()).toEqual(['HTTP_503 toast 40'])
    times.length = 0
    const start = Date.now()
    void app.client.act(app.incidents()[0]?.id ?? '', 'retry')
    await pass(0)
    expect(times.length).toBeLessThan(10)
    await pass(2000)
    expect(times).toHaveLength(40)
    expect(new Set(times.map((time) => Math.floor((time - start) / 500))).size).toBe(4)
    expect(Math.max(...times) - start).toBeLessThanOrEqual(2000)
  })

  it('stops when its incident is closed', async () => {
    const app = createApp()
    const { times } = many(app, 40)
    await pass()
    times.length = 0
    const id = app.incidents()[0]?.id ?? ''
    void app.client.act(id, 'retry')
    await pass(0)
    const sent = times.length
    app.client.dismiss(id)
    await pass(5000)
    expect(times).toHaveLength(sent)
  })
})

describe('refetch', () => {
  const stale = { show: 'toast', run: ['refetch'] } as const
  const other = defineContract({ name: 'other', dialects: [], identity: 'status', catalogue: {} })

  it('reads the other active queries of the contract again, at most once a minute for each code', async () => {
    const app = createApp({ contracts: [extendContract(divination, { change: { AGENT_FORBIDDEN: stale } }), other] })
    const reads = { mine: 0, plain: 0, theirs: 0, failed: 0, off: 0 }
    const query = (options: object) => new QueryObserver(app.queryClient, options as never).subscribe(ignore)
    query(apiQueryOptions({ contract: divination, queryKey: ['mine'], queryFn: () => ++reads.mine }))
    query({ queryKey: ['plain'], queryFn: () => ++reads.plain })
    query(apiQueryOptions({ contract: other, queryKey: ['theirs'], queryFn: () => ++reads.theirs }))
    query({ queryKey: ['off'], queryFn: () => ++reads.off, enabled: false })
    query({ queryKey: ['failed'], queryFn: () => (reads.failed++, fail('AGENT_FORBIDDEN', 403)), retry: false })
    await pass()
    expect(reads).toEqual({ mine: 2, plain: 2, theirs: 1, failed: 1, off: 0 })
    const again = async (after: number) => {
      app.client.dismiss(app.incidents()[0]?.id ?? '')
      await pass(after)
      await app.queryClient.refetchQueries({ queryKey: ['failed'] })
      await pass()
    }
    await again(50_000)
    expect(reads.mine).toBe(2)
    await again(10_000)
    expect(reads.mine).toBe(3)
  })
})

describe('copyReport', () => {
  it.each([
    ['copied', { writeText: vi.fn(() => Promise.resolve()) }],
    ['copyFailed', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
    ['copyFailed', undefined],
  ])('says %s, and leaves the incident', async (key, clipboard) => {
    vi.stubGlobal('navigator', { clipboard })
    const app = start({ offer: ['copyReport'] })
    await app.go()
    await app.press('copyReport')
    await pass()
    expect(app.client.store.getState().polite).toEqual({ of: 'text', key })
    expect(app.incidents()).toHaveLength(1)
    if (clipboard === undefined || key === 'copyFailed') return
    const [[text = ''] = []] = vi.mocked(clipboard.writeText).mock.calls as unknown as string[][]
    expect(JSON.parse(text)).toMatchObject({ code: 'BAD', why: { rung: 'code', layer: 'meta', key: 'BAD' } })
  })
})

describe('the end of a session', () => {
  it('leads to the sign-in once, however many requests find out', async () => {
    const session = createSession<string>({ load: async () => null })
    const app = createApp({ session })
    const login = vi.fn()
    app.client.parts.runtime.actions = { login }
    const find = async () => {
      for (const code of ['AUTH_UNAUTHORIZED', 'AUTH_REFRESH_TOKEN_INVALID', 'AUTH_UNAUTHORIZED'])
        new MutationObserver(app.queryClient, { mutationFn: () => fail(code, 401) }).mutate().catch(ignore)
      await pass()
    }
    session.signedIn({ id: '1', user: 'Ada' })
    await find()
    expect(login).toHaveBeenCalledTimes(1)
    expect(app.incidents()).toHaveLength(1)
    session.signedIn({ id: '1', user: 'Ada' })
    await find()
    expect(login).toHaveBeenCalledTimes(2)
  })
})
