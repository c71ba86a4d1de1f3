import { useMutation, useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  createSession,
  ProblemBoundary,
  ProblemField,
  ProblemFields,
  ProblemInline,
  ProblemPending,
  useApiMutation,
  useApiQuery,
  useApiSuspenseQuery,
  useCooldown,
  useProblem,
  useProblemField,
} from '../../src/index.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import { readProblem, toProblem } from '../../src/core.ts'
import { answer, fail, renderApp } from './app.tsx'

describe('a failure becomes an incident', () => {
  it('of a wrapped mutation: the dialog of the catalogue, with the actions that the app provides', async () => {
    function Cast() {
      const cast = useApiMutation({ mutationFn: (_: { question: string }) => fail('POINTS_INSUFFICIENT_BALANCE', 402) })
      return <button onClick={() => cast.mutate({ question: 'why' })}>cast</button>
    }
    const { incidents, actions } = renderApp(<Cast />)
    await userEvent.click(screen.getByText('cast'))
    await waitFor(() => expect(incidents()).toHaveLength(1))
    expect(incidents()[0]).toMatchObject({ shown: 'dialog', count: 1, offer: ['recharge', 'dismiss'] })
    await userEvent.click(await screen.findByRole('button', { name: /points/i }))
    expect(actions.recharge).toHaveBeenCalledTimes(1)
    expect(actions.recharge).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ variables: { question: 'why' } }),
    )
    await waitFor(() => expect(incidents()).toHaveLength(0))
  })

  it('of a plain query, once, and what runs by itself runs once', async () => {
    function History() {
      useQuery({ queryKey: ['h'], queryFn: () => fail('AGENT_SESSION_NOT_FOUND', 404), retry: false })
      useQuery({ queryKey: ['h'], queryFn: () => fail('AGENT_SESSION_NOT_FOUND', 404), retry: false })
      return null
    }
    const { incidents, actions } = renderApp(<History />)
    await waitFor(() => expect(incidents()).toHaveLength(1))
    expect(incidents()[0]).toMatchObject({ shown: 'toast', count: 1 })
    expect(actions.refreshHistory).toHaveBeenCalledTimes(1)
  })

  it('one, when a mutation passes on what a query threw', async () => {
    function Passing() {
      const all = useMutation({
        mutationFn: () =>
          queryClient.fetchQuery({ queryKey: ['q'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false }),
      })
      return <button onClick={() => all.mutate()}>go</button>
    }
    const { incidents, queryClient } = renderApp(<Passing />)
    await userEvent.click(screen.getByText('go'))
    await waitFor(() => expect(incidents()).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(incidents()).toHaveLength(1)
    expect(incidents()[0]?.count).toBe(1)
  })
})

describe('a failure is shown in one place', () => {
  it('by the part that is mounted for it', async () => {
    function History() {
      const query = useApiQuery({ queryKey: ['h'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false })
      return <ProblemInline of={query} />
    }
    const { incidents, view } = renderApp(<History />)
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    expect(view.container.querySelectorAll('[data-remedy-surface="inline"]')).toHaveLength(1)
    expect(document.querySelectorAll('[data-remedy-toast]')).toHaveLength(0)
  })

  it.each(['catch', 'onError'] as const)('by the part that takes it in `%s`', async (way) => {
    function Save() {
      const [problem, take] = useProblem()
      const save = useApiMutation({ mutationFn: () => fail('INTERNAL_ERROR', 500) })
      const press = () =>
        way === 'catch' ? void save.mutateAsync().catch(take) : save.mutate(undefined, { onError: take })
      return (
        <>
          <button onClick={press}>save</button>
          <ProblemInline of={problem} />
        </>
      )
    }
    const { incidents } = renderApp(<Save />)
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    expect(document.querySelectorAll('[data-remedy-toast]')).toHaveLength(0)
  })

  it('by the global surface when the part that would show it is gone before it fails', async () => {
    let reject: (reason: unknown) => void = () => {}
    function Save() {
      const [problem, take] = useProblem()
      const save = useApiMutation({ mutationFn: () => new Promise<never>((_, no) => (reject = no)) })
      return (
        <>
          <button onClick={() => void save.mutateAsync().catch(take)}>save</button>
          <ProblemInline of={problem} />
        </>
      )
    }
    function Page() {
      const [open, setOpen] = useState(true)
      return open ? (
        <>
          <Save />
          <button onClick={() => setOpen(false)}>leave</button>
        </>
      ) : null
    }
    const { incidents } = renderApp(<Page />)
    await userEvent.click(screen.getByText('save'))
    await userEvent.click(screen.getByText('leave'))
    reject(new TypeError('Failed to fetch'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('toast'))
  })

  it('by a boundary, with no toast beside it, and trying again resets it', async () => {
    let good = false
    function Points() {
      const points = useApiSuspenseQuery({
        queryKey: ['p'],
        queryFn: async () => (good ? '12 points' : fail('INTERNAL_ERROR', 500)),
        retry: false,
      })
      return <p>{points.data}</p>
    }
    const { incidents } = renderApp(
      <ProblemBoundary>
        <Suspense fallback="loading">
          <Points />
        </Suspense>
      </ProblemBoundary>,
    )
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    good = true
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('12 points')).toBeVisible()
    await waitFor(() => expect(incidents()).toHaveLength(0))
  })

  it('moves silently to a part that claims it late', async () => {
    function Late() {
      const query = useApiQuery({ queryKey: ['h'], queryFn: () => fail('INTERNAL_ERROR', 500), retry: false })
      const [open, setOpen] = useState(false)
      return (
        <>
          {open && <ProblemInline of={query} />}
          <button onClick={() => setOpen(true)}>open</button>
        </>
      )
    }
    const { incidents } = renderApp(<Late />)
    await waitFor(() => expect(incidents()[0]?.shown).toBe('toast'))
    await userEvent.click(screen.getByText('open'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
  })
})

describe('retry', () => {
  it('sends a mutation again with the same variables and the same key, and success closes the incident', async () => {
    const keys: string[] = []
    let good = false
    function Upload() {
      const upload = useApiMutation({
        mutationFn: async (file: string, { idempotencyKey }) => {
          keys.push(`${file} ${idempotencyKey}`)
          return good ? 'done' : fail('PROFILE_DELETE_FAILED', 502)
        },
        retry: false,
      })
      return <button onClick={() => upload.mutate('a.png')}>upload</button>
    }
    const { incidents } = renderApp(<Upload />)
    await userEvent.click(screen.getByText('upload'))
    const again = await screen.findByRole('button', { name: 'Try again' })
    good = true
    await userEvent.click(again)
    await waitFor(() => expect(incidents()).toHaveLength(0))
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    await userEvent.click(screen.getByText('upload'))
    await waitFor(() => expect(keys).toHaveLength(3))
    expect(keys[2]).not.toBe(keys[0])
  })

  it('is fed by the decision: a query that may be retried is, one that may not is not', async () => {
    const calls = { passing: 0, lasting: 0 }
    function Both() {
      useApiQuery({
        queryKey: ['a'],
        queryFn: () =>
          calls.passing++ === 0 ? Promise.reject(toProblem(new DOMException('late', 'TimeoutError'))) : 'ok',
        remedies: { TIMEOUT: { retry: { retries: 1, first: 1, jitter: 0 } } },
      })
      useApiQuery({ queryKey: ['b'], queryFn: () => (calls.lasting++, fail('AGENT_USER_ID_INVALID', 422)) })
      return null
    }
    const { incidents } = renderApp(<Both />)
    await waitFor(() => expect(calls.passing).toBe(2))
    await waitFor(() => expect(incidents()).toHaveLength(1))
    expect(calls.lasting).toBe(1)
    expect(incidents()[0]?.problem.code).toBe('AGENT_USER_ID_INVALID')
  })
})

describe('the session', () => {
  it('is refreshed once for simultaneous failures, and each is sent again once', async () => {
    let fresh = false
    const refresh = vi.fn(async () => {
      fresh = true
      return { id: '1', user: 'ada' }
    })
    const session = createSession({ load: async () => ({ id: '1', user: 'ada' }), refresh })
    function Many() {
      const one = useApiQuery({
        queryKey: ['1'],
        queryFn: async () => (fresh ? 'one' : fail('AUTH_UNAUTHORIZED', 401)),
      })
      const two = useApiQuery({
        queryKey: ['2'],
        queryFn: async () => (fresh ? 'two' : fail('AUTH_UNAUTHORIZED', 401)),
      })
      return (
        <p>
          {one.data} {two.data}
        </p>
      )
    }
    const { incidents } = renderApp(<Many />, { session })
    expect(await screen.findByText('one two')).toBeVisible()
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(incidents()).toHaveLength(0)
  })

  it('that cannot be refreshed ends, runs login once, and gives one notice', async () => {
    const login = vi.fn()
    const session = createSession({ load: async () => ({ id: '1', user: 'ada' }) })
    function Many() {
      useApiQuery({ queryKey: ['1'], queryFn: () => fail('AUTH_UNAUTHORIZED', 401) })
      useQuery({ queryKey: ['2'], queryFn: () => fail('AUTH_UNAUTHORIZED', 401), retry: false })
      return null
    }
    const { incidents, client } = renderApp(<Many />, { session, login })
    await waitFor(() => expect(incidents()).toHaveLength(1))
    expect(client.store.getState().session.status).toBe('ended')
    expect(login).toHaveBeenCalledTimes(1)
    expect(incidents()).toHaveLength(1)
  })

  it('is kept when the refresh fails on a bad network, and that is what is shown', async () => {
    const session = createSession({
      load: async () => ({ id: '1', user: 'ada' }),
      refresh: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    function One() {
      useApiQuery({ queryKey: ['1'], queryFn: () => fail('AUTH_UNAUTHORIZED', 401), retry: false })
      return null
    }
    const { incidents, client } = renderApp(<One />, { session })
    await waitFor(() => expect(incidents()).toHaveLength(1))
    expect(incidents()[0]?.problem.code).toBe('NETWORK')
    expect(client.store.getState().session.status).toBe('active')
  })
})

describe('fields', () => {
  it('are marked in place, hold the submit back until they change, and keep their values', async () => {
    const sent = vi.fn()
    function SignIn() {
      const verify = useApiMutation({
        mutationFn: (otp: string) => {
          sent(otp)
          return fail('AUTH_VERIFICATION_CODE_INVALID', 401)
        },
      })
      const otp = useProblemField(verify, 'otp')
      return (
        <ProblemFields of={verify}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              verify.mutate(event.currentTarget.querySelector('input')?.value ?? '')
            }}
          >
            <label>
              Code
              <input name="otp" {...otp.inputProps} />
            </label>
            <ProblemField name="otp" />
            <button>Verify</button>
          </form>
        </ProblemFields>
      )
    }
    const { incidents } = renderApp(<SignIn />)
    const input = screen.getByLabelText('Code')
    await userEvent.type(input, '123')
    await userEvent.click(screen.getByText('Verify'))
    await waitFor(() => expect(input).toBeInvalid())
    expect(input).toHaveAccessibleDescription(/Error:/)
    expect(input).toHaveValue('123')
    expect(input).toHaveFocus()
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    await userEvent.click(screen.getByText('Verify'))
    expect(sent).toHaveBeenCalledTimes(1)
    await userEvent.type(input, '4')
    expect(input).toBeValid()
    await userEvent.click(screen.getByText('Verify'))
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(2))
  })

  it('that match no control go to the summary, and what has no form to a toast', async () => {
    const errors = {
      errors: [
        { pointer: '#/name', detail: 'x' },
        { pointer: '#/ghost', detail: 'y' },
      ],
    }
    function Profile() {
      const save = useApiMutation({ mutationFn: () => fail('PROFILE_PAYLOAD_INVALID', 422, errors) })
      const name = useProblemField(save, 'name')
      return (
        <ProblemFields of={save}>
          <label>
            Name
            <input {...name.inputProps} />
          </label>
          <ProblemField name="name" />
          <button onClick={() => save.mutate()}>save</button>
        </ProblemFields>
      )
    }
    renderApp(<Profile />)
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(screen.getByLabelText('Name')).toBeInvalid())
    expect(screen.getByText(/^ghost: /)).toBeVisible()
  })

  it('of a call without a form are said in a toast', async () => {
    function NoForm() {
      const save = useApiMutation({
        mutationFn: () => fail('PROFILE_PAYLOAD_INVALID', 422, { errors: [{ pointer: '#/name' }] }),
      })
      return <button onClick={() => save.mutate()}>save</button>
    }
    renderApp(<NoForm />)
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(document.querySelectorAll('[data-remedy-toast]')).toHaveLength(1))
  })
})

describe('waiting', () => {
  it('for a rate limit: the deadline of the server, by the name of its code', async () => {
    function Send() {
      const send = useApiMutation({
        mutationFn: () => fail('AUTH_TOO_MANY_REQUESTS', 429, {}, { 'retry-after': '42' }),
      })
      const cooldown = useCooldown('AUTH_TOO_MANY_REQUESTS')
      return (
        <>
          <button onClick={() => send.mutate()}>send</button>
          <p>{cooldown.active ? Math.ceil(cooldown.remaining / 1000) : 'free'}</p>
        </>
      )
    }
    renderApp(<Send />)
    expect(screen.getByText('free')).toBeVisible()
    await userEvent.click(screen.getByText('send'))
    expect(await screen.findByText('42')).toBeVisible()
  })

  it('for an approval: calm, in place, and approved means sent again once with the same key', async () => {
    const keys: string[] = []
    const onReport = vi.fn()
    function Tool() {
      const run = useApiMutation({
        mutationFn: async (_: void, { idempotencyKey }) => {
          keys.push(idempotencyKey)
          return keys.length > 1 ? 'ran' : fail('TOOL_PENDING_APPROVAL', 202)
        },
      })
      return (
        <>
          <button onClick={() => run.mutate()}>run</button>
          <ProblemPending of={run} />
          <p>{run.data}</p>
        </>
      )
    }
    const { incidents, client } = renderApp(<Tool />, { onReport })
    await userEvent.click(screen.getByText('run'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    const [incident] = incidents()
    client.settle(incident!.problem, 'approved')
    expect(await screen.findByText('ran')).toBeVisible()
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    expect(incidents()).toHaveLength(0)
    expect(onReport).not.toHaveBeenCalled()
  })

  it('for an approval that was rejected becomes the rejection', async () => {
    function Tool() {
      const run = useApiMutation({ mutationFn: () => fail('TOOL_PENDING_APPROVAL', 202) })
      return <button onClick={() => run.mutate()}>run</button>
    }
    const { incidents, client } = renderApp(<Tool />)
    await userEvent.click(screen.getByText('run'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('pending'))
    client.settle(incidents()[0]!.problem, 'rejected')
    await waitFor(() => expect(incidents()[0]?.problem.code).toBe('TOOL_REJECTED'))
  })
})

describe('a user who is quick', () => {
  it('and sends a form again within a second sees the old failure nowhere else', async () => {
    let answer: () => Promise<string> = () => fail('AUTH_VERIFICATION_CODE_INVALID', 401)
    function SignIn() {
      const verify = useApiMutation({ mutationFn: (_otp: string) => answer() })
      const otp = useProblemField(verify, 'otp')
      return (
        <ProblemFields of={verify}>
          <input aria-label="Code" {...otp.inputProps} />
          <ProblemField name="otp" />
          <button onClick={() => verify.mutate(String(Math.random()))}>Verify</button>
          <p>{verify.data}</p>
        </ProblemFields>
      )
    }
    const { incidents } = renderApp(<SignIn />)
    await userEvent.click(screen.getByText('Verify'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    answer = () => Promise.resolve('in')
    await userEvent.click(screen.getByText('Verify'))
    expect(await screen.findByText('in')).toBeVisible()
    await waitFor(() => expect(incidents()).toHaveLength(0))
    expect(document.querySelectorAll('[data-remedy-toast]')).toHaveLength(0)
  })
})

describe('a notice in place', () => {
  it('goes when the user has dealt with it, though the hook still has its error', async () => {
    function Composer() {
      const ask = useApiMutation({ mutationFn: () => fail('AGENT_SESSION_RUN_LIMIT_EXCEEDED', 409) })
      return (
        <>
          <button onClick={() => ask.mutate()}>ask</button>
          <ProblemInline of={ask} />
        </>
      )
    }
    const { actions } = renderApp(<Composer />)
    await userEvent.click(screen.getByText('ask'))
    await userEvent.click(await screen.findByRole('button', { name: /new reading/i }))
    expect(actions.startNewSession).toHaveBeenCalledTimes(1)
    await waitFor(() => expect(document.querySelector('[data-remedy-surface="inline"]')).toBeNull())
    await userEvent.click(screen.getByText('ask'))
    await waitFor(() => expect(document.querySelector('[data-remedy-surface="inline"]')).not.toBeNull())
  })
})

describe('mutations', () => {
  it.each(['POST', 'PUT', 'DELETE'])('by %s go out once, and then the user decides', async (method) => {
    const sent = vi.fn()
    function Delete() {
      const remove = useApiMutation({
        mutationFn: async (_: void, { idempotencyKey }) => {
          sent(idempotencyKey)
          throw await readProblem(answer('PROFILE_DELETE_FAILED', 502), divination, {
            method,
            url: 'http://localhost/api/profile',
          })
        },
      })
      return <button onClick={() => remove.mutate()}>delete</button>
    }
    renderApp(<Delete />)
    await userEvent.click(screen.getByText('delete'))
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    expect(sent).toHaveBeenCalledTimes(1)
  })

  it('under a key go out again after an accident that no code explains, each time under the same key', async () => {
    const keys: string[] = []
    function Pay() {
      const pay = useApiMutation({
        mutationFn: async (_: void, { idempotencyKey }) => {
          keys.push(idempotencyKey)
          return keys.length > 1 ? 'paid' : fail('HTTP_503', 503)
        },
      })
      return <button onClick={() => pay.mutate()}>{pay.data ?? 'pay'}</button>
    }
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { incidents } = renderApp(<Pay />)
    await userEvent.click(screen.getByText('pay'))
    expect(await screen.findByText('paid', {}, { timeout: 5000 })).toBeVisible()
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0]])
    expect(incidents()).toEqual([])
  })
})

describe('an action', () => {
  it('may send again what failed, even after its incident was closed', async () => {
    const sent = vi.fn()
    function Cast() {
      const cast = useApiMutation({
        mutationFn: () =>
          sent.mock.calls.length > 0 ? Promise.resolve('cast') : (sent(), fail('POINTS_INSUFFICIENT_BALANCE', 402)),
      })
      return (
        <>
          <button onClick={() => cast.mutate()}>cast</button>
          <p>{cast.data}</p>
        </>
      )
    }
    const { actions, client, incidents } = renderApp(<Cast />)
    let retry: () => Promise<void> = () => Promise.reject(new Error('not called'))
    actions.recharge.mockImplementation((...given: readonly unknown[]) => {
      retry = (given[1] as { retry: () => Promise<void> }).retry
    })
    await userEvent.click(screen.getByText('cast'))
    await waitFor(() => expect(incidents()).toHaveLength(1))
    await client.act(incidents()[0]?.id ?? '', 'recharge')
    expect(incidents()).toHaveLength(0)
    await retry()
    expect(await screen.findByText('cast', { selector: 'p' })).toBeVisible()
  })
})
