import { act, render, screen, waitFor } from '@testing-library/react'
import { StrictMode, version, type ReactNode } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createRemedyClient, ErrorProvider, type RemedyClient } from '../../../src/index.ts'
import { Problem } from '../../../src/core.ts'
import { expectConsole } from '../../helpers/console.ts'
import { renderApp } from '../app.tsx'
import { showAll } from './every-surface.tsx'
import { button, card, kitDialog, Page, poor, Sends, faulty, usualWindow } from './page.tsx'

beforeEach(usualWindow)

describe('Platform', () => {
  it('38. no element of ours has a style attribute, and nothing puts styles into the page', async () => {
    const sheets = document.styleSheets.length
    await showAll({ withDialog: true })
    const styled = '[data-remedy-layer], [data-remedy-surface], [data-remedy-dialog], [data-remedy-banners]'
    expect(document.querySelectorAll(`:is(${styled})[style], :is(${styled}) [style]`)).toHaveLength(0)
    expect(document.styleSheets).toHaveLength(sheets)
  })

  it('38. StrictMode shows one toast and opens one dialog', async () => {
    const { client } = renderApp(<Sends send={() => faulty(poor)} />)
    client.present(new Error('boom'))
    await card()
    await userEvent.click(button('Send'))
    await waitFor(() => expect(kitDialog()).not.toBeNull())
    expect(screen.getAllByRole('article')).toHaveLength(1)
    expect(document.querySelectorAll('[data-remedy-dialog]')).toHaveLength(1)
    expect(document.querySelectorAll('[data-remedy-layer]')).toHaveLength(2)
  })

  it('38. what a server renders has no style and is hydrated without a word, with something to show at once', async () => {
    // React 18 takes the window of this "server" for a browser's mistake.
    if (version.startsWith('18')) expectConsole('error', /useLayoutEffect does nothing on the server/)
    const [onServer, here] = [shop(), shop()]
    const html = renderToString(<App client={onServer} />)
    expect(html).not.toMatch(/\sstyle=|<style/)
    const container = document.createElement('div')
    container.innerHTML = html
    document.body.append(container)
    here.present(new Problem({ kind: 'http', code: 'ODD', status: 500 }), { show: 'banner' })
    const complaints: unknown[] = []
    let root: Root | undefined
    await act(async () => {
      root = hydrateRoot(container, <App client={here} />, { onRecoverableError: (error) => complaints.push(error) })
    })
    expect(await card()).toBeVisible()
    expect(container.querySelector('main')?.textContent).toContain('Before')
    expect(complaints).toEqual([])
    await act(async () => root?.unmount())
    container.remove()
  })
})

const shop = (): RemedyClient => createRemedyClient({ contracts: [] })

function App({ client }: { readonly client: RemedyClient }): ReactNode {
  return (
    <StrictMode>
      <ErrorProvider contracts={[]} client={client}>
        <Page />
      </ErrorProvider>
    </StrictMode>
  )
}

describe('Several providers on one page', () => {
  it.each([2, 4])('show each its own, all within reach, and go without a trace: %i', async (count) => {
    await page.viewport(1_000, 600)
    const clients = Array.from({ length: count }, shop)
    const view = render(clients.map((client, index) => <App key={index} client={client} />))
    for (const [index, client] of clients.entries())
      client.present(new Problem({ kind: 'http', code: `OF_${index}`, status: 500 }))
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(count))
    for (const toast of screen.getAllByRole('article'))
      await waitFor(() => expect(reachable(button('Close', toast))).toBe(true))
    view.unmount()
    expect(document.querySelector('[data-remedy-layer]')).toBeNull()
  })

  it('that lie over each other where the window is too small are brought up by the key, one by one', async () => {
    await page.viewport(300, 300)
    const clients = Array.from({ length: 3 }, shop)
    render(clients.map((client, index) => <App key={index} client={client} />))
    for (const client of clients) client.present(new Problem({ kind: 'http', code: 'ODD', status: 500 }))
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(3))
    for (const toast of screen.getAllByRole('article')) {
      await userEvent.keyboard('{F6}')
      expect(toast.closest('[data-remedy-region]')).toHaveFocus()
      await waitFor(() => expect(reachable(button('Close', toast))).toBe(true))
    }
  })
})

function reachable(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
}

describe('A browser without popovers and dialogs', () => {
  it('shows both in fixed boxes above the page, with the same buttons and the same focus', async () => {
    const gone = [
      take(HTMLElement.prototype, 'showPopover', 'hidePopover', 'popover'),
      take(HTMLDialogElement.prototype, 'showModal', 'close'),
    ]
    const { actions, view } = renderApp(
      <Page>
        <Sends send={() => faulty(poor)} />
        <Sends name="Other" />
      </Page>,
    )
    await userEvent.click(button('Other'))
    const toast = await card()
    const region = toast.closest('[data-remedy-region]') as HTMLElement
    expect(getComputedStyle(region)).toMatchObject({ position: 'fixed', zIndex: '2147483647' })
    await waitFor(() => expect(reachable(button('Close', toast))).toBe(true))
    await userEvent.click(button('Send'))
    const dialog = await screen.findByRole('alertdialog')
    expect(getComputedStyle(dialog).position).toBe('fixed')
    expect(dialog.querySelector('h2')).toHaveFocus()
    await userEvent.click(button('Recharge points'))
    await waitFor(() => expect(actions.recharge).toHaveBeenCalledTimes(1))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(button('Send')).toHaveFocus()
    await userEvent.click(button('Close', toast))
    await waitFor(() => expect(region).not.toBeVisible())
    view.unmount()
    for (const giveBack of gone) giveBack()
  })
})

/** Takes members from a prototype, as if this browser did not know them. */
function take(prototype: object, ...names: readonly string[]): () => void {
  const taken = names.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const)
  for (const name of names) Reflect.deleteProperty(prototype, name)
  return () => {
    for (const [name, descriptor] of taken) if (descriptor) Object.defineProperty(prototype, name, descriptor)
  }
}
