// Finds a Chromium that really starts, or fetches one, and notes where it is for the configs of Vitest and Playwright.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { browserFlags, launchOptions, noteFile, ownBrowserExists, systemBrowsers } from './browser.mjs'
import { npm } from './ensure-deps.mjs'

/** @typedef {{ executablePath?: string, env?: Record<string, string> }} Browser */

const cache = dirname(noteFile)
// Pinned: a newer one may want a newer Node. Fetched only where it is needed, because it is large and for Linux x64 alone.
const shipped = '@sparticuz/chromium@153.0.0'

/** Each way to a browser: what is said when it is tried, and how. The first browser that renders a page wins. */
const ways = [
  { find: () => (ownBrowserExists() ? [{}] : []) },
  { find: () => systemBrowsers().filter(existsSync).map(asBrowser) },
  { say: 'No browser found: asking Playwright for one', find: installOwn },
  { say: `Playwright cannot fetch one here: taking ${shipped} from npm`, find: installShipped },
  { say: 'No browser on npm for this machine: asking apt-get for chromium', find: installWithApt },
]

/** Ends with a browser that starts, noted in `node_modules/.cache`; throws with what to do when there is none. */
export async function ensureBrowser() {
  if (process.env['CHROME_PATH']) return takeGiven(process.env['CHROME_PATH'])
  if (existsSync(noteFile) && (await starts(launchOptions()))) return
  rmSync(noteFile, { force: true })
  for (const way of ways) {
    if (way.say) console.log(way.say)
    for (const browser of await way.find()) if (await starts(browser)) return note(browser)
  }
  throw new Error(
    'Found no Chromium that starts, and could not fetch one. Install one and set CHROME_PATH to its program.',
  )
}

async function takeGiven(executablePath) {
  if (await starts({ executablePath })) return
  throw new Error(`CHROME_PATH is ${executablePath}, and that does not start as a browser.`)
}

/** A browser that is there may still lack a library, so a page has to come out of it. */
async function starts(browser) {
  const env = browser.env && { ...process.env, ...browser.env }
  const running = await chromium
    .launch({ ...browser, args: browserFlags(), env, timeout: 20_000 })
    .catch(() => undefined)
  if (!running) return false
  try {
    const page = await running.newPage()
    await page.setContent('<p>ready</p>')
    return (await page.textContent('p')) === 'ready'
  } catch {
    return false
  } finally {
    await running.close().catch(() => {})
  }
}

function installOwn() {
  const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('playwright/package.json')))
  const run = [cli, 'install', '--only-shell', 'chromium']
  const { status } = spawnSync(process.execPath, run, { stdio: 'ignore', timeout: 120_000 })
  return status === 0 ? [{}] : []
}

async function installShipped() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const home = join(cache, 'chromium')
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  const { status } = npm(['install', shipped, '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], home)
  if (status !== 0) return []
  return [await unpack(home)]
}

/** The package unpacks into the folder for temporary files; it is given one of its own. */
async function unpack(home) {
  const module = join(home, 'node_modules', '@sparticuz', 'chromium')
  const { default: shell, inflate } = await import(pathToFileURL(join(module, 'build', 'index.js')).href)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = home
  try {
    const executablePath = await shell.executablePath()
    await inflate(join(module, 'bin', 'al2023.tar.br')) // libnss3 and its kin, which slim images lack
    const env = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }
    return { executablePath, env: existsSync('/etc/fonts') ? env : { ...env, FONTCONFIG_PATH: join(home, 'fonts') } }
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

// The last resort, because it changes the system: only as root, and only where there is an apt-get.
function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return []
  const run = (args) => spawnSync('apt-get', args, { stdio: 'inherit', timeout: 600_000 })
  run(['update', '-q'])
  run(['install', '-y', '-q', '--no-install-recommends', 'chromium'])
  return systemBrowsers().filter(existsSync).map(asBrowser)
}

function asBrowser(executablePath) {
  return { executablePath }
}

function note(browser) {
  mkdirSync(cache, { recursive: true })
  writeFileSync(noteFile, JSON.stringify(browser))
  console.log(`Browser: ${browser.executablePath ?? "Playwright's own"}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBrowser().catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
}
