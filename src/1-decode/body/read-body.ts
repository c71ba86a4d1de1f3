import { decodeText } from './decode-text.ts'

export const maxBytes = 256 * 1024
const maxTime = 10_000

/** The text of a body, as much of it as was read. */
export interface ReadBody {
  readonly text: string
  /** False when it was longer than 256 KB, took longer than 10 s, or broke off. */
  readonly complete: boolean
}

/**
 * Reads a body within 256 KB and 10 s; what is left unread is cancelled. With `keep` it reads a clone, so that the
 * caller can still read the body. Never throws; a body that cannot be read is an empty one that is not complete.
 */
export async function readBody(response: Response, keep: boolean): Promise<ReadBody> {
  try {
    if (response.bodyUsed) return unread
    const source = keep ? response.clone() : response
    if (source.body === null) return { text: '', complete: true }
    if (source.body === undefined) return await readWhole(source) // React Native has no streams
    const reader: Reader = source.body.getReader()
    const chunks: Uint8Array[] = []
    const complete = await inTime(drain(reader, chunks), false)
    // Never awaited: a cancelled clone waits until its twin is cancelled too.
    if (!complete) reader.cancel().catch(() => undefined)
    return { text: decodeText(join(chunks), response.headers.get('content-type') ?? ''), complete }
  } catch {
    return unread
  }
}

const unread: ReadBody = { text: '', complete: false }

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function drain(reader: Reader, chunks: Uint8Array[]): Promise<boolean> {
  let room = maxBytes
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return true
    if (!ArrayBuffer.isView(value)) return false
    if (value.length > room) {
      chunks.push(value.subarray(0, room))
      return false
    }
    chunks.push(value)
    room -= value.length || 1 // a stream of empty chunks has an end as well
  }
}

async function readWhole(response: Response): Promise<ReadBody> {
  const text = await inTime(response.text(), undefined)
  if (text === undefined) return unread
  return { text: text.slice(0, maxBytes), complete: text.length <= maxBytes }
}

/** What the work brings within 10 s; the substitute when it takes longer or fails. */
function inTime<T, S>(work: Promise<T>, substitute: S): Promise<T | S> {
  return new Promise((resolve) => {
    const timer = setTimeout(settle, maxTime, substitute)
    function settle(result: T | S): void {
      clearTimeout(timer)
      resolve(result)
    }
    work.then(settle, () => settle(substitute))
  })
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks
  if (first !== undefined && chunks.length === 1) return first
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
