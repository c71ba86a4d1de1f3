import { QueryClient, useMutation, useQuery } from '@tanstack/react-query'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import { extendContract } from '../../src/core.ts'
import {
  createRemedyClient,
  createSession,
  ErrorProvider,
  SignInDialog,
  useApiMutation,
  useApiQuery,
  useApiStream,
  useSession,
  type SessionOptions,
} from '../../src/index.ts'
import { fail, spies } from './app.tsx'

const contract = extendContract(divination, { change: { AUTH_UNAUTHORIZED: { session: 'expire', offer: ['login'] } } })
const ada = { id: 'ada', user: 'Ada' }
let last = 0

function Form() {
  const { signedIn, request } = useSession<string>()
  return (
    <form>
      <label>
        Password <input name="password" />
      </label>
      <button type="button" onClick={() => signedIn({ ...ada, user: 'Ada again' })}>
        Continue as Ada
      </button>
      <button type="button" onClick={() => signedIn({ id: 'grace', user: 'Grace' })}>
        Come in as Grace
      </button>
      <output>{request?.why}</output>
    </form>
  )
}

/** A page whose user is Ada, with a place to sign in again. */
function open(children: React.ReactNode, options: Partial<SessionOptions<string>> & { login?: () => void } = {}) {
  const { login, ...rest } = options
  const session = createSession<string>({ load: async () => ada, name: `page ${++last}`, ...rest })
  const client = createRemedyClient({ contracts: [contract], session })
  const queryClient = new QueryClient()
  onTestFinished(() => queryClient.clear())
  const page = (
    <ErrorProvider
      contracts={[contract]}
      client={client}
      queryClient={queryClient}
      actions={{ ...spies(), ...(login && { login }) }}
    >
      <main>{children}</main>
      <SignInDialog>
        <Form />
      </SignInDialog>
    </ErrorProvider>
  )
  const view = render(page)
  return { session, client, queryClient, view, page }
}

const dialog = () => screen.queryByRole('alertdialog')
const tick = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name, hidden: true }))
  await tick(0)
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('the sign-in dialog', () => {
  it('opens when the session has expired, says so, and leaves the page as it is', async () => {
    const { session } = open(<input aria-label="Note" />)
    await tick(0)
    expect(dialog()).toBeNull()
    fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), { target: { value: 'half a word' } })
    act(() => session.expire('expired-by-code'))
    const opened = dialog()
    expect(opened).toHaveAccessibleName('Sign in again to continue')
    expect(opened).toHaveAccessibleDescription(/What you entered is still here/)
    expect(within(opened as HTMLElement).getByRole('heading')).toHaveFocus()
    expect(within(opened as HTMLElement).getByText('expired')).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Note', hidden: true })).toHaveValue('half a word')
    await press('Continue as Ada')
    expect(dialog()).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('half a word')
  })

  it('is open from the start on a page that expired before it was there', async () => {
    const { session, view, page } = open(null)
    await tick(0)
    view.rerender(<p>elsewhere</p>)
    act(() => session.expire('expired-by-code'))
    view.rerender(page)
    await tick(0)
    expect(dialog()).toHaveAccessibleName('Sign in again to continue')
  })

  it('asks about what changes something, once for all of it, and sends it or not', async () => {
    const sent: string[] = []
    const order = async (item: string) => {
      if (client.store.getState().session.user !== 'Ada again') return fail('AUTH_UNAUTHORIZED', 401)
      return sent.push(item)
    }
    function Orders() {
      const orders = [useApiMutation({ mutationFn: order }), useApiMutation({ mutationFn: order })]
      return orders.map(({ mutate }, index) => (
        <button key={index} onClick={() => mutate(`order ${index}`)}>
          Order {index}
        </button>
      ))
    }
    const { client } = open(<Orders />)
    await tick(0)
    await press('Order 0')
    await tick(0)
    await press('Order 1')
    await press('Continue as Ada')
    await tick(0)
    expect(dialog()).toHaveAccessibleName('Send it now?')
    expect(client.store.getState().signIn).toEqual({ why: 'send', waiting: 2, challenge: undefined })
    expect(within(dialog() as HTMLElement).getByRole('heading')).toHaveFocus()
    expect(sent).toEqual([])
    await press('Send it now')
    await tick(2000)
    expect(sent.toSorted()).toEqual(['order 0', 'order 1'])
    expect(dialog()).toBeNull()
    expect(client.store.getState().incidents).toEqual([])
  })

  it('is put away by Escape; what waited fails, and its button opens the dialog again, whoever else could sign in', async () => {
    const login = vi.fn()
    function Points() {
      const { error } = useApiQuery({
        queryKey: ['points'],
        queryFn: () => fail('AUTH_UNAUTHORIZED', 401),
        retry: false,
      })
      return <p>{error?.code ?? 'waiting'}</p>
    }
    const { session } = open(<Points />, { login })
    await tick(100)
    expect(dialog()).not.toBeNull()
    expect(screen.getByText('waiting')).toBeInTheDocument()
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    await tick(2000)
    expect(dialog()).toBeNull()
    expect(screen.getByText('AUTH_UNAUTHORIZED')).toBeInTheDocument()
    expect(session.getState()).toMatchObject({ status: 'expired', id: 'ada' })
    await press('Sign in')
    expect(dialog()).not.toBeNull()
    expect(login).not.toHaveBeenCalled()
  })

  it('closes when the session ends, and hands over what waits when it goes', async () => {
    const { session } = open(null)
    await tick(0)
    act(() => session.expire('expired-by-code'))
    act(() => void session.end('signed-out'))
    expect(dialog()).toBeNull()
  })
})

describe('what a user leaves behind', () => {
  it('leaves the screen with the commit that says so, without waiting for a timer of TanStack', async () => {
    function Secrets() {
      const query = useApiQuery({ queryKey: ['secret'], queryFn: async () => 'secret of Ada' })
      const save = useApiMutation({ mutationFn: async (word: string) => word })
      return (
        <>
          <p>{query.data}</p>
          <button onClick={() => save.mutate('word of Ada')}>Save</button>
          <p>{save.data}</p>
        </>
      )
    }
    const { session, view } = open(<Secrets />)
    await tick(100)
    await press('Save')
    await tick(100)
    expect(view.container).toHaveTextContent(/secret of Ada.*word of Ada/)
    act(() => void session.end('signed-out'))
    expect(view.container).not.toHaveTextContent('of Ada')
  })

  it('leaves with what streamed to them, and the stream waits for whoever comes next', async () => {
    const connect = vi.fn(async () => {
      const { user } = session.getState()
      return new Response(`data: streamed to ${user}\n\n`, { headers: { 'content-type': 'text/event-stream' } })
    })
    function Streamed() {
      const { events } = useApiStream({ streamKey: ['run'], connect })
      return <p>{events.map(({ data }) => data)}</p>
    }
    const { session, view } = open(<Streamed />)
    act(() => session.signedIn(ada))
    await tick(100)
    expect(view.container).toHaveTextContent('streamed to Ada')
    connect.mockClear()
    act(() => void session.end('signed-out'))
    expect(view.container).not.toHaveTextContent('Ada')
    await tick(100)
    expect(connect).not.toHaveBeenCalled()
    act(() => session.signedIn({ id: 'grace', user: 'Grace' }))
    await tick(100)
    expect(view.container).toHaveTextContent('streamed to Grace')
    act(() => session.signedIn({ id: 'mary', user: 'Mary' }))
    expect(view.container).not.toHaveTextContent('Grace')
    await tick(100)
    expect(view.container).toHaveTextContent('streamed to Mary')
  })

  it('leaves plain hooks at the next timer', async () => {
    function Secrets() {
      const { data } = useQuery({ queryKey: ['secret'], queryFn: async () => 'secret of Ada' })
      const { data: saved, mutate } = useMutation({ mutationFn: async () => 'word of Ada' })
      return (
        <button onClick={() => mutate()}>
          {data} {saved}
        </button>
      )
    }
    const { session, view } = open(<Secrets />)
    await tick(100)
    fireEvent.click(screen.getByRole('button'))
    await tick(100)
    expect(view.container).toHaveTextContent(/secret of Ada word of Ada/)
    act(() => void session.end('signed-out'))
    await tick(0)
    expect(view.container).not.toHaveTextContent('of Ada')
  })
})

describe('a known end', () => {
  const hour = 3_600_000
  const expiring = (expiresAt: number) => ({ ...ada, expiresAt })
  const warning = () => screen.queryByRole('article', { name: 'You’ll be signed out soon' })

  it('is announced two minutes before, and put off by one press', async () => {
    const refresh = vi.fn(async () => expiring(Date.now() + hour))
    open(<input aria-label="Note" />, { load: async () => expiring(Date.now() + hour), refresh })
    await tick(hour - 120_000 - 1000)
    expect(warning()).toBeNull()
    await tick(2000)
    expect(warning()).not.toBeNull()
    await press('Stay signed in')
    await tick(100)
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(warning()).toBeNull()
    await tick(hour - 120_000 - 5000)
    expect(warning()).toBeNull()
    await tick(6000)
    expect(warning()).not.toBeNull()
  })

  it('leaves half of its time to a short session, and is not announced once it has passed', async () => {
    const refresh = () => Promise.reject(new Error('not asked'))
    open(null, { load: async () => expiring(Date.now() + 60_000), refresh })
    await tick(29_000)
    expect(warning()).toBeNull()
    await tick(2000)
    expect(warning()).not.toBeNull()
    open(null, { load: async () => expiring(Date.now() - 1), refresh })
    await tick(hour)
    expect(screen.getAllByRole('article')).toHaveLength(1)
  })

  it.each([
    ['nothing can put it off', {}],
    ['it is no time', { refresh: async () => ada, load: async () => expiring(NaN) }],
    ['it never comes', { refresh: async () => ada, load: async () => expiring(Infinity) }],
  ])('is not announced where %s', async (_, options) => {
    open(null, { load: async () => expiring(Date.now() + hour), ...options })
    await tick(hour - 1000)
    expect(warning()).toBeNull()
  })

  it('moves nothing by itself: only an answer of the server says that it has come', async () => {
    const refresh = async () => expiring(Date.now() + hour)
    const { session } = open(null, { load: async () => expiring(Date.now() + hour), refresh })
    await tick(2 * hour)
    expect(session.getState()).toMatchObject({ status: 'active', id: 'ada' })
  })

  it('stays announced when the press did not get through, and says what went wrong', async () => {
    const refresh = () => fail('INTERNAL_ERROR', 500)
    open(null, { load: async () => expiring(Date.now() + hour), refresh })
    await tick(hour - 60_000)
    await press('Stay signed in')
    await tick(2000)
    expect(warning()).not.toBeNull()
    expect(document.querySelector('[data-remedy-code="INTERNAL_ERROR"]')).not.toBeNull()
  })

  it('is put off by an app that draws its own warning', async () => {
    const refresh = vi.fn(async () => expiring(Date.now() + hour))
    function Own() {
      const { expiresAt, extend } = useSession()
      return <button onClick={() => void extend()}>{expiresAt}</button>
    }
    open(<Own />, { refresh })
    await tick(0)
    fireEvent.click(screen.getByRole('button'))
    await tick(0)
    expect(screen.getByRole('button')).toHaveTextContent(String(Date.now() + hour))
  })
})

describe('the end in another tab', () => {
  it('is told once, and leads to the sign-in', async () => {
    const login = vi.fn()
    const { session } = open(null, { login })
    await tick(0)
    act(() => void session.end('ended-elsewhere'))
    await tick(2000)
    expect(screen.getAllByRole('article', { name: 'You’ve been signed out' })).toHaveLength(1)
    expect(login).toHaveBeenCalledTimes(1)
  })
})

describe('signing in again on the page', () => {
  it('takes back the notice that asked for it, whichever form it was', async () => {
    const { session } = open(null)
    await tick(0)
    act(() => void session.end('ended-elsewhere'))
    await tick(2000)
    expect(screen.getAllByRole('article', { name: 'You’ve been signed out' })).toHaveLength(1)
    act(() => session.signedIn(ada))
    await tick(2000)
    expect(screen.queryByRole('article')).toBeNull()
  })
})
