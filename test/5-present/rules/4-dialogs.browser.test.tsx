import { act, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSession, ProblemActions, ProblemDialogs, ProblemScope, type IncidentProps } from '../../../src/index.ts'
import { renderApp } from '../app.tsx'
import { createStage, incidentOf } from '../surfaces/stage.tsx'
import { violations } from './axe.ts'
import { button, faulty, kitDialog, Page, pass, poor, Sends, usualWindow } from './page.tsx'

/** Presses a button whose answer is a dialog. */
async function open(fault = poor, options: Parameters<typeof renderApp>[1] = {}) {
  const app = renderApp(
    <Page>
      <label>
        Question
        <input />
      </label>
      <Sends send={() => faulty(fault)} />
    </Page>,
    options,
  )
  await userEvent.fill(screen.getByRole('textbox'), 'half written')
  await userEvent.click(button('Send'))
  const dialog = await waitFor(() => {
    const found = kitDialog()
    if (found === null) throw new Error('no dialog is open')
    return found
  })
  return { ...app, dialog }
}

beforeEach(usualWindow)
afterEach(() => void vi.useRealTimers())

describe('Dialogs', () => {
  it('20. is the platform’s modal, an alert dialog where it interrupts, named by its heading and described by its message', async () => {
    const { dialog } = await open()
    expect(dialog.matches(':modal')).toBe(true)
    expect(dialog).toHaveAttribute('role', 'alertdialog')
    expect(dialog).toHaveAccessibleName(within(dialog).getByRole('heading').textContent ?? '')
    expect(dialog).toHaveAccessibleDescription(dialog.querySelector('[data-remedy-message]')?.textContent ?? '')
    expect(await violations(dialog)).toEqual([])
  })

  it('20. what comes by itself is a dialog and no alert dialog', async () => {
    const { client } = renderApp(<Page />)
    client.present(await faulty(poor).catch((thrown: unknown) => thrown))
    expect(await screen.findByRole('dialog')).toBe(kitDialog())
  })

  it('21. the focus moves in, to the heading, where no key presses a button by accident; Tab never leaves', async () => {
    const { dialog } = await open()
    expect(within(dialog).getByRole('heading')).toHaveFocus()
    for (const keys of ['{Tab}', '{Tab}', '{Tab}', '{Tab}', '{Shift>}{Tab}{/Shift}', '{Shift>}{Tab}{/Shift}']) {
      await userEvent.keyboard(keys)
      // Past the last one the browser's own buttons have it, and the body stands in for them.
      expect([dialog, document.body]).toContain(document.activeElement?.closest('dialog') ?? document.body)
    }
  })

  it('22. when it closes the focus goes back to what had it', async () => {
    await open()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(kitDialog()).toBeNull())
    expect(button('Send')).toHaveFocus()
  })

  it('22. what was half written is written on, after a press in the dialog', async () => {
    const { client } = renderApp(
      <Page>
        <input aria-label="Question" />
      </Page>,
    )
    await userEvent.type(screen.getByRole('textbox'), 'half')
    client.present(await faulty(poor).catch((thrown: unknown) => thrown))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus())
    await userEvent.keyboard(' written')
    expect(screen.getByRole('textbox')).toHaveValue('half written')
  })

  it('22. where that is gone, to the main part of the page', async () => {
    await open()
    button('Send').remove()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus())
  })

  it('23. Escape closes what may be put away', async () => {
    const { incidents } = await open()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(incidents()).toEqual([]))
  })

  it('23. what may not be put away survives Escape four times, and its button works', async () => {
    const made = createStage()
    const gone = incidentOf('AUTH_UNAUTHORIZED', { shown: 'dialog', offer: ['login'] })
    render(<ProblemDialogs />, { wrapper: made.Stage })
    await act(async () => made.show(gone))
    await userEvent.keyboard('{Escape}{Escape}{Escape}{Escape}')
    expect(kitDialog()?.matches(':modal')).toBe(true)
    await userEvent.click(button('Sign in'))
    expect(made.pressed).toEqual(['AUTH_UNAUTHORIZED login'])
  })

  it('25. before a session ends there is time to stay signed in by one press, as often as one likes', async () => {
    vi.useFakeTimers()
    const stays = () => ({ id: 'ada', user: 'Ada', expiresAt: Date.now() + 90_000 })
    const refresh = vi.fn(async () => stays())
    const session = createSession<string>({ load: async () => null, refresh })
    session.signedIn(stays())
    renderApp(<Page />, { session })
    for (let times = 1; times <= 10; times += 1) {
      while (screen.queryByRole('button', { name: 'Stay signed in' }) === null) await pass(5_000, vi)
      expect((session.getState().expiresAt ?? 0) - Date.now()).toBeGreaterThan(20_000)
      button('Stay signed in').click()
      await vi.waitFor(() => expect(refresh).toHaveBeenCalledTimes(times))
      await pass(1_000, vi)
    }
    expect(session.getState().status).toBe('active')
  })

  it('25. signing in again takes nothing away: what was typed is there, and the focus is where it was', async () => {
    const ada = { id: 'ada', user: 'Ada' }
    const session = createSession<string>({ load: async () => null })
    session.signedIn(ada)
    const { client } = renderApp(<Form />, { session, login: () => session.signedIn(ada) })
    await userEvent.fill(screen.getByRole('textbox'), 'half written')
    await userEvent.click(button('Send'))
    await waitFor(() => expect(kitDialog()).not.toBeNull())
    expect(client.store.getState().session.status).toBe('expired')
    await userEvent.click(button('Sign in'))
    await waitFor(() => expect(kitDialog()).toBeNull())
    expect(client.store.getState().session.status).toBe('active')
    expect(screen.getByRole('textbox')).toHaveValue('half written')
    expect(button('Send')).toHaveFocus()
  })

  it('26. a form in it takes what is pasted and what a password manager fills in', async () => {
    const { dialog } = await open(poor, { surfaces: { dialog: SignIn } })
    const [name, password] = [...dialog.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement]
    expect(name).toHaveFocus()
    await userEvent.fill(name, 'ada')
    await userEvent.keyboard('{ControlOrMeta>}ac{/ControlOrMeta}')
    await userEvent.click(password)
    await userEvent.keyboard('{ControlOrMeta>}v{/ControlOrMeta}')
    expect(password).toHaveValue('ada')
    expect(await violations(dialog)).toEqual([])
    expect(name.form).toBe(password.form)
  })
})

/** A form whose request finds out that the sign-in has run out. */
function Form() {
  const remedies = { AUTH_UNAUTHORIZED: { session: 'expire', show: 'dialog', offer: ['login'] } } as const
  return (
    <ProblemScope remedies={remedies}>
      <Page>
        <label>
          Question
          <input />
        </label>
        <Sends send={() => faulty({ code: 'AUTH_UNAUTHORIZED', status: 401 })} />
      </Page>
    </ProblemScope>
  )
}

/** What an app puts into our dialog. */
function SignIn({ incident }: IncidentProps) {
  return (
    <form>
      <label>
        Name <input autoComplete="username" />
      </label>
      <label>
        Password <input type="password" autoComplete="current-password" />
      </label>
      <ProblemActions incident={incident} />
    </form>
  )
}
