// Makes `npm start` and `npm test` work in a fresh clone: installs what the lock file names where it is not there yet.
// Node built-ins only, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs the dependencies when they are missing or are not those of the lock file; throws when it cannot. */
export function ensureDeps(folder = root) {
  requireNode()
  const reason = whyInstall(folder)
  if (!reason) return
  console.log(`${reason}: running "npm ci" (about ten seconds)`)
  const { status } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
  if (status === 0) return
  throw new Error('"npm ci" failed; its words are above. Nothing can run without the dependencies.')
}

/** Runs npm: the one that started this script where there is one, else the one on the PATH. */
export function npm(args, cwd = root, stdio = 'inherit') {
  const own = process.env['npm_execpath']
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], { cwd, stdio, encoding: 'utf8' })
  return spawnSync('npm', args, { cwd, stdio, encoding: 'utf8', shell: process.platform === 'win32' })
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(`Node ${process.versions.node} is too old: this project needs Node 20.19 or newer.`)
}

// npm keeps a copy of the lock file beside what it installed, and writes it last. Asking that copy, and not file times,
// survives a fresh checkout and a broken-off install.
function whyInstall(folder) {
  const wanted = readPackages(`${folder}/package-lock.json`)
  const installed = readPackages(`${folder}/node_modules/.package-lock.json`)
  if (!installed) return 'The dependencies are not installed'
  const differs = ([path, entry]) => path && !entry.optional && installed[path]?.version !== entry.version
  return Object.entries(wanted ?? {}).some(differs) ? 'The dependencies are not those of the lock file' : undefined
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) orExit(ensureDeps)

/** Runs what may throw at a person, and shows them the sentence without the stack. */
export function orExit(action) {
  try {
    return action()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
