import { userOf, type Call, type Routes } from '../call.ts'
import { json, Refusal } from '../http.ts'
import { finishedText, titleOf } from '../runs.ts'
import type { DemoState, Message, Session, User } from '../state.ts'

/** The reading and one follow-up: what one session holds. */
export const mostUserMessages = 2

/** The history. */
export const sessionRoutes: Routes = {
  'GET /api/sessions': (call) => {
    const user = userOf(call)
    const mine = [...call.state.sessions.values()].filter((session) => session.userId === user.id)
    return json(200, { sessions: mine.sort(newestFirst).map((session) => summary(call.state, session)) })
  },

  'GET /api/sessions/{id}': (call) => {
    const session = sessionOf(call, userOf(call), call.params['id'])
    const messages = session.messages.map((message) => messageView(call.state, message))
    return json(200, { ...summary(call.state, session), lines: session.casting.lines, messages })
  },
}

/** The session with this id, if it exists and is the user's. */
export function sessionOf(call: Call, user: User, id: unknown): Session {
  if (typeof id !== 'string' || !isUuid(id)) throw new Refusal('AGENT_SESSION_ID_INVALID')
  const session = call.state.sessions.get(id)
  if (!session) throw new Refusal('AGENT_SESSION_NOT_FOUND')
  if (session.userId !== user.id) throw new Refusal('AGENT_FORBIDDEN')
  return session
}

/** How many messages the user has sent in a session. */
export function userMessages(session: Session): number {
  return session.messages.filter((message) => message.role === 'user').length
}

/** Is this the id format of the API? */
export function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

function summary(state: DemoState, session: Session) {
  const runId = session.messages.find((message) => message.runId !== undefined)?.runId
  const run = runId === undefined ? undefined : state.runs.get(runId)
  return {
    id: session.id,
    question: session.casting.question,
    title: run ? titleOf(run) : '',
    lines: session.casting.lines,
    createdAt: session.createdAt,
    followUpsLeft: mostUserMessages - userMessages(session),
  }
}

// A reading that is still being written has no text yet: its run is read as a stream.
function messageView(state: DemoState, message: Message) {
  if (message.runId === undefined) return { ...message, streaming: false }
  const run = state.runs.get(message.runId)
  const text = run && finishedText(state, run)
  return { ...message, text: text ?? '', streaming: run !== undefined && text === undefined }
}

function newestFirst(a: Session, b: Session): number {
  return b.createdAt - a.createdAt
}
