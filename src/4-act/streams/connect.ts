import { headersTimeout, longestTimer } from '../limits.ts'

/** What a stream hands to the function that opens it. */
export interface StreamContext {
  /** Aborted when the stream is closed, and when it takes too long to open. */
  readonly signal: AbortSignal
  /** Where it goes on; `undefined` for from the start. */
  readonly lastEventId: string | undefined
  /** The headers to send: `Accept`, and `Last-Event-ID` where it goes on. */
  readonly headers: Readonly<Record<string, string>>
}

/** Opens a stream. Whatever is no stream may come back or be thrown; it is read in any case. */
export type Connect = (context: StreamContext) => Promise<Response>

/** Calls the app's function, which may ignore its signal; `controller` ends the wait, and so does the timeout. */
export function connect(
  { connect: open, timeout = headersTimeout }: { readonly connect: Connect; readonly timeout?: number | undefined },
  lastEventId: string,
  controller: AbortController,
): Promise<Response> {
  const { signal } = controller
  return new Promise((resolve, reject) => {
    const late = new DOMException('The stream did not open in time.', 'TimeoutError')
    const timer = setTimeout(() => controller.abort(late), Math.min(timeout, longestTimer))
    const abort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', abort, { once: true })
    const context = {
      signal,
      lastEventId: lastEventId === '' ? undefined : lastEventId,
      headers: headersOf(lastEventId),
    }
    open(context)
      .then((response) => {
        // Nobody waits for it any more, and an unread body would keep its connection.
        if (signal.aborted) return response.body?.cancel()
        resolve(response)
      })
      .catch(reject)
      .finally(() => {
        clearTimeout(timer)
        signal.removeEventListener('abort', abort)
      })
  })
}

function headersOf(lastEventId: string): Record<string, string> {
  const accept = { Accept: 'text/event-stream' }
  return lastEventId === '' ? accept : { ...accept, 'Last-Event-ID': asHeader(lastEventId) }
}

// A header holds bytes, and an id may hold any character: it goes out as UTF-8 (HTML, 9.2.3).
function asHeader(id: string): string {
  return Array.from(new TextEncoder().encode(id), (byte) => String.fromCharCode(byte)).join('')
}
