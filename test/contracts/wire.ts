import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extendContract } from '../../src/2-classify/extend-contract.ts'
import { createRemedyClient } from '../../src/5-present/client.ts'
import type { Contract } from '../../src/problem/contract.ts'
import { isProblem, type Problem } from '../../src/problem/problem.ts'
import type { Answer } from './fact.ts'

/** A real server on loopback. */
export interface Wire {
  readonly url: string
  close(): Promise<void>
}

/** Starts a server that answers every request by `respond`. */
export async function listen(respond: (request: IncomingMessage, response: ServerResponse) => void): Promise<Wire> {
  const server = createServer(respond)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Sends one answer as the backend would. */
export function send(response: ServerResponse, { status, headers, body, frame }: Answer): void {
  response.writeHead(status, { 'content-type': frame ? 'text/event-stream' : 'application/json', ...headers })
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.end(frame ? `data: ${text}\n\n` : text)
}

/** The problem that `client.fetch` throws for this answer of a real server; `null` for a success. */
export async function problemOf(contract: Contract, answer: Answer, init: RequestInit = {}): Promise<Problem | null> {
  const wire = await listen((_, response) => send(response, answer))
  try {
    const own = extendContract(contract, { match: wire.url })
    const client = createRemedyClient({ contracts: [own] })
    const response = await client.fetch(own)(`${wire.url}/v1/agents`, init)
    if (answer.frame) for await (const _ of client.events(response, own));
    return null
  } catch (thrown) {
    if (isProblem(thrown)) return thrown
    throw thrown
  } finally {
    await wire.close()
  }
}
