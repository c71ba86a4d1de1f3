import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

/** As strict as a policy gets for a page that has scripts and styles of its own. */
export const policy =
  "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

interface Answer {
  readonly status: number
  readonly code?: string
  readonly more?: object
  readonly headers?: Readonly<Record<string, string>>
}

const answers: Readonly<Record<string, Answer>> = {
  toast: { status: 503, code: 'AUTH_SERVICE_UNAVAILABLE' },
  dialog: { status: 402, code: 'POINTS_INSUFFICIENT_BALANCE' },
  lost: { status: 401, code: 'AUTH_UNAUTHORIZED' },
  inline: { status: 429, code: 'AUTH_TOO_MANY_REQUESTS', headers: { 'retry-after': '45' } },
  pending: { status: 202, code: 'TOOL_PENDING_APPROVAL' },
  form: {
    status: 422,
    code: 'PROFILE_PAYLOAD_INVALID',
    more: { errors: [{ pointer: '#/displayName' }, { pointer: '#/ghost' }] },
  },
}

/** Serves a built page under that policy, and requests that fail as their paths say. */
export async function serveStrictly(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = answers[pathname.replace('/api/', '')]
    if (answer) sendProblem(response, answer)
    else sendFile(response, `${folder}${pathname === '/' ? '/index.html' : pathname}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}/`, close }
}

function sendProblem(response: ServerResponse, { status, code, more, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
  response.end(JSON.stringify({ type: 'about:blank', title: 'Words of the server', status, code, ...more }))
}

function sendFile(response: ServerResponse, file: string): void {
  if (!existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy })
  response.end(readFileSync(file))
}
