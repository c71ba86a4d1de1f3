import { longestTimer } from '../limits.ts'

/** How a body is waited for. */
export interface Waiting {
  /** Milliseconds without a byte. */
  readonly silence: number
  readonly signal: AbortSignal
}

/** Thrown when no byte came in time. */
export class Silence extends Error {
  override readonly name = 'TimeoutError'
}

// A body may come in one piece of any size; nobody has to hold the text of all of it at once.
const mostAtOnce = 64 * 1024

/**
 * The bytes of a body, as they come. An abort ends the wait in the same task; so does a silence that is too long. However
 * it ends, the rest of the body is called off.
 */
export async function* readChunks(body: ReadableStream<Uint8Array>, waiting: Waiting): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await next(reader, waiting)
      if (done) return
      for (let from = 0; from < value.length; from += mostAtOnce) yield value.subarray(from, from + mostAtOnce)
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

function next(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { silence, signal }: Waiting,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    if (signal.aborted) return abort()
    const late = () => reject(new Silence(`No byte in ${silence} ms.`))
    const timer = setTimeout(late, Math.min(silence, longestTimer))
    signal.addEventListener('abort', abort, { once: true })
    const settled = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
    reader.read().then(resolve, reject).finally(settled)
  })
}
