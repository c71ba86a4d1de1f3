import type { Contract } from '../../problem/contract.ts'
import { Problem } from '../../problem/problem.ts'
import type { ServerSentEvent } from '../../problem/stream.ts'
import { unlessAborted } from '../abort.ts'
import { longestSilence } from '../limits.ts'
import type { Runtime } from '../runtime.ts'
import type * as Reader from './read-stream.ts'

/** How `client.events` reads. */
export interface EventsOptions {
  /** The longest silence between two bytes, in milliseconds. @default what the contract says, else 30000 */
  readonly silence?: number | undefined
  /** Ends the reading; what it was aborted with is thrown. */
  readonly signal?: AbortSignal | undefined
}

/** The events of one response, until it ends, fails, is aborted, or has to make room for another one. */
export async function* readEvents(
  runtime: Runtime,
  { response, contract }: { readonly response: Response; readonly contract: Contract },
  { silence, signal }: EventsOptions = {},
): AsyncGenerator<ServerSentEvent> {
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  if (signal?.aborted === true) abort()
  signal?.addEventListener('abort', abort)
  runtime.inFlight.add(controller)
  const slot = runtime.streams.open(contract, () =>
    controller.abort(new DOMException('The stream was closed to make room for another one.', 'AbortError')),
  )
  const connection = { response, contract, request: runtime.requests.get(response) }
  try {
    const { checkStream, readStream } = await load(connection, controller.signal)
    await checkStream(connection)
    const reading = {
      silence: silence ?? contract.streams?.silence ?? longestSilence,
      signal: controller.signal,
      memory: { lastEventId: '', retry: undefined, payload: false },
    }
    for await (const events of readStream(connection, reading)) {
      slot.active()
      yield* events
    }
  } finally {
    slot.leave()
    runtime.inFlight.delete(controller)
    signal?.removeEventListener('abort', abort)
  }
}

// On demand: every app has the client that this belongs to, and few of them read streams by it. What does not come is a
// request that failed.
async function load({ response, contract, request }: Reader.Connection, signal: AbortSignal): Promise<typeof Reader> {
  try {
    return await unlessAborted(import('./read-stream.ts'), [signal, AbortSignal.timeout(longestSilence)])
  } catch (cause) {
    response.body?.cancel().catch(() => undefined)
    if (signal.aborted) throw cause
    throw new Problem({ kind: 'network', code: 'NETWORK', contract: contract?.name, request, cause })
  }
}
