import { randomUUID } from 'node:crypto'
import type { Call, Handler, Routes } from '../call.ts'
import { json, send, text, type Reply } from '../http.ts'
import { answering, bodyOf, Failure, header } from './answer.ts'
import { creatoriaWire as wire } from './creatoria-wire.ts'
import { labKeys, labProjects } from './lab-state.ts'
import { rateLimitHeaders, replyOf, type RateLimitFacts } from './wire-case.ts'

/** The Free plan: what a key may ask for in a minute. */
export const perMinute = 60

const routes: Routes = {
  'GET /creatoria/v1/agents': (call) => json(200, { agents: call.state.lab.creatoria.agents }),

  'POST /creatoria/v1/agents': async (call) => {
    if (header(call, 'x-api-key') !== labKeys.creatoria.admin) throw new Failure(wire.HTTP_403)
    const body = await bodyOf(call, wire.HTTP_400_sentence)
    const [name, model] = [text(body['name']).trim(), text(body['model']).trim()]
    if (name === '' || model === '') throw new Failure(wrong(name, model))
    const project = header(call, 'x-project-id')
    if (!labProjects.some((each) => each === project)) throw new Failure(wire.PROJECT_CONTEXT_REQUIRED)
    const { agents } = call.state.lab.creatoria
    if (agents.some((agent) => agent.name === name)) throw new Failure(wire.HTTP_409)
    const agent = { id: `agent_${randomUUID().slice(0, 8)}`, name, model }
    agents.push(agent)
    return json(201, agent)
  },

  'GET /creatoria/v1/agents/{id}': (call) => {
    const agent = call.state.lab.creatoria.agents.find(({ id }) => id === call.params['id'])
    if (agent === undefined) throw new Failure(wire.HTTP_404)
    return json(200, agent)
  },

  // Says half of its answer, then a tool fails, as tools do.
  'POST /creatoria/v1/chat': (call) => {
    const { response } = call
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    for (const delta of ['The river ', 'is high ', 'today']) response.write(frame({ delta, sessionId: 'sess_xxx' }))
    response.write(frame({ error: 'Tool execution failed: timeout', sessionId: 'sess_xxx' }))
    response.end('data: [DONE]\n\n')
    return undefined
  },
}

/** Answers as the Creatoria Agent API is documented: every answer says what is left of the limit. */
export const creatoriaRoutes = Object.fromEntries(
  Object.entries(routes).map(([route, handler]) => [route, metered(answering(handler, wire.HTTP_500))]),
) as Routes

function metered(handler: Handler): Handler {
  return async (call) => {
    const left = meter(call)
    if (left.remaining < 0)
      return replyOf({ ...wire.RATE_LIMIT_EXCEEDED, body: limited(left), rateLimit: left, retryAfter: left.resetIn })
    const headers = rateLimitHeaders(left)
    if (!isKnown(call)) return withHeaders(replyOf(wire.HTTP_401), headers)
    for (const [name, value] of Object.entries(headers)) call.response.setHeader(name, value)
    const reply = await handler(call)
    if (reply) send(call.response, withHeaders(reply, headers))
    return undefined
  }
}

function isKnown(call: Call): boolean {
  const key = header(call, 'x-api-key')
  return Object.values(labKeys.creatoria).some((known) => known === key)
}

// One window of a minute after the other.
function meter(call: Call): RateLimitFacts {
  const { meter: state } = call.state.lab.creatoria
  const now = Date.now()
  if (now - state.startedAt >= 60_000) Object.assign(state, { startedAt: now, used: 0 })
  state.used += 1
  const resetIn = Math.max(1, Math.ceil((state.startedAt + 60_000 - now) / 1000))
  return { limit: perMinute, remaining: perMinute - state.used, resetIn }
}

function limited({ resetIn }: RateLimitFacts) {
  const message = `Rate limit exceeded. Please retry after ${resetIn} seconds.`
  return { error: { code: 'RATE_LIMIT_EXCEEDED', message, retryAfter: resetIn } }
}

function wrong(name: string, model: string) {
  const message = [...(name === '' ? ['name must be a string'] : []), ...(model === '' ? ['model is required'] : [])]
  return { ...wire.HTTP_400, body: { ...wire.HTTP_400.body, message } }
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } }
}

function frame(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`
}
