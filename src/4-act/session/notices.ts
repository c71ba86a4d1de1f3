import { classify } from '../../2-classify/classify.ts'
import { Problem } from '../../problem/problem.ts'
import type { Remedy } from '../../problem/remedy.ts'
import type { SessionState } from '../../problem/session.ts'
import type { Source } from '../../problem/source.ts'
import { findAction } from '../actions.ts'
import { callSource } from '../call-source.ts'
import { expiryWarning, longestTimer } from '../limits.ts'
import { refreshFor, type Refused } from '../refresh.ts'
import type { Runtime } from '../runtime.ts'

// Codes of the library's own, with words of its own. An app may override what is done about them.
const remedies = {
  SESSION_ENDED: { severity: 'info', show: 'toast', offer: ['login'], session: 'end', report: 'never' },
  SESSION_EXPIRING: { severity: 'warning', show: 'toast', offer: ['extend', 'logout'], report: 'never' },
} as const satisfies Record<string, Remedy>

/** Tells of what happens to a session without any request: that it has ended in another tab, and that it will end soon. */
export function createNotices(runtime: Runtime): (state: SessionState) => void {
  let expiresAt: number | undefined
  let shown: Source | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const warnAt = (time: number) => {
    const left = time - runtime.now()
    if (left > 0) timer = setTimeout(warnAt, Math.min(left, longestTimer), time)
    else if (expiresAt !== undefined && runtime.now() < expiresAt && canExtend(runtime))
      shown = show(runtime, 'SESSION_EXPIRING')
  }
  return (state) => {
    if (state.reason === 'ended-elsewhere') show(runtime, 'SESSION_ENDED')
    const until = state.status === 'active' || state.status === 'refreshing' ? state.expiresAt : undefined
    if (until === expiresAt || typeof document === 'undefined') return
    clearTimeout(timer)
    if (shown !== undefined) runtime.presenter.forget(shown)
    shown = undefined
    expiresAt = until
    const left = (until ?? NaN) - runtime.now()
    if (left > 0) warnAt(runtime.now() + left - Math.min(expiryWarning, left / 2))
  }
}

/** Keeps the session, because its user wishes so. Throws what kept it from that; refused, the session ends. */
export async function extendSession(runtime: Runtime): Promise<void> {
  const { problem, remedy } = refusedOf(runtime, 'SESSION_ENDED')
  const after = await refreshFor(runtime, { problem, remedy: { ...remedy, session: 'refresh' } })
  if (!after.again && after.instead !== undefined) throw after.instead
}

// WCAG 2.2.1 wants a warning only where something can be done about it.
function canExtend({ session, actions }: Runtime): boolean {
  return session?.canRefresh === true || findAction(actions, 'extend') !== undefined
}

function show(runtime: Runtime, code: keyof typeof remedies): Source {
  const { problem, remedy } = refusedOf(runtime, code)
  const source = callSource(problem)
  runtime.presenter.fail({ thrown: problem, problem, remedy, source, seen: runtime.next() })
  return source
}

function refusedOf({ app }: Runtime, code: keyof typeof remedies): Refused {
  const problem = new Problem({ kind: 'unknown', code })
  const layer = { ...app, remedies: { ...remedies, ...app.remedies } }
  return { problem, remedy: classify(problem, undefined, { app: layer }) }
}
