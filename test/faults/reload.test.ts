import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { launchOptions } from '../../scripts/browser.mjs'
import { listen } from './complaints.ts'
import { startSite, type Answering } from './site.ts'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
})

afterAll(() => browser.close())

const first: Answering = (_, turn) => turn === 1
const firstBreaks: Answering = (response, turn) => turn === 1 && response.writeHead(502).end() !== undefined

describe('a page that is reloaded while its order is under way', () => {
  it('places it once where the order has an intent: the key of before the reload is sent again', async () => {
    const { site, page, press, result } = await openTill(first)
    await press('once')
    await vi.waitFor(() => expect(site.ledger.effects).toEqual(['tea']))
    await page.reload()
    await press('once')
    await result('once', '1')
    expect(site.ledger.effects).toEqual(['tea'])
    expect(site.keys).toEqual([site.keys[0], site.keys[0]])
    // It was answered: the next order is another.
    await press('once')
    await result('once', '2')
    expect(site.keys[2]).not.toBe(site.keys[0])
  })

  it('places it twice where it has none: nobody said that the second press means the same', async () => {
    const { site, page, press, result } = await openTill(first)
    await press('each time')
    await vi.waitFor(() => expect(site.ledger.effects).toEqual(['tea']))
    await page.reload()
    await press('each time')
    await result('each time', '2')
    expect(new Set(site.keys).size).toBe(2)
  })
})

describe('two presses at once', () => {
  it.each([
    ['once', 1],
    ['each time', 2],
  ])('of an order that is placed %s: %i', async (name, orders) => {
    const { site, page, result } = await openTill()
    await page.getByRole('button', { name }).dblclick()
    await result(name, String(orders))
    expect(site.ledger.effects).toHaveLength(orders)
  })
})

describe('a browser that keeps nothing', () => {
  it('places an order once as long as the page lives, and nothing breaks', async () => {
    const { site, press, result } = await openTill(firstBreaks, forbidStorage)
    await press('once')
    await result('once', '1')
    expect(site.ledger.effects).toEqual(['tea'])
    expect(site.keys).toEqual([site.keys[0], site.keys[0]])
  })
})

describe('a key', () => {
  it('goes along with a redirect that stays on its origin', async () => {
    const redirect: Answering = (response, turn) =>
      turn === 1 && response.writeHead(307, { location: '/api/orders/tea' }).end() !== undefined
    const { site, press, result } = await openTill(redirect)
    await press('once')
    await result('once', '1')
    expect(site.keys).toEqual([site.keys[0], site.keys[0]])
  })

  it('goes to no other origin, however welcome it is there', async () => {
    const other = await startStranger()
    const redirect: Answering = (response) => response.writeHead(307, { location: other.url }).end() !== undefined
    const { page, press } = await openTill(redirect)
    await press('once')
    await page.locator('[data-remedy-surface="toast"]').first().waitFor()
    expect(other.asked).toEqual([])
  })
})

async function openTill(answering?: Answering, before: () => void = () => {}) {
  const site = await startSite('./till.tsx', answering)
  const page = await browser.newPage()
  const complaints = listen(page)
  onTestFinished(async () => {
    await page.close()
    site.close()
    expect(complaints).toEqual([])
  })
  await page.addInitScript(before)
  await page.goto(site.url)
  return {
    site,
    page,
    press: (name: string) => page.getByRole('button', { name }).click(),
    result: (name: string, words: string) => shows(page, name, words),
  }
}

function shows(page: Page, name: string, words: string): Promise<void> {
  return page.locator(`output[aria-label="${name}"]`).filter({ hasText: words }).waitFor()
}

/** A server of somebody else's that takes everything from everywhere. */
async function startStranger() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${String(request.headers['idempotency-key'])}`)
    const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }
    response.writeHead(200, { ...open, 'access-control-allow-methods': '*' }).end('{"order":0}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** In the page, before anything else: as where a user has forbidden all storage. */
function forbidStorage(): void {
  Object.defineProperty(globalThis, 'sessionStorage', {
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    },
  })
}
