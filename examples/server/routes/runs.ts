import { randomUUID } from 'node:crypto'
import { once, readJson, userOf, type Answer, type Call, type Routes } from '../call.ts'
import { json, Refusal } from '../http.ts'
import { readingLanguage } from '../readings/compose.ts'
import { readRunInput, type RunInput } from '../run-input.ts'
import { createRun } from '../runs.ts'
import type { Session, User } from '../state.ts'
import { streamRun } from '../stream.ts'
import { isUuid, mostUserMessages, sessionOf, userMessages } from './sessions.ts'
import { costs } from './small.ts'

/** Casting, the follow-up, and the events of a run. */
export const runRoutes: Routes = {
  'POST /api/agent/runs': async (call) => {
    const user = userOf(call)
    const body = await readJson(call)
    const answer = await once(call, () => startRun(call, user, readRunInput(body, call.url.host, user.id)))
    return json(answer.status, answer.value)
  },

  'GET /api/agent/events': (call) => {
    const user = userOf(call)
    const runId = call.url.searchParams.get('runId') ?? ''
    const run = isUuid(runId) ? call.state.runs.get(runId) : undefined
    if (!run) throw new Refusal('AGENT_INVALID_RUN_ID')
    sessionOf(call, user, run.sessionId)
    const last = call.request.headers['last-event-id'] ?? ''
    if (typeof last !== 'string' || !/^\d{0,6}$/.test(last)) throw new Refusal('AGENT_INVALID_LAST_EVENT_ID')
    const open = call.state.streams.get(user.id) ?? 0
    if (open >= call.state.options.streamLimit) throw new Refusal('AGENT_SSE_CONNECTION_LIMIT')
    streamRun(call, user.id, run, last === '' ? 0 : Number(last))
    return undefined
  },
}

function startRun(call: Call, user: User, input: RunInput): Answer {
  const session = input.mode === 'follow_up' ? sessionOf(call, user, input.threadId) : newSession(user, input)
  if (userMessages(session) >= mostUserMessages) throw new Refusal('AGENT_SESSION_RUN_LIMIT_EXCEEDED')
  const cost = costs[input.mode]
  if (user.points < cost) throw new Refusal('POINTS_INSUFFICIENT_BALANCE')
  user.points -= cost
  const language = readingLanguage(call.request.headers['accept-language'])
  const run = createRun(call.state, session, input.mode, input.question, language)
  session.messages = [
    ...session.messages,
    { id: randomUUID(), role: 'user', text: input.question, attachments: input.attachments, runId: undefined },
    { id: randomUUID(), role: 'assistant', text: '', attachments: [], runId: run.id },
  ]
  call.state.sessions.set(session.id, session)
  return { status: 201, value: { sessionId: session.id, runId: run.id, balance: user.points } }
}

function newSession(user: User, input: RunInput): Session {
  const casting = { question: input.question, lines: input.lines }
  return { id: randomUUID(), userId: user.id, createdAt: Date.now(), casting, messages: [] }
}
