import { act, screen, waitFor, within } from '@testing-library/react'
import { onlineManager } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSession } from '../../../src/index.ts'
import { renderApp } from '../app.tsx'
import { busy, button, card, countWords, faulty, live, pass, Page, Reads, Sends, usualWindow } from './page.tsx'

beforeEach(usualWindow)
afterEach(() => {
  vi.useRealTimers()
  onlineManager.setOnline(true)
})

describe('Announcing', () => {
  it('1. both live nodes are in the page, empty, before there is anything to say, and stay the same nodes', async () => {
    renderApp(<Sends />)
    const nodes = [live('status'), live('alert')]
    for (const node of nodes) expect(node).toBeEmptyDOMElement()
    const added: Element[] = []
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) if (addedNodes.length > 0) added.push(target as Element)
    })
    for (const node of nodes) observer.observe(node, { childList: true })
    await userEvent.click(button('Send'))
    await waitFor(() => expect(added).toEqual([live('alert')]))
    await userEvent.click(button('Close', await card()))
    observer.disconnect()
    expect([live('status'), live('alert')]).toEqual(nodes)
  })

  it('2. what the user just did interrupts; everything else waits for a pause', async () => {
    const cases = [
      { role: 'alert', children: <Sends /> },
      { role: 'status', children: <Reads /> },
      { role: 'status', children: <Reads read={() => faulty({ code: 'AUTH_TOO_MANY_REQUESTS', status: 429 })} /> },
    ] as const
    for (const { role, children } of cases) {
      const { view, queryClient } = renderApp(children)
      const send = screen.queryByRole('button', { name: 'Send' })
      if (send) await userEvent.click(send)
      await waitFor(() => expect(live(role)).not.toBeEmptyDOMElement())
      expect(live(role === 'alert' ? 'status' : 'alert')).toBeEmptyDOMElement()
      view.unmount()
      queryClient.clear()
    }
    renderApp(<Page />)
    act(() => onlineManager.setOnline(false))
    await waitFor(() => expect(live('status')).toHaveTextContent(/offline/))
    expect(live('alert')).toBeEmptyDOMElement()
    act(() => onlineManager.setOnline(true))
  })

  it('2. a lost session interrupts, whoever found it out', async () => {
    const lost = { code: 'AUTH_UNAUTHORIZED', status: 401 }
    const session = createSession<string>({ load: async () => null, refresh: () => faulty(lost) })
    session.signedIn({ id: 'ada', user: 'Ada' })
    renderApp(<Reads read={() => faulty(lost)} />, { session, login: vi.fn() })
    await waitFor(() => expect(live('alert')).not.toBeEmptyDOMElement())
    expect(live('status')).toBeEmptyDOMElement()
  })

  it('3. ten equal failures are one toast with a count, announced once', async () => {
    const { client } = renderApp(<Page />)
    const { said, stop } = countWords()
    for (let times = 0; times < 10; times += 1) client.present(await faulty().catch((thrown: unknown) => thrown))
    await waitFor(async () => expect(await card()).toHaveTextContent('×10'))
    expect(screen.getAllByRole('article')).toHaveLength(1)
    stop()
    expect(said).toHaveLength(1)
  })

  it('4. announced are title, description and that it can be tried again, and no label of a button', async () => {
    renderApp(<Sends />)
    await userEvent.click(button('Send'))
    const toast = await card()
    const title = toast.querySelector('[data-remedy-title]')?.textContent
    const message = toast.querySelector('[data-remedy-message]')?.textContent
    await waitFor(() => expect(live('alert').textContent).toBe(`${title}. ${message} You can try again.`))
    expect(document.querySelector('[data-remedy-layer="live"] :is(button, a, [tabindex])')).toBeNull()
    expect(toast.closest('[aria-live]:not([aria-live="off"]), [role="alert"], [role="status"]')).toBeNull()
  })

  it('5. a countdown is a timer outside of the live nodes; it is announced when it starts and when it is over', async () => {
    const limited = { ...busy, status: 429, headers: { 'retry-after': '30' } }
    const thrown = await faulty(limited).catch((reason: unknown) => reason)
    vi.useFakeTimers()
    const { client } = renderApp(<Page />)
    const { said, stop } = countWords()
    client.present(thrown)
    await pass(1_000, vi)
    const timer = screen.getByRole('timer')
    expect(timer).toHaveTextContent(/\d+ seconds/)
    expect(timer.closest('[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]')).toBeNull()
    const first = timer.textContent
    await pass(5_000, vi)
    expect(screen.getByRole('timer').textContent).not.toBe(first)
    await pass(30_000, vi)
    stop()
    expect(screen.queryByRole('timer')).toBeNull()
    expect(said.length).toBeLessThanOrEqual(3)
    expect(said.at(-1)).toBe('You can try again now.')
  })

  it('6. toasts and live nodes are inside the topmost modal while one is open', async () => {
    renderApp(
      <Page>
        <dialog aria-label="First">
          <Sends />
        </dialog>
        <dialog aria-label="Second">
          <Sends name="Send there" />
        </dialog>
      </Page>,
    )
    const [first, second] = [...document.querySelectorAll('dialog')] as [HTMLDialogElement, HTMLDialogElement]
    for (const dialog of [first, second]) await act(async () => dialog.showModal())
    await userEvent.click(button('Send there'))
    const toast = await card()
    for (const node of [toast, live('status'), live('alert')]) expect(second).toContainElement(node)
    await waitFor(() => expect(within(second).getByRole('alert')).not.toBeEmptyDOMElement())
    await act(async () => second.close())
    await waitFor(() => expect(first).toContainElement(toast))
    expect(first).toContainElement(live('alert'))
    await act(async () => first.close())
    await waitFor(() => expect(first).not.toContainElement(toast))
  })

  it('7. a retry is busy while it runs, and its result is announced, whichever it is', async () => {
    const answers: (() => Promise<unknown>)[] = [() => faulty(), () => faulty(), async () => 'sent']
    renderApp(<Sends send={async () => answers.shift()?.()} />)
    const { said, stop } = countWords()
    await userEvent.click(button('Send'))
    const toast = await card()
    let saw: string | null = null
    const observer = new MutationObserver(() => {
      saw ??= toast.querySelector('[aria-busy="true"]')?.textContent ?? null
    })
    observer.observe(toast, { subtree: true, attributes: true, childList: true, characterData: true })
    await waitFor(() => expect(said).toHaveLength(1))
    await userEvent.click(button('Try again', toast))
    await waitFor(() => expect(said).toHaveLength(2))
    expect(saw).toBe('One moment…')
    expect(said[1]).toBe(said[0])
    await waitFor(() => expect(button('Try again', toast)).not.toHaveAttribute('aria-disabled'))
    await userEvent.click(button('Try again', toast))
    await waitFor(() => expect(said.at(-1)).toBe('It’s working again.'))
    observer.disconnect()
    stop()
    expect(screen.queryByRole('article')).toBeNull()
  })
})
