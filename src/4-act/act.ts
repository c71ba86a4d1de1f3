import type { Failed } from '../problem/source.ts'
import { refreshFor } from './refresh.ts'
import type { Runtime } from './runtime.ts'
import { setsCooldown } from './cooldowns.ts'
import { warn } from '../problem/warn.ts'

/** Does what the remedy says beyond showing: moves the session and sets the cooldown; then hands on to presenting. */
export function act(runtime: Runtime, failed: Failed): void {
  const { problem, remedy } = failed
  if (setsCooldown(problem)) runtime.cooldowns.set(problem)
  if (remedy.session === 'refresh' && !runtime.refreshed.has(problem)) {
    refreshThenAgain(runtime, failed).catch((bug: unknown) => warn('a refresh threw', bug))
    return
  }
  if (remedy.session === 'end') runtime.session?.end('ended-by-code')
  if (remedy.session === 'expire') runtime.session?.expire('expired-by-code')
  runtime.presenter.fail(failed)
}

// Only plain hooks come here: what the wrapped ones throw has been through the refresh already. A query is read once
// more by itself; a mutation waits for its user, because nobody knows whether it may be sent twice.
async function refreshThenAgain(runtime: Runtime, failed: Failed): Promise<void> {
  const { source, remedy, problem } = failed
  runtime.refreshed.add(problem)
  if (source.refreshed) return runtime.presenter.fail(failed)
  source.refreshed = true
  const after = await refreshFor(runtime, { problem, remedy })
  if (after.again && source.kind === 'query') await source.retry().catch(() => undefined)
  else runtime.presenter.fail(failed)
}
