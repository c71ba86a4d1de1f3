import { randomUUID } from 'node:crypto'
import { readJson, userOf, type Call, type Routes } from '../call.ts'
import { json, Refusal } from '../http.ts'
import { readingLanguage } from '../readings/compose.ts'
import type { Approval, User } from '../state.ts'
import { sessionOf } from './sessions.ts'

const opinions = {
  en: 'I read the same lines and would add one thing: the lower image is yours to change, the upper one is not.',
  'zh-CN': '我读过同样的六爻，只添一句：下卦由你来变，上卦不由你。',
  'zh-TW': '我看過同樣的六爻，只添一句：下卦由你來變，上卦由不得你。',
} as const

/** A tool whose every call is looked at by a person first: a second opinion on a reading. */
export const toolRoutes: Routes = {
  'POST /api/agent/tools': async (call) => {
    const user = userOf(call)
    const { tool, args } = await readJson(call)
    const sessionId = (args as { readonly sessionId?: unknown } | undefined)?.sessionId
    if (tool !== 'second_opinion' || sessionId === undefined) throw new Refusal('MISSING_RUNTIME_ARGS')
    const session = sessionOf(call, user, sessionId)
    const approval = approvalFor(call, user, `second_opinion ${session.id}`)
    settle(call, approval)
    return json(200, { opinion: opinions[readingLanguage(call.request.headers['accept-language'])] })
  },

  'GET /api/agent/tools/approvals/{id}': (call) => {
    const user = userOf(call)
    const approval = call.state.approvals.get(call.params['id'] ?? '')
    if (!approval || (approval.userId !== '' && approval.userId !== user.id)) throw new Refusal('TOOL_REJECTED')
    settle(call, approval)
    return json(200, { status: approval.outcome })
  },
}

/** Where the outcome of an approval can be asked for. */
export function approvalUrl(approval: Approval): string {
  return `/api/agent/tools/approvals/${approval.id}`
}

/** Begins to wait for a reviewer. */
export function openApproval(call: Call, userId: string, subject: string): Approval {
  const key = String(call.request.headers['idempotency-key'] ?? '')
  const approval: Approval = { id: randomUUID(), userId, subject, key, outcome: 'pending' }
  call.state.approvals.set(approval.id, approval)
  return approval
}

// The same call again is known by its idempotency key, or else by what it is about.
function approvalFor(call: Call, user: User, subject: string): Approval {
  const key = String(call.request.headers['idempotency-key'] ?? '')
  const all = [...call.state.approvals.values()].reverse()
  const byKey = all.find((approval) => key !== '' && approval.key === key)
  const same = byKey ?? all.find((approval) => approval.userId === user.id && approval.subject === subject)
  return same ?? openApproval(call, user.id, subject)
}

function settle(call: Call, approval: Approval): void {
  if (approval.outcome === 'pending') throw new Refusal('TOOL_PENDING_APPROVAL', { location: approvalUrl(approval) })
  if (approval.outcome === 'approved') return
  call.state.approvals.delete(approval.id) // asked and answered: the next call is a new one
  throw new Refusal('TOOL_REJECTED')
}
