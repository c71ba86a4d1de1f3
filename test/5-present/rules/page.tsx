import { act, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { cdp, page } from 'vitest/browser'
import { useApiMutation, useApiQuery } from '../../../src/index.ts'
import '../../../src/styles.css'
import { fail } from '../app.tsx'

/** How a request fails. */
export interface Fault {
  readonly code?: string
  readonly status?: number
  readonly body?: object
  readonly headers?: Record<string, string>
}

/** A failure that is shown as a toast and can be tried again. */
export const busy: Fault = { code: 'AUTH_SERVICE_UNAVAILABLE', status: 503 }
/** A failure that is shown as a dialog, with two buttons. */
export const poor: Fault = { code: 'POINTS_INSUFFICIENT_BALANCE', status: 402 }

/** Throws as the backend would answer. */
export function faulty({ code = 'AUTH_SERVICE_UNAVAILABLE', status = 503, body = {}, headers = {} }: Fault = busy) {
  return fail(code, status, body, headers)
}

const fails = (): Promise<never> => faulty()

/** What the user does: a button whose request fails, or answers where `send` does. */
export function Sends({ name = 'Send', send = fails }: { name?: string; send?: () => Promise<unknown> }) {
  const { mutate } = useApiMutation({ mutationFn: send })
  return (
    <button type="button" onClick={() => mutate()}>
      {name}
    </button>
  )
}

/** What happens by itself: something that is read when the page opens. */
export function Reads({ name = 'reads', read = fails }: { name?: string; read?: () => Promise<unknown> }) {
  const query = useApiQuery({ queryKey: [name], queryFn: read, retry: false })
  return <output>{query.status}</output>
}

/** A page of the application, with something before and something behind. */
export function Page({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <main>
      <button type="button">Before</button>
      {children}
      <button type="button">Behind</button>
    </main>
  )
}

export const card = (): Promise<HTMLElement> => screen.findByRole('article')
export const button = (name: string | RegExp, inside: HTMLElement = document.body): HTMLElement =>
  within(inside).getByRole('button', { name })
export const kitDialog = (): HTMLDialogElement | null => document.querySelector('[data-remedy-dialog]:modal')
export const live = (role: 'status' | 'alert'): HTMLElement => {
  const node = document.querySelector<HTMLElement>(`[data-remedy-layer="live"] [role="${role}"]`)
  if (node === null) throw new Error(`there is no live node for ${role}`)
  return node
}

/** Counts how often the live nodes are written to. */
export function countWords(): { readonly said: string[]; readonly stop: () => void } {
  const said: string[] = []
  const nodes = [live('status'), live('alert')]
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) if (addedNodes.length > 0) said.push(target.textContent ?? '')
  })
  for (const node of nodes) observer.observe(node, { childList: true })
  return { said, stop: () => observer.disconnect() }
}

/** What the system says of itself: `prefers-color-scheme`, `forced-colors`, `prefers-reduced-motion`. */
export async function emulate(features: Readonly<Record<string, string>> = {}): Promise<void> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }))
  await cdp().send('Emulation.setEmulatedMedia', { features: list })
}

/** A window of the usual size. */
export function usualWindow(): Promise<void> {
  return page.viewport(800, 600)
}

/** Lets time pass, and React hear of it. */
export function pass(milliseconds: number, clock: { advanceTimersByTimeAsync: (by: number) => Promise<unknown> }) {
  return act(async () => void (await clock.advanceTimersByTimeAsync(milliseconds)))
}
