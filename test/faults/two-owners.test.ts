import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { launchOptions } from '../../scripts/browser.mjs'
import { listen } from './complaints.ts'
import { startSite } from './site.ts'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
})

afterAll(() => browser.close())

const twoLayers = [expect.stringMatching(/two layers retry/)]

it.each([
  ['alone', 'by=ky', 3],
  ['on a page that has sent more than a browser remembers', 'by=ky&before=260', 3],
  ['in a hook with a retry of its own', 'by=ky&retry=5', 3],
  ['in two hooks at once', 'by=ky&by=ky', 6],
  ['from another origin', 'by=ky, from another origin', 3],
])('what ky sends again when the connection breaks, a hook does not: %s', async (_, query, requests) => {
  const { complaints, dropped, words } = await open(query)
  // Two that send the same at the same time cannot be told apart when it comes to the number.
  for (const said of words) expect(said).toMatch(words.length === 1 ? /NETWORK, sent 3/ : /sent \d/)
  expect(dropped()).toBe(requests)
  expect(complaints).toEqual(twoLayers)
})

it.each([
  ['ky without retries', 'by=ky, once', 3],
  ['fetch', 'by=fetch', 3],
  ['fetch, in two hooks that ask the same', 'by=fetch&by=fetch', 6],
  ['fetch, of which the third breaks', 'by=fetch, three times', 3],
])('what a client does not send again when the connection breaks, a hook does: %s', async (_, query, requests) => {
  const { complaints, dropped, words } = await open(query)
  expect(new Set(words)).toEqual(new Set(['shop NETWORK, sent once']))
  expect(dropped()).toBe(requests)
  expect(complaints).toEqual([])
})

it('a connection that breaks is read by the contract of the URL that was asked, though fetch does not say which', async () => {
  const { dropped, words } = await open('by=fetch&other')
  expect(words).toEqual(['shop NETWORK, sent once'])
  expect(dropped()).toBe(3)
})

it('and by none where that URL is nobody’s, though there is but one', async () => {
  const { words } = await open('by=ky, from another origin')
  expect(words).toEqual(['none NETWORK, sent 3'])
})

it.each([
  ['ky', 9, twoLayers],
  ['fetch', 3, []],
])('a plain hook is not held, and told of two layers: %s', async (name, requests, told) => {
  const { complaints, dropped } = await open(`plainly=${name}`)
  expect(dropped()).toBe(requests)
  expect(complaints).toEqual(told)
})

/** A page that asks what the server drops, when it has given up. */
async function open(query: string) {
  let dropped = 0
  let thirds = 0
  const site = await startSite('./clients.tsx', (response) => {
    // As on the connection of the page: the browser sends nothing again by itself.
    response.shouldKeepAlive = false
    const { url = '' } = response.req
    if (url.includes('done') || (url.endsWith('third') && ++thirds % 3 !== 0)) return false
    dropped++
    response.destroy()
    return true
  })
  const page = await browser.newPage()
  const complaints = listen(page)
  onTestFinished(async () => {
    await page.close()
    site.close()
  })
  await page.goto(`${site.url}?${query}`)
  const outputs = page.locator('output')
  await outputs.first().waitFor()
  await outputs.filter({ hasText: 'under way' }).first().waitFor({ state: 'detached' })
  return { complaints, dropped: () => dropped, words: await outputs.allTextContents() }
}
