import { classify } from '../../2-classify/classify.ts'
import { Problem } from '../../problem/problem.ts'
import type { Remedy } from '../../problem/remedy.ts'
import type { SessionState } from '../../problem/session.ts'
import type { Source } from '../../problem/source.ts'
import { callFailed } from '../call-source.ts'
import { expiryWarning, longestTimer } from '../limits.ts'
import type { Refused, SessionClient } from './keeping.ts'
import type { AnySession } from './types.ts'

// Codes of the library's own, with words of its own. An app may override what is done about them.
const remedies = {
  SESSION_ENDED: { severity: 'info', show: 'toast', offer: ['login'], session: 'end', report: 'never' },
  SESSION_EXPIRING: { severity: 'warning', show: 'toast', offer: ['extend', 'logout'], report: 'never' },
} as const satisfies Record<string, Remedy>

/** Tells of what happens to a session without any request: that it has ended in another tab, and that it will end soon. */
export function createNotices(session: AnySession, client: SessionClient): (state: SessionState) => void {
  let expiresAt: number | undefined
  let shown: Source | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const warnAt = (time: number) => {
    const left = time - client.now()
    if (left > 0) timer = setTimeout(warnAt, Math.min(left, longestTimer), time)
    else if (expiresAt !== undefined && client.now() < expiresAt && canExtend(session, client))
      shown = show(client, 'SESSION_EXPIRING')
  }
  return (state) => {
    if (state.reason === 'ended-elsewhere') show(client, 'SESSION_ENDED')
    const until = state.status === 'active' || state.status === 'refreshing' ? state.expiresAt : undefined
    if (until === expiresAt || typeof document === 'undefined') return
    clearTimeout(timer)
    if (shown !== undefined) client.presenter.forget(shown)
    shown = undefined
    expiresAt = until
    const left = (until ?? NaN) - client.now()
    if (left > 0) warnAt(client.now() + left - Math.min(expiryWarning, left / 2))
  }
}

/** What fails when a session cannot be kept: by that its user hears of its end. */
export function sessionEnded(client: SessionClient): Refused {
  return refusedOf(client, 'SESSION_ENDED')
}

// WCAG 2.2.1 wants a warning only where something can be done about it.
function canExtend({ canRefresh }: AnySession, { actions }: SessionClient): boolean {
  return canRefresh || actions.extend !== undefined
}

function show(client: SessionClient, code: keyof typeof remedies): Source {
  const failed = callFailed(client, refusedOf(client, code))
  client.presenter.fail(failed)
  return failed.source
}

function refusedOf({ app }: SessionClient, code: keyof typeof remedies): Refused {
  const problem = new Problem({ kind: 'unknown', code })
  const layer = { ...app, remedies: { ...remedies, ...app.remedies } }
  return { problem, remedy: classify(problem, undefined, { app: layer }) }
}
