import { execFile } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchOptions } from '../../scripts/browser.mjs'
import { npm } from '../../scripts/ensure-deps.mjs'
import { serve } from './serve.ts'
import { projectRoot, tarball } from './places.ts'

const run = promisify(execFile)
const manifest = readManifest(projectRoot)
const tools = ['vite', '@vitejs/plugin-react']
const sets = {
  lowest: { ...lowestPeers(), '@types/react': '~18.3.0', '@types/react-dom': '~18.3.0' },
  newest: installed([...Object.keys(manifest.peerDependencies), '@types/react', '@types/react-dom']),
}

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(launchOptions())
})

afterAll(() => browser.close())

describe('an empty Vite and React project that installs the tarball', () => {
  it.for(Object.entries(sets))(
    'shows a failure and runs what it offers, with the %s peers',
    { timeout: 240_000 },
    async ([, peers]) => {
      const folder = await build(peers)
      const { url, close } = await serve(`${folder}/dist`)
      onTestFinished(close)
      const page = await browser.newPage()
      const complaints = listen(page)

      await page.goto(url)
      await page.getByRole('button', { name: 'Cast' }).click()
      const dialog = page.getByRole('alertdialog')
      await dialog.waitFor()
      expect(await dialog.innerText()).not.toContain('POINTS_INSUFFICIENT_BALANCE')
      // The app's own minifier has been over the stylesheet by now.
      expect(await dialog.evaluate((box) => getComputedStyle(box).backgroundColor)).toBe('rgb(255, 255, 255)')
      await dialog.getByRole('button').first().click()

      await page.getByText('Actions run: recharge', { exact: true }).waitFor()
      expect(await page.locator('output').innerText()).toBe('POINTS_INSUFFICIENT_BALANCE')

      for (const name of ['Hook form', 'TanStack form']) {
        const form = page.getByRole('form', { name })
        await form.getByRole('button').click()
        await form.getByText('Fill this in.').waitFor()
        await form.getByRole('textbox').fill('ada@example.com')
        await form.getByText('Fill this in.').waitFor({ state: 'detached' })
      }
      expect(complaints).toEqual([])
    },
  )
})

async function build(peers: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(`${tmpdir()}/remedy-consumer-`)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(`${projectRoot}test/consumer`, folder, { recursive: true })
  const own: unknown = readManifest(folder)
  const dependencies = { ...peers, ...installed(tools), 'react-remedy': `file:${tarball}` }
  writeFileSync(`${folder}/package.json`, JSON.stringify({ ...(own as object), dependencies }))
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error']
  const { status, stderr } = npm(args, folder, 'pipe')
  expect(status, stderr).toBe(0)
  expect(await complaintsOf([`${projectRoot}node_modules/typescript/bin/tsc`, '--pretty', 'false'], folder)).toBe('')
  expect(await complaintsOf([`${folder}/node_modules/vite/bin/vite.js`, 'build'], folder)).toBe('')
  return folder
}

/** What a tool says when it fails; nothing when it does not. */
async function complaintsOf(command: string[], cwd: string): Promise<string> {
  try {
    await run(process.execPath, command, { cwd, env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' } })
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return stdout + stderr
  }
}

/** The console, thrown errors, and what the policy forbade. A browser writes failed responses there by itself. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    const loud = message.type() === 'error' || message.type() === 'warning'
    if (loud && !message.text().startsWith('Failed to load resource')) heard.push(message.text())
  })
  return heard
}

interface Manifest {
  readonly version: string
  readonly peerDependencies: Readonly<Record<string, string>>
}

function readManifest(folder: string): Manifest {
  const read: unknown = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  return read as Manifest
}

function installed(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readManifest(`${projectRoot}node_modules/${name}`).version]))
}

/** What `package.json` promises at the lower end: the number in the range itself. */
function lowestPeers(): Record<string, string> {
  const ranges = Object.entries(manifest.peerDependencies)
  return Object.fromEntries(ranges.map(([name, range]) => [name, `~${range.replace(/^[^\d]*/, '')}`]))
}
