import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

// No inline style element, no inline script, no eval.
const policy = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'"

/** Serves a built app under a strict policy, and one route that fails as the divination backend does. */
export async function serve(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/api/cast') return fail(response)
    sendFile(response, `${folder}${pathname === '/' ? '/index.html' : pathname}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function fail(response: ServerResponse): void {
  response.writeHead(402, { 'content-type': 'application/problem+json' })
  const code = 'POINTS_INSUFFICIENT_BALANCE'
  response.end(JSON.stringify({ type: 'about:blank', title: 'Payment Required', status: 402, detail: code, code }))
}

function sendFile(response: ServerResponse, file: string): void {
  if (!existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy })
  response.end(readFileSync(file))
}
