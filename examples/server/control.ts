import { backends } from './backends/backends.ts'
import { perMinute } from './backends/creatoria.ts'
import type { WireCase } from './backends/wire-case.ts'
import { readJson, type Call, type Routes } from './call.ts'
import { brokenWires, readFault, type Fault } from './faults.ts'
import { empty, json } from './http.ts'
import { userFor } from './seed.ts'
import { readingLanguage } from './readings/compose.ts'
import { wire } from './wire.ts'

/** One request as the log keeps it. */
export interface LogEntry {
  readonly route: string
  readonly at: number
  /** 0 while it is not answered, and when it never was. */
  status: number
  readonly requestId: string
  readonly lastEventId: string | undefined
  readonly idempotencyKey: string | undefined
}

/** What the developer's side of the server sees and changes. */
export interface Bench {
  readonly faults: Fault[]
  readonly log: LogEntry[]
  /** The routes that can be broken. */
  readonly routes: readonly string[]
}

/** The developer's side: the fault switch, the log, the mailbox, the reviewer. Not part of the product. */
export function controlRoutes(bench: Bench): Routes {
  return {
    'GET /__faults': () =>
      json(200, {
        codes: codeList(),
        backends: backendList(),
        faults: brokenWires,
        routes: bench.routes,
        armed: bench.faults,
      }),
    'POST /__faults': async (call) => {
      const fault = readFault(await readJson(call), bench.routes)
      if (typeof fault === 'string') return json(400, { error: fault })
      bench.faults.push(fault)
      return json(201, fault)
    },
    'DELETE /__faults': () => {
      bench.faults.length = 0
      return empty()
    },
    'GET /__log': () => json(200, { counts: counts(bench.log), requests: bench.log }),
    'DELETE /__log': () => {
      bench.log.length = 0
      return empty()
    },
    'GET /__mailbox': (call) =>
      json(200, { code: call.state.codes.get(call.url.searchParams.get('email') ?? '')?.code ?? null }),
    'POST /__approvals': async (call) => json(200, { settled: settleAll(call, (await readJson(call))['outcome']) }),
    'POST /__tokens': async (call) => json(200, spoilTokens(call, await readJson(call))),
    'POST /__points': async (call) => json(200, await setPoints(call)),
    'POST /__limit': async (call) => json(200, await setLimit(call)),
  }
}

function codeList() {
  return Object.entries(wire).map(([code, { status, title }]) => ({ code, status, title }))
}

function backendList() {
  return Object.entries(backends).map(([name, { title, wire: cases }]) => ({
    name,
    title,
    codes: Object.entries<WireCase>(cases).map(([code, { status }]) => ({ code, status })),
  }))
}

function counts(log: readonly LogEntry[]): Readonly<Record<string, number>> {
  const result: Record<string, number> = {}
  for (const { route } of log) result[route] = (result[route] ?? 0) + 1
  return result
}

function settleAll(call: Call, outcome: unknown): number {
  const open = [...call.state.approvals.values()].filter((approval) => approval.outcome === 'pending')
  for (const approval of open) approval.outcome = outcome === 'rejected' ? 'rejected' : 'approved'
  return open.length
}

// `access`: every access token is over now. `refresh`: every refresh token is unknown, too. `idle`: every session has lain idle
// for too long. `old`: nobody has signed in of late.
function spoilTokens(call: Call, body: Readonly<Record<string, unknown>>) {
  const { access, refresh, fresh } = call.state
  if (body['which'] === 'old') {
    fresh.clear()
    return { access: access.size, refresh: refresh.size }
  }
  for (const [token, known] of access) access.set(token, { ...known, expiresAt: 0 })
  if (body['which'] === 'refresh') refresh.clear()
  if (body['which'] === 'idle') for (const known of refresh.values()) known.idleAt = 0
  return { access: access.size, refresh: refresh.size }
}

async function setPoints(call: Call) {
  const body = await readJson(call)
  const user = userFor(call.state, String(body['email']), readingLanguage(undefined))
  user.points = Number(body['points'])
  return { points: user.points }
}

// What Creatoria has left for this key in this minute.
async function setLimit(call: Call) {
  const { meter } = call.state.lab.creatoria
  const left = Number((await readJson(call))['left'])
  Object.assign(meter, { startedAt: Date.now(), used: Math.max(0, perMinute - left) })
  return { left }
}
