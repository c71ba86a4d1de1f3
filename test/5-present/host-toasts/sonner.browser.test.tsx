import { screen, waitFor } from '@testing-library/react'
import { Toaster } from 'sonner'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderApp } from '../app.tsx'
import { button, faulty, Sends } from '../rules/page.tsx'
import { SonnerToasts } from './sonner-toasts.tsx'

const surfaces = { toast: null, announcer: null }

function start(...answers: (() => Promise<unknown>)[]) {
  return renderApp(
    <>
      <Sends send={async () => answers.shift()?.()} />
      <SonnerToasts />
      <Toaster />
    </>,
    { surfaces },
  )
}

const shown = () => document.querySelectorAll('[data-sonner-toast]')
const title = 'Signing in isn’t possible right now'

test('an incident is a toast of sonner and none of ours; its button acts, and it goes when the failure is over', async () => {
  start(
    () => faulty(),
    () => faulty(),
    async () => 'sent',
  )
  await userEvent.click(button('Send'))
  await waitFor(() => expect(screen.getByText(title)).toBeVisible())
  expect(screen.getByText(/It should work again soon/)).toBeVisible()
  expect(document.querySelector('[data-remedy-region], [data-remedy-layer]')).toBeNull()
  await userEvent.click(button('Try again'))
  await waitFor(() => expect(shown()).toHaveLength(1))
  await userEvent.click(button('Try again'))
  await waitFor(() => expect(shown()).toHaveLength(0))
})

test('closing it puts the incident away', async () => {
  const { incidents } = start(() => faulty())
  await userEvent.click(button('Send'))
  await screen.findByText(title)
  await userEvent.click(button('Close toast'))
  await waitFor(() => expect(incidents()).toEqual([]))
  await waitFor(() => expect(shown()).toHaveLength(0))
})

test('what nobody claims is shown there too, and what a dialog shows is not', async () => {
  const { client, incidents } = start()
  client.present(await faulty({ code: 'AUTH_USER_NOT_FOUND', status: 404 }).catch((thrown: unknown) => thrown))
  await waitFor(() => expect(shown()).toHaveLength(1))
  client.present(await faulty({ code: 'POINTS_INSUFFICIENT_BALANCE', status: 402 }).catch((thrown: unknown) => thrown))
  await screen.findByRole('dialog')
  expect(incidents()).toHaveLength(2)
  expect(shown()).toHaveLength(1)
})
