import { build } from 'esbuild'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, extname } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createLedger, type Ledger, type Outcome } from './ledger.ts'

/** A server: its page, its API, and what it has done. */
export interface Site {
  readonly url: string
  readonly ledger: Ledger
  /** The key of each request, as it came. */
  readonly keys: readonly (string | undefined)[]
  close(): void
}

/** Answers in the server's place what it has done already; `false` leaves the answer to it. `turn` counts from 1. */
export type Answering = (response: ServerResponse, turn: number) => boolean

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

/**
 * Serves a page that is built with the library, and two routes: `GET /api/items/<n>`, and `POST /api/orders/<what>`, which
 * is done once for each idempotency key.
 */
export async function startSite(page: string, answering: Answering = () => false): Promise<Site> {
  const files = await bundle(page)
  const ledger = createLedger()
  const keys: (string | undefined)[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body } = await handle(ledger, request, keys)
    if (answering(response, keys.length)) return
    const words = JSON.stringify(body)
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': words.length }).end(words)
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/api/')) return void answer(request, response)
    // On a connection that it used before a browser sends once more by itself what got no answer.
    response.shouldKeepAlive = false
    const name = pathname === '/' ? 'index.html' : basename(pathname)
    response.writeHead(files.has(name) ? 200 : 204, { 'content-type': types[extname(name)] ?? 'text/plain' })
    response.end(files.get(name))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ledger,
    keys,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function handle(ledger: Ledger, request: IncomingMessage, keys: (string | undefined)[]): Promise<Outcome> {
  await text(request)
  const [, , route, what = ''] = (request.url ?? '').split('/')
  const key = request.headers['idempotency-key']?.toString()
  keys.push(key)
  const isOrder = route === 'orders' && request.method === 'POST'
  return isOrder ? ledger.order(what, key) : { status: 200, body: { item: Number(what) } }
}

async function bundle(page: string): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { page: fileURLToPath(new URL(page, import.meta.url)) },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    outdir: 'out',
    write: false,
    logLevel: 'error',
  })
  const files = new Map(outputFiles.map((file) => [basename(file.path), file.text]))
  const head = '<meta charset="utf-8"><title>Faults</title><link rel="stylesheet" href="/page.css">'
  const root = '<div id="root"></div><script type="module" src="/page.js"></script>'
  return files.set('index.html', `<!doctype html><html lang="en"><head>${head}</head><body>${root}</body></html>`)
}
