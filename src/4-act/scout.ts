import type { GateSign } from '../3-decide/gate-sign.ts'
import { routeOf } from '../problem/route.ts'
import type { GateRequest, GateRunner } from './gate-runner.ts'
import { headersTimeout } from './limits.ts'

/**
 * What must not be done twice never probes, and so could wait for ever where nothing else is asked for: a form on an empty
 * page. In its place the address of what made the gate close is read, without credentials and whatever was sent to it, for as
 * long as it waits: that it takes no GET is an answer too. Never throws.
 */
export async function scout(
  runner: GateRunner,
  request: { readonly method: string; readonly url: string },
  { until, signal }: GateRequest,
): Promise<void> {
  const route = routeOf(request)
  try {
    while (runner.isClosed() && !signal.aborted) {
      const { do: what, id } = await runner.ask({ route, until, mayProbe: true, isNew: false, signal })
      if (what === 'hand-over') return
      const sign = runner.isClosed() ? await look(request.url, signal) : 'nothing'
      runner.heard({ id, route }, sign)
    }
  } catch {
    // It was called off: what it scouted for has its own answer.
  }
}

async function look(url: string, signal: AbortSignal): Promise<GateSign> {
  try {
    const timeout = AbortSignal.timeout(headersTimeout)
    const init = { credentials: 'omit', cache: 'no-store', signal: AbortSignal.any([signal, timeout]) } as const
    const response = await globalThis.fetch(url, init)
    await response.body?.cancel()
    return [502, 503, 504].includes(response.status) ? 'unreachable' : 'up'
  } catch {
    return signal.aborted ? 'nothing' : 'unreachable'
  }
}
