import { screen, waitFor, within } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  createSession,
  ProblemScope,
  SignInDialog,
  useApiMutation,
  useSession,
  type Session,
} from '../../../src/index.ts'
import '../../../src/styles.css'
import { fail, renderApp } from '../app.tsx'
import { hosts, type HostProps } from './hosts.tsx'

/** A form in a modal of the application whose Save fails. */
function Form({ send }: { readonly send: () => Promise<never> }): ReactNode {
  const save = useApiMutation({ mutationFn: send })
  return (
    <>
      <input aria-label="Name" />
      <button type="button" onClick={() => save.mutate()}>
        Save
      </button>
    </>
  )
}

interface Setup {
  readonly Host: (props: HostProps) => ReactNode
  readonly code?: string
  readonly status?: number
  readonly session?: Session<string>
}

/** Opens the modal, types into it, and presses Save. */
async function start({ Host, code = 'AUTH_SERVICE_UNAVAILABLE', status = 503, session }: Setup) {
  await page.viewport(800, 600)
  const send = vi.fn(() => fail(code, status))
  const asked = vi.fn<(open: boolean) => void>()
  function Page(): ReactNode {
    const [open, setOpen] = useState(false)
    const change = (next: boolean): void => {
      asked(next)
      setOpen(next)
    }
    return (
      <main>
        {session ? (
          <SignInDialog>
            <SignIn />
          </SignInDialog>
        ) : null}
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        <Host open={open} onOpenChange={change}>
          <ProblemScope remedies={{ AUTH_UNAUTHORIZED: { session: 'expire' } }}>
            <Form send={send} />
          </ProblemScope>
        </Host>
      </main>
    )
  }
  const app = renderApp(<Page />, { session })
  await userEvent.click(screen.getByRole('button', { name: 'Open' }))
  const field = await screen.findByRole('textbox', { name: 'Name' })
  await userEvent.fill(field, 'half filled')
  const fails = async (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Save' }))
  return { ...app, send, asked, field, fails }
}

const card = (): Promise<HTMLElement> => screen.findByRole('article')
const kitDialog = (): HTMLDialogElement | null => document.querySelector('[data-remedy-dialog]:modal')

/** Opens and closes: a modal that goes away takes its time. */
const settled = { timeout: 5_000 }

/** Nothing above it hides it from assistive technology or makes it dead. */
function isHeard(element: Element): boolean {
  return element.closest('[aria-hidden="true"], [inert]') === null
}

/** What an app has somebody sign in again with. */
function SignIn(): ReactNode {
  const { signedIn } = useSession<string>()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        signedIn(ada)
      }}
    >
      <input aria-label="Password" autoComplete="current-password" />
      <button>Sign in now</button>
    </form>
  )
}

const ada = { id: 'ada', user: 'Ada' }

afterEach(() => document.body.removeAttribute('style'))

describe.each(Object.entries(hosts))('over an open %s', (_, Host) => {
  it('15. a toast is pressed and closed with the mouse; the modal stays open, and what was typed stays in it', async () => {
    const { send, asked, field, fails } = await start({ Host })
    await fails()
    await userEvent.click(within(await card()).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2))
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(asked).not.toHaveBeenCalled()
    expect(field).toBeVisible()
    expect(field).toHaveValue('half filled')
  })

  it('11, 14. a toast is reached by keyboard, its Escape closes it alone, and the focus goes back into the modal', async () => {
    const { send, asked, field, fails } = await start({ Host })
    await fails()
    const toast = await card()
    await userEvent.click(field)
    await userEvent.keyboard('{F6}')
    expect(screen.getByRole('region', { name: /F6/ })).toHaveFocus()
    await userEvent.keyboard('{Tab}')
    expect(within(toast).getByRole('button', { name: 'Try again' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2))
    await waitFor(() =>
      expect(within(toast).getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-busy'),
    )
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(field).toHaveFocus()
    expect(asked).not.toHaveBeenCalled()
  })

  it('6. toasts and live nodes are inside of it, where they are heard, and come out unharmed when it closes', async () => {
    const { field, fails } = await start({ Host })
    await fails()
    const toast = await card()
    const dialog = field.closest('[role=dialog], dialog')
    expect(dialog?.contains(toast)).toBe(true)
    for (const node of [toast, screen.getByRole('status'), screen.getByRole('alert')])
      expect(isHeard(node) && dialog?.contains(node)).toBe(true)
    await userEvent.click(field)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(field.isConnected && field.checkVisibility()).toBe(false), settled)
    await waitFor(() => expect(document.body.contains(toast) && isHeard(toast)).toBe(true))
    expect(await card()).toBe(toast)
    await waitFor(() => expect(toast.closest('[role=dialog], dialog')).toBeNull())
    await userEvent.click(within(toast).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
  })

  it('24. our dialog opens above it, holds the focus, closes alone on Escape, and gives the focus back', async () => {
    const { asked, field, fails } = await start({ Host, code: 'POINTS_INSUFFICIENT_BALANCE', status: 402 })
    await fails()
    await waitFor(() => expect(kitDialog()).not.toBeNull())
    const dialog = kitDialog()
    expect(within(dialog as HTMLElement).getByRole('heading')).toHaveFocus()
    expect(isHeard(dialog as HTMLElement)).toBe(true)
    const met = new Set<string | null | undefined>()
    for (let press = 0; press < 6; press += 1) {
      await userEvent.keyboard('{Tab}')
      met.add(document.activeElement === document.body ? 'BODY' : document.activeElement?.textContent)
    }
    expect(met).toEqual(new Set(['Recharge points', 'Close', 'BODY']))
    await userEvent.click(within(dialog as HTMLElement).getByRole('heading'))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(kitDialog()).toBeNull())
    expect(field).toBeVisible()
    expect(asked).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(asked).toHaveBeenCalledWith(false))
  })

  it('24. who was writing in it when our dialog came writes on where the caret was', async () => {
    const { client, field } = await start({ Host })
    await userEvent.click(field)
    await userEvent.keyboard('{End}')
    client.present(await fail('POINTS_INSUFFICIENT_BALANCE', 402).catch((thrown: unknown) => thrown))
    await waitFor(() => expect(kitDialog()).not.toBeNull())
    await userEvent.click(within(kitDialog() as HTMLElement).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(field).toHaveFocus())
    await userEvent.keyboard('!')
    expect(field).toHaveValue('half filled!')
  })

  it('24. signing in again opens above it, takes the focus and what is typed, and gives the focus back', async () => {
    const session = createSession<string>({ load: async () => null })
    session.signedIn(ada)
    const { asked, field, fails } = await start({ Host, code: 'AUTH_UNAUTHORIZED', status: 401, session })
    await fails()
    const password = await screen.findByRole('textbox', { name: 'Password' })
    expect(kitDialog()).toContainElement(document.activeElement as HTMLElement)
    await userEvent.keyboard('{Tab}secret')
    expect(password).toHaveValue('secret')
    await userEvent.keyboard('{Tab}{Enter}')
    // What was to be sent is not sent without asking.
    await userEvent.click(await screen.findByRole('button', { name: 'Don’t send' }))
    await waitFor(() => expect(kitDialog()).toBeNull())
    expect(session.getState().status).toBe('active')
    expect(screen.getByRole('button', { name: 'Save' })).toHaveFocus()
    expect(field).toHaveValue('half filled')
    expect(asked).not.toHaveBeenCalled()
  })
})
