import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished, vi } from 'vitest'
import { details } from './samples.ts'

/** Answers one request; `turn` counts them from 1. */
export type Handler = (response: ServerResponse, turn: number, request: IncomingMessage) => void

/** A server that lives as long as the test. */
export interface TestServer {
  readonly url: string
  /** The requests so far. */
  readonly requests: readonly IncomingMessage[]
  /** The `Last-Event-ID` of each, in order; `undefined` where it was not sent. */
  lastEventIds(): readonly (string | undefined)[]
  /** How many of its responses are still open. */
  open(): number
}

/** Starts a real server on loopback. */
export async function serve(handler: Handler): Promise<TestServer> {
  const requests: IncomingMessage[] = []
  let open = 0
  const server = createServer((request, response) => {
    open++
    response.on('close', () => open--)
    handler(response, requests.push(request), request)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    requests,
    lastEventIds: () => requests.map(({ headers }) => headers['last-event-id'] as string | undefined),
    open: () => open,
  }
}

/** Begins a stream and writes to it; it stays open. */
export function stream(response: ServerResponse, text = ''): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'req_1' })
  response.flushHeaders()
  response.write(text)
  return response
}

/** Writes to a stream, and cuts the connection as soon as that has gone out. */
export function cut(response: ServerResponse, text: string): void {
  stream(response)
  response.write(text, () => setImmediate(() => response.destroy()))
}

/** Answers with a problem of the divination backend. */
export function refuse(response: ServerResponse, code: string, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
  response.end(details(code, status))
}

/** Waits until the check holds: for as long as a busy machine may need, and no longer than it takes. */
export function eventually<T>(check: () => T): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 })
}
