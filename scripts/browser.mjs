// Finds a Chromium without waiting for anything, for the configs of Vitest and Playwright, which must be synchronous.
// `ensure-browser.mjs` fetches one where there is none and leaves a note for this file.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

/** Where `ensure-browser.mjs` notes what it found. Inside node_modules, so that it goes when they go. */
export const noteFile = fileURLToPath(new URL('../node_modules/.cache/react-remedy/browser.json', import.meta.url))

/** Flags for every run: no network of the browser's own, no GPU. Without root and outside CI the sandbox stays on. */
export function browserFlags() {
  const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  flags.push('--disable-component-update', '--disable-sync')
  if (process.env['CI'] || process.getuid?.() === 0) flags.push('--no-sandbox')
  return flags
}

/**
 * What Playwright must know to start the browser of this machine. Without `executablePath` it starts its own.
 * @returns {{ executablePath?: string, args: string[], env?: Record<string, string> }}
 */
export function launchOptions() {
  const args = browserFlags()
  if (process.env['CHROME_PATH']) return { executablePath: process.env['CHROME_PATH'], args }
  const note = readNote()
  if (note) return { ...note, args }
  if (ownBrowserExists()) return { args }
  const executablePath = systemBrowsers().find(existsSync)
  return executablePath ? { executablePath, args } : { args }
}

/** Has Playwright a browser in its own cache? Headless runs need the small shell, which lies beside the full one. */
export function ownBrowserExists() {
  const full = chromium.executablePath()
  const shell = full
    .replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/chrome-linux(64)?([\\/])chrome$/, 'chrome-headless-shell-linux64$2chrome-headless-shell')
  return existsSync(shell) || existsSync(full)
}

/** Every place where an installed Chromium, Chrome or Edge may be, the likeliest first. */
export function systemBrowsers() {
  if (process.platform === 'darwin') return macBrowsers()
  if (process.platform === 'win32') return windowsBrowsers()
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable)
}

function macBrowsers() {
  return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  )
}

function windowsBrowsers() {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]).filter(Boolean)
  const places = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
  return roots.flatMap((root) => places.map((place) => join(/** @type {string} */ (root), place)))
}

function readNote() {
  try {
    const { executablePath, env } = JSON.parse(readFileSync(noteFile, 'utf8'))
    if (!executablePath || !existsSync(executablePath)) return undefined
    return env ? { executablePath, env: { ...process.env, ...env } } : { executablePath }
  } catch {
    return undefined
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
