import { once } from 'node:events'
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { dice, pick } from './dice.ts'

/** What goes wrong, and how often; all else goes through. */
export const faults = {
  /** Closed without a word, before or after the server has done it. */
  'drop before': 0.035,
  'drop after': 0.03,
  /** The same with a reset. */
  'reset before': 0.025,
  'reset after': 0.03,
  /** No answer ever. */
  'hang before': 0.015,
  'hang after': 0.015,
  /** The answer comes late, but comes. */
  slow: 0.04,
  /** The headers, half of the body, and then nothing. */
  truncate: 0.04,
  /** A gateway that has no server, with and without a time to come back. */
  '503': 0.02,
  '503 with Retry-After': 0.02,
  /** A gateway that lost its server's answer. */
  '502 after': 0.03,
}

export type Fault = keyof typeof faults

/** A proxy on loopback and what it has done so far. */
export interface Proxy {
  readonly url: string
  /** How often each fault was injected. */
  readonly injected: ReadonlyMap<Fault, number>
  /** Requests that passed, those with a fault included. */
  arrived(): number
  close(): void
}

/** What a proxy breaks. */
export interface Breaking {
  readonly seed: number
  /** Milliseconds for which what is slow is held up. */
  readonly slowness: number
}

/** Stands in front of a server and breaks 30 % of what goes to `/api/`, the same for the same seed. */
export async function startProxy(target: string, { seed, slowness }: Breaking): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true })
  const injected = new Map<Fault, number>()
  const turns = new Map<string, number>()
  let count = 0
  const faultOf = (label: string): Fault | undefined => {
    const turn = (turns.get(label) ?? 0) + 1
    turns.set(label, turn)
    count++
    const fault = pick(faults, dice(seed, 'fault', label, turn))
    if (fault !== undefined) injected.set(fault, (injected.get(fault) ?? 0) + 1)
    return fault
  }
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request
    const fault = url.startsWith('/api/') ? faultOf(`${method} ${url}`) : undefined
    const body = await buffer(request)
    if (isBefore(fault)) return breakOff(fault, response)
    const answer = await forward(agent, `${target}${url}`, { request, body })
    if (fault === 'slow') await new Promise((done) => setTimeout(done, slowness))
    if (fault === undefined || fault === 'slow') response.writeHead(answer.status, answer.headers).end(answer.body)
    else if (fault === 'truncate') truncate(response, answer)
    else breakOff(fault, response)
  }
  // What the browser itself has closed in the meantime cannot be answered.
  const server = createServer((request, response) => {
    // On a connection that it used before a browser sends once more by itself what got no answer, even a POST.
    response.shouldKeepAlive = false
    void handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    injected,
    arrived: () => count,
    close() {
      agent.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}

function isBefore(fault: Fault | undefined): fault is Fault {
  return fault !== undefined && (fault.endsWith('before') || fault.startsWith('503'))
}

function breakOff(fault: Fault, response: ServerResponse): void {
  if (fault.startsWith('drop')) response.socket?.destroy()
  else if (fault.startsWith('reset')) response.socket?.resetAndDestroy()
  else if (fault === '502 after') gateway(response, 502)
  else if (fault === '503') gateway(response, 503)
  else if (fault === '503 with Retry-After') gateway(response, 503, { 'retry-after': '1' })
}

function gateway(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<h1>No server available</h1>')
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

function truncate(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy())
}

interface Forwarding {
  readonly request: IncomingMessage
  readonly body: Buffer
}

async function forward(agent: Agent, url: string, { request, body }: Forwarding): Promise<Answer> {
  const outgoing = send(url, { agent, method: request.method ?? 'GET', headers: request.headers })
  outgoing.end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: await buffer(incoming) }
}
