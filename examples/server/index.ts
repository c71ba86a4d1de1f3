import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { backendRoutes, isBackendPath } from './backends/backends.ts'
import type { Call, Handler, Routes } from './call.ts'
import { controlRoutes, type Bench, type LogEntry } from './control.ts'
import { applyFault, takeFault } from './faults.ts'
import { problem, Refusal, send } from './http.ts'
import { authRoutes } from './routes/auth.ts'
import { avatarRoutes } from './routes/avatar.ts'
import { mediaRoutes } from './routes/media.ts'
import { profileRoutes } from './routes/profile.ts'
import { runRoutes } from './routes/runs.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { smallRoutes } from './routes/small.ts'
import { toolRoutes } from './routes/tools.ts'
import { seedForeignSession } from './seed.ts'
import { createState, type DemoOptions, type DemoState } from './state.ts'

export type { DemoOptions } from './state.ts'

/** One server: a handler for whoever already listens, or a listener of its own. */
export interface DemoServer {
  /** Answers the request, or says `false` when it is not one of the API's. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Listens on loopback; port 0 takes a free one. */
  readonly listen: (port?: number) => Promise<{ readonly url: string; readonly close: () => Promise<void> }>
  /** The routes that can be broken, as `METHOD /path/{param}`. */
  readonly routes: readonly string[]
  /** For tests that need to look inside. */
  readonly state: DemoState
}

const apiRoutes: Routes = {
  ...authRoutes,
  ...profileRoutes,
  ...avatarRoutes,
  ...smallRoutes,
  ...sessionRoutes,
  ...runRoutes,
  ...mediaRoutes,
  ...toolRoutes,
  ...backendRoutes,
}

/** Makes a server with a state of its own; any number may live side by side. */
export function createDemoServer(options: DemoOptions = {}): DemoServer {
  const state = createState(options)
  seedForeignSession(state)
  const bench: Bench = { faults: [], log: [], routes: Object.keys(apiRoutes) }
  const table = compile({ ...apiRoutes, ...controlRoutes(bench) })
  function handle(request: IncomingMessage, response: ServerResponse): boolean {
    const url = urlOf(request)
    if (!url || !isOurs(url.pathname)) return false
    void answer(table, bench, { request, response, url, state })
    return true
  }
  return { handle, listen: (port = 0) => listenOn(handle, port), routes: bench.routes, state }
}

function isOurs(path: string): boolean {
  return /^\/(api\/|__(faults|log|mailbox|approvals|tokens|points|limit)$)/.test(path) || isBackendPath(path)
}

interface CompiledRoute {
  readonly id: string
  readonly method: string
  readonly pattern: RegExp
  readonly handler: Handler
}

function compile(routes: Routes): readonly CompiledRoute[] {
  return Object.entries(routes).map(([id, handler]) => {
    const [method = '', path = ''] = id.split(' ')
    return { id, method, pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`), handler }
  })
}

async function answer(table: readonly CompiledRoute[], bench: Bench, given: Omit<Call, 'params'>): Promise<void> {
  const { request, response, url } = given
  const requestId = randomUUID()
  response.setHeader('x-request-id', requestId)
  const route = table.find((each) => each.method === request.method && each.pattern.test(url.pathname))
  if (!route) return send(response, { status: 404, headers: { 'content-type': 'text/plain' }, body: 'No such route' })
  const call: Call = { ...given, params: { ...route.pattern.exec(url.pathname)?.groups } }
  const breakable = bench.routes.includes(route.id)
  if (breakable) keep(bench.log, call, route.id, requestId)
  const fault = breakable ? takeFault(bench.faults, route.id) : undefined
  if (fault) {
    request.resume() // an unread body would hold the answer back
    return applyFault(call, fault, route.id)
  }
  await run(call, route.handler)
}

async function run(call: Call, handler: Handler): Promise<void> {
  try {
    const reply = await handler(call)
    if (reply) send(call.response, reply)
  } catch (thrown) {
    const refusal = thrown instanceof Refusal ? thrown : new Refusal('INTERNAL_ERROR')
    send(call.response, problem(refusal.code, call.url.pathname, refusal.extras))
  }
}

// Kept on arrival, so that a request that hangs or streams is seen too; the status follows.
function keep(log: LogEntry[], { request, response }: Call, route: string, requestId: string): void {
  const [last, key] = [request.headers['last-event-id'], request.headers['idempotency-key']]
  const entry: LogEntry = {
    route,
    at: Date.now(),
    status: 0,
    requestId,
    lastEventId: typeof last === 'string' ? last : undefined,
    idempotencyKey: typeof key === 'string' ? key : undefined,
  }
  log.push(entry)
  response.on('close', () => {
    entry.status = response.headersSent ? response.statusCode : 0
  })
}

function urlOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
  } catch {
    return undefined // a request line such as `GET //` is not for us
  }
}

async function listenOn(handle: DemoServer['handle'], port: number) {
  const server = createServer((request, response) => {
    if (!handle(request, response)) send(response, { status: 404, headers: {}, body: 'Not found' })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${taken}`, close: () => closeServer(server) }
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections() // streams and hung requests would keep it open
  })
}
