import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished, vi } from 'vitest'
import { extendContract } from '../../src/core.ts'
import { divination } from '../../src/contracts/divination/index.ts'

/** One request as it arrived. */
export interface Arrived {
  readonly method: string
  readonly path: string
  readonly token: string | undefined
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

/** Answers one request. */
export type Answer = (response: ServerResponse, request: Arrived, turn: number) => void

/** Starts a real server on loopback that lives as long as the test, and the contract of what it serves. */
export async function backend(answer: Answer) {
  const arrived: Arrived[] = []
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request
    const token = headers.authorization?.replace('Bearer ', '')
    const one = { method, path: url, token, body: await text(request), headers }
    answer(response, one, arrived.push(one))
  }
  const server = createServer((request, response) => void receive(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const contract = extendContract(divination, { match: url, retry: { first: 1, jitter: 0 } })
  return { url, arrived, contract }
}

/** Says that all is well. */
export function succeed(response: ServerResponse, value: unknown = 'fine'): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

/** Answers with a problem of the backend. */
export function refuse(response: ServerResponse, code: string, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
  response.end(JSON.stringify({ type: 'about:blank', title: 'server words', status, code }))
}

/** Answers 401 to every token but this one. */
export function onlyFor(token: () => string): Answer {
  return (response, request) => {
    if (request.token === token()) succeed(response)
    else refuse(response, 'AUTH_UNAUTHORIZED', 401)
  }
}

/** What a promise that must fail fails with. */
export function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => Promise.reject(new Error('This was expected to fail.')),
    (thrown: unknown) => thrown,
  )
}

/** Waits until the check holds: for as long as a busy machine may need, and no longer than it takes. */
export function eventually<T>(check: () => T): Promise<T> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 })
}
