import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { createDemoServer } from '../../examples/server/index.ts'
import { demoFolder } from './build-demo.ts'

export { expect } from '@playwright/test'

/** The demo of one worker: the built application and a server whose state nobody shares. */
export interface Demo {
  readonly url: string
  readonly server: ReturnType<typeof createDemoServer>
}

/** What a test says beforehand about the console; a word that it did not name fails it. */
export interface Console {
  expectWord(pattern: RegExp): void
}

export const test = base.extend<{ consoleWords: Console }, { demo: Demo }>({
  demo: [
    async ({}, provide) => {
      const { demo, close } = await startDemo()
      await provide(demo)
      await close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, provide) => provide(demo.url),
  consoleWords: [
    async ({ page }, provide) => {
      const expected: RegExp[] = []
      const heard = listen(page)
      await provide({ expectWord: (pattern) => void expected.push(pattern) })
      const surprises = heard.filter((words) => !expected.some((pattern) => pattern.test(words)))
      expect(surprises, 'the console said something that the test does not expect').toEqual([])
    },
    { auto: true },
  ],
})

// The browser itself writes a line for each failed response; those are what the demo is about.
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(`${error.name}: ${error.message}`))
  page.on('console', (message) => {
    const loud = message.type() === 'error' || message.type() === 'warning'
    if (loud && !message.text().startsWith('Failed to load resource')) heard.push(message.text())
  })
  return heard
}

async function startDemo(): Promise<{ demo: Demo; close: () => Promise<void> }> {
  const demoServer = createDemoServer()
  const server = createServer((request, response) => {
    if (!demoServer.handle(request, response)) sendFile(response, request.url ?? '/')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { demo: { url: `http://127.0.0.1:${port}`, server: demoServer }, close }
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
}

/** A file of the built demo, or its one page: the application has its own routes. */
function sendFile(response: ServerResponse, url: string): void {
  const { pathname } = new URL(url, 'http://localhost')
  const wanted = join(demoFolder, normalize(decodeURIComponent(pathname)))
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(demoFolder, 'index.html')
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  response.end(readFileSync(file))
}
