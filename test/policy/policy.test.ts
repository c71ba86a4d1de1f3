import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import messagesDe from '../../src/contracts/divination/messages/de.ts'
import messagesJa from '../../src/contracts/divination/messages/ja.ts'
import messagesZhTW from '../../src/contracts/divination/messages/zh-TW.ts'
import de from '../../src/locales/de.ts'
import ja from '../../src/locales/ja.ts'
import zhTW from '../../src/locales/zh-TW.ts'
import { launchOptions } from '../../scripts/browser.mjs'
import { serveStrictly } from './strict-server.ts'

const reacts = {
  'React 19': {},
  'React 18.3': { react: 'react-18', 'react-dom': 'react-dom-18' },
}

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
})

afterAll(() => browser.close())

describe('under the strictest policy a page can live with', () => {
  it.each(Object.entries(reacts))('38. every surface of the built page breaks none of it: %s', async (_, alias) => {
    const { page, violations, complaints } = await open(alias)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    for (const name of ['banner', 'inline', 'pending', 'form', 'toast', 'page']) await press(name)
    const surfaces = ['banner', 'inline', 'pending', 'summary', 'field', 'toast', 'page']
    for (const surface of surfaces) await page.locator(`[data-remedy-surface="${surface}"]`).first().waitFor()
    await page.getByRole('timer').waitFor()
    await page.getByText('Details').first().click()
    await page.getByRole('button', { name: 'Copy report' }).first().click()
    await page.locator('[data-remedy-details] output').first().filter({ hasText: /\S/ }).waitFor()
    await page.getByRole('button', { name: 'Close' }).last().click()
    await press('lost')
    await press('dialog')
    await page.getByRole('alertdialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect(await violations()).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('P8: the page has loaded, the network goes', () => {
  it.each([
    ['ja', ja, messagesJa],
    ['de', de, messagesDe],
    ['zh-HK', zhTW, messagesZhTW],
  ])('and the words are there, of the kit and of the contract: %s', async (language, texts, messages) => {
    const { page, context } = await open({}, `?lang=${language}`)
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.getByText(texts.parts.offline).first().waitFor()
    await page.getByRole('button', { name: 'unreachable' }).click()
    await page.getByRole('article', { name: texts.kinds.network.title }).waitFor()
    await page.getByRole('button', { name: 'known' }).click()
    await page.getByRole('article', { name: messages.POINTS_INSUFFICIENT_BALANCE.title }).waitFor()
    expect(asked.filter((path) => !path.startsWith('/api/'))).toEqual([])
  })
})

/** Builds the page with one of the Reacts, serves it under the policy, and opens it. */
async function open(alias: Readonly<Record<string, string>>, query = '') {
  const folder = await mkdtemp(`${tmpdir()}/remedy-policy-`)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const root = fileURLToPath(new URL('page', import.meta.url))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: folder, emptyOutDir: true },
  })
  const { url, close } = await serveStrictly(folder)
  onTestFinished(close)
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const complaints = listen(page)
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { violations: seen })
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample, sourceFile }) =>
      seen.push(`${violatedDirective} ${sourceFile} ${sample}`),
    )
  })
  await page.goto(`${url}${query}`)
  const violations = () => page.evaluate(() => Reflect.get(window, 'violations') as readonly string[])
  return { page, context, violations, complaints }
}

/** The console and thrown errors. A browser writes failed responses there by itself. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', ({ message }) => message === 'boom' || heard.push(message))
  page.on('console', (message) => {
    const loud = message.type() === 'error' || message.type() === 'warning'
    if (loud && !/^Failed to load resource|boom|ERR_INTERNET/.test(message.text())) heard.push(message.text())
  })
  return heard
}
