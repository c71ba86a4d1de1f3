// Makes the pictures of the README from the stories of the surfaces: small applications whose requests fail.
// `npm run pictures`; `npm run pictures -- toast hero` makes only those named.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { createServer, preview } from 'vite'
import { launchOptions } from './browser.mjs'
import { projectRoot } from './doors.mjs'
import { toPng } from './pictures/png.mjs'

const here = { host: '127.0.0.1', port: 0 }
const target = join(projectRoot, 'docs', 'pictures')
const storybook = join(projectRoot, '.cache', 'storybook')
const most = 150_000

/** The window of each story in CSS pixels; what is above `top` is cut off. */
const stories = {
  toast: { width: 560, height: 480, top: 110 },
  dialog: { width: 560, height: 330 },
  banner: { width: 560, height: 238 },
  offline: { width: 560, height: 190 },
  fields: { width: 560, height: 280 },
  summary: { width: 560, height: 410 },
  inline: { width: 560, height: 250 },
  page: { width: 560, height: 370 },
  pending: { width: 560, height: 296 },
  'sign-in': { width: 560, height: 440 },
}
const themes = ['light', 'dark']

/** One picture of several, each the size of a card. */
const hero = { width: 1200, height: 818, scale: 1.5 }
const card = { width: 356, height: 320, scale: hero.scale }
const cards = ['dialog-light', 'fields-light', 'inline-light', 'toast-dark', 'banner-dark', 'pending-dark']

const wanted = process.argv.slice(2)
const isWanted = (name) => wanted.length === 0 || wanted.includes(name)
const shots = new Map()
const cli = join(projectRoot, 'node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js')
execFileSync(process.execPath, [cli, 'build', '--quiet', '--disable-telemetry', '-o', storybook], {
  cwd: projectRoot,
  stdio: ['ignore', 'ignore', 'inherit'],
})
const servers = [
  await preview({ configFile: false, root: join(storybook, '..'), build: { outDir: 'storybook' }, preview: here }),
  await serveHero(),
]
const [ofStories, ofHero] = servers.map((server) => server.resolvedUrls.local[0])
const browser = await chromium.launch(launchOptions())
try {
  mkdirSync(target, { recursive: true })
  for (const [name, size] of Object.entries(stories))
    for (const theme of isWanted(name) ? themes : [])
      await save(theme === 'light' ? name : `${name}-dark`, await shoot(urlOf(name, theme), size))
  if (isWanted('hero')) {
    for (const each of cards) {
      const [, name, theme] = /(.*)-(\w+)/.exec(each)
      shots.set(`/shots/${each}.png`, await shoot(urlOf(name, theme), card))
    }
    await save('hero', await shoot(`${ofHero}?windows=${cards.join()}`, hero, '.hero img'))
  }
} finally {
  await browser.close()
  for (const server of servers) await server.close()
}

/** Serves the page that the picture of several is taken of. */
async function serveHero() {
  const started = await createServer({
    configFile: false,
    root: join(projectRoot, 'scripts', 'pictures'),
    cacheDir: join(projectRoot, 'node_modules', '.vite', 'pictures'),
    logLevel: 'error',
    plugins: [react(), { name: 'shots', configureServer: ({ middlewares }) => void middlewares.use(answer) }],
    server: { ...here, hmr: false, fs: { allow: [projectRoot] } },
  })
  return started.listen()
}

function answer({ url }, response, next) {
  if (!shots.has(url)) return next()
  response.end(shots.get(url))
}

function urlOf(name, theme) {
  return `${ofStories}iframe.html?viewMode=story&id=the-kit-surfaces--${name}&globals=theme:${theme};motion:reduced`
}

/** Opens a page, waits for what is to be seen, and takes it as it is shown without motion. */
async function shoot(url, { width, height, top = 0, scale = 2 }, awaited = '[data-remedy-surface]') {
  const page = await open({ viewport: { width, height }, deviceScaleFactor: scale, reducedMotion: 'reduce' })
  page.on('pageerror', (error) => console.error(`${url}: ${error.message}`))
  // The clock stands still, so that a countdown says the same each time; timers run.
  await page.clock.setFixedTime(new Date('2026-01-15T09:41:00Z'))
  await page.goto(url)
  await page.waitForSelector(awaited, { timeout: 30_000 })
  await page.waitForTimeout(1000) // the second toast, and the fading in of both
  const clip = { x: 0, y: top, width, height: height - top }
  const shot = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  await page.close()
  return shot
}

function open(options) {
  return browser.newPage(options)
}

async function save(name, shot) {
  const png = toPng(await pixelsOf(shot))
  const file = join(target, `${name}.png`)
  writeFileSync(file, png)
  console.log(`docs/pictures/${name}.png  ${(png.length / 1000).toFixed(0)} kB`)
  if (png.length > most) throw new Error(`${name}.png is larger than ${most / 1000} kB.`)
}

/** The browser reads its own picture back, so that no library for images is needed. */
async function pixelsOf(shot) {
  const page = await open()
  const { width, height, data } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    let text = ''
    for (const byte of data) text += String.fromCharCode(byte)
    return { width: bitmap.width, height: bitmap.height, data: btoa(text) }
  }, shot.toString('base64'))
  await page.close()
  return { width, height, data: Buffer.from(data, 'base64') }
}
