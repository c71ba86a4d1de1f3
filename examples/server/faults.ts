import { caseFor, isBackendPath } from './backends/backends.ts'
import { replyOf, type WireCase } from './backends/wire-case.ts'
import type { Call } from './call.ts'
import { problem, send, type ProblemExtras, type WrongField } from './http.ts'
import { approvalUrl, openApproval } from './routes/tools.ts'
import { isWireCode, wire, wireFact, type WireCode } from './wire.ts'

/** How a request can fail below the level of codes. */
export const brokenWires = ['drop', 'hang', 'html-502', 'truncate'] as const
export type BrokenWire = (typeof brokenWires)[number]

/** One armed failure: the next `times` requests to the route fail like this. */
export interface Fault {
  /** A route id, `*` for whichever comes next, or `* /qoder/` for whichever comes next to that backend. */
  readonly route: string
  /** A code of the product's API; on a route of another backend, one of that one's failures. */
  readonly code?: string | undefined
  readonly fault?: BrokenWire | undefined
  readonly times: number
  /** Seconds; `null` sends no `Retry-After`. Left out: as the code does by itself. */
  readonly retryAfter?: number | null | undefined
  /** Names of the fields that are wrong. Left out: the first one of the route. */
  readonly fields?: readonly string[] | undefined
}

// Which member of the body is wrong when nobody says which.
const fieldOf: Readonly<Record<string, string>> = {
  'POST /api/auth/code': 'email',
  'POST /api/auth/verify': 'otp',
  'PATCH /api/profile': 'displayName',
}

/** Reads what the fault switch was told; a text says what is wrong with it. */
export function readFault(body: Readonly<Record<string, unknown>>, routes: readonly string[]): Fault | string {
  const { route, code, fault, times = 1, retryAfter, fields } = body
  if (typeof route !== 'string' || !routes.some((known) => covers(route, known)))
    return 'route: not a route of this server'
  if ((code === undefined) === (fault === undefined)) return 'give either a code or a fault'
  if (code !== undefined && !isCodeOf(route, code)) return `code: not one of ${Object.keys(wire).length} known codes`
  if (fault !== undefined && !brokenWires.includes(fault as BrokenWire))
    return `fault: one of ${brokenWires.join(', ')}`
  if (!Number.isInteger(times) || Number(times) < 1) return 'times: a whole number above 0'
  return {
    route,
    code: code as string | undefined,
    fault: fault as BrokenWire | undefined,
    times: Number(times),
    retryAfter: retryAfter === null || typeof retryAfter === 'number' ? retryAfter : undefined,
    fields: Array.isArray(fields) ? fields.map(String) : undefined,
  }
}

function isCodeOf(route: string, code: unknown): boolean {
  return isBackendPath(route.replace(/^\S+ /, '')) ? caseFor(route, code) !== undefined : isWireCode(code)
}

/** Takes the first armed fault that fits this route, and uses it up. */
export function takeFault(faults: Fault[], route: string): Fault | undefined {
  const index = faults.findIndex((fault) => covers(fault.route, route) && canHave(route, fault))
  const fault = faults[index]
  if (!fault) return undefined
  if (fault.times > 1) faults[index] = { ...fault, times: fault.times - 1 }
  else faults.splice(index, 1)
  return fault
}

function covers(asked: string, route: string): boolean {
  return asked === route || asked === '*' || (/^\* \/\w+\/$/.test(asked) && route.includes(asked.slice(1)))
}

// A code of the product's API cannot come from another backend.
function canHave(route: string, { code }: Fault): boolean {
  return code === undefined || isCodeOf(route, code)
}

/** Lets a request fail as armed. */
export function applyFault(call: Call, fault: Fault, route: string): void {
  const elsewhere = caseFor(route, fault.code)
  if (elsewhere) send(call.response, replyOf(withWait(elsewhere, fault.retryAfter)))
  else if (isWireCode(fault.code)) sendCode(call, fault, fault.code, route)
  else if (fault.fault === 'drop') drop(call)
  else if (fault.fault === 'html-502') sendHtml(call)
  else if (fault.fault === 'truncate') sendHalf(call, route)
  // A hang answers nothing: the client's own patience ends it.
}

function withWait({ retryAfter: usual, ...wireCase }: WireCase, asked: number | null | undefined): WireCase {
  const retryAfter = asked === undefined ? usual : (asked ?? undefined)
  return retryAfter === undefined ? wireCase : { ...wireCase, retryAfter }
}

function sendCode(call: Call, fault: Fault, code: WireCode, route: string): void {
  const names = fault.fields ?? (fieldOf[route] === undefined ? [] : [fieldOf[route]])
  const fields: readonly WrongField[] = names.map((name) => ({ name, detail: 'Not accepted' }))
  const extras: ProblemExtras = {
    retryAfter: fault.retryAfter,
    fields: wireFact(code).fields === undefined ? undefined : fields,
    location: code === 'TOOL_PENDING_APPROVAL' ? approvalUrl(openApproval(call, '', 'fault')) : undefined,
  }
  send(call.response, problem(code, call.url.pathname, extras))
}

// Not a byte would be truer, but a browser by itself sends again what was lost on a connection used before. After bytes
// that are no HTTP it does not.
function drop({ request }: Call): void {
  request.socket.write('\0\0', () => request.socket.destroy())
}

function sendHtml(call: Call): void {
  const body =
    '<!doctype html><title>502</title><h1>502 Bad Gateway</h1><script>document.title = "injected"</script><hr>proxy'
  send(call.response, { status: 502, headers: { 'content-type': 'text/html; charset=utf-8' }, body })
}

// Promises more bytes than it sends. A stream is cut inside a frame instead.
function sendHalf(call: Call, route: string): void {
  const stream = route === 'GET /api/agent/events'
  const half = stream ? 'id: 1\nevent: text.delta\ndata: {"delta":"A pause, and th' : '{"partial":true,"items":['
  const type = stream ? 'text/event-stream' : 'application/json'
  const length: Record<string, string> = stream ? {} : { 'content-length': '4096' }
  call.response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...length })
  call.response.write(half, () => call.request.socket.destroy())
}
