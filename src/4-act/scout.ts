import type { Problem } from '../problem/problem.ts'
import { routeTemplate } from '../problem/route.ts'
import type { GateRunner } from './gate-runner.ts'
import { headersTimeout } from './limits.ts'

/** For whom somebody finds out whether the origin is back. */
export interface Scouting {
  /** The end of the patience of what waits. */
  readonly until: number
  /** What made the gate close; it is asked for once more, without credentials. */
  readonly url: string
  readonly signal: AbortSignal
  readonly refused: () => Problem
}

/**
 * What must not be done twice never probes, and so could wait for ever where nothing else is asked for: a form on an empty
 * page. In its place what failed before is read once more, for as long as the request waits. Never throws.
 */
export async function scout(runner: GateRunner, { until, url, signal, refused }: Scouting): Promise<void> {
  const route = `GET ${routeTemplate(url)}`
  try {
    while (runner.isClosed() && !signal.aborted) {
      const { id } = await runner.ask({ route, until, mayProbe: true, signal, refused })
      const sign = runner.isClosed() ? await look(url, signal) : 'nothing'
      if (sign === 'up') runner.tell({ type: 'answered' })
      else if (sign === 'nothing') runner.tell({ type: 'gone', id })
      else runner.tell({ type: 'failed', id, route })
    }
  } catch {
    // It was called off, or its patience is over: what it scouted for has its own answer.
  }
}

async function look(url: string, signal: AbortSignal): Promise<'up' | 'down' | 'nothing'> {
  try {
    const timeout = AbortSignal.timeout(headersTimeout)
    const init = { credentials: 'omit', cache: 'no-store', signal: AbortSignal.any([signal, timeout]) } as const
    const response = await globalThis.fetch(url, init)
    await response.body?.cancel()
    return [502, 503, 504].includes(response.status) ? 'down' : 'up'
  } catch {
    return signal.aborted ? 'nothing' : 'down'
  }
}
