import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDemoServer, type DemoOptions } from './server/index.ts'

export interface StartOptions extends DemoOptions {
  /** 0 takes a free one. @default 0 */
  readonly port?: number
}

export interface RunningDemo {
  readonly url: string
  readonly close: () => Promise<void>
}

const dist = fileURLToPath(new URL('./dist', import.meta.url))

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

// As strict as an application may be: no inline script or style, no foreign origin. Blobs are the pictures it loads itself.
const policy = "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** Builds the application once, into `examples/dist`. */
export async function buildDemo(): Promise<void> {
  const { build } = await import('vite')
  await build({ configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)), logLevel: 'error' })
}

/** Serves the built application and a server of its own at one address on loopback. Needs `buildDemo` before. */
export async function startDemo({ port = 0, ...options }: StartOptions = {}): Promise<RunningDemo> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('The demo is not built yet: call buildDemo() first.')
  const api = createDemoServer(options)
  const server = createServer((request, response) => {
    if (!api.handle(request, response)) serveFile(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections() // streams and hung requests would keep it open
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

// A path that is no file is a page of the application.
function serveFile(request: IncomingMessage, response: ServerResponse): void {
  const asked = normalize(decode(new URL(request.url ?? '/', 'http://localhost').pathname))
  const file = join(dist, asked)
  const found = file.startsWith(dist) && existsSync(file) && statSync(file).isFile() ? file : join(dist, 'index.html')
  response.writeHead(200, {
    'content-type': types[extname(found)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  })
  createReadStream(found).pipe(response)
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}
