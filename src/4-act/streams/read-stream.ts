import { parseBody } from '../../1-decode/body/parse-body.ts'
import { own, peekText } from '../../1-decode/own.ts'
import { takeProblem } from '../../1-decode/read-problem.ts'
import { brokenStream, readFrame, type StreamOrigin } from '../../1-decode/stream-problem.ts'
import type { Problem } from '../../problem/problem.ts'
import type { ServerSentEvent, StreamRules } from '../../problem/stream.ts'
import { readChunks, Silence, type Waiting } from './chunks.ts'
import { createFrames, type StreamMemory } from './frames.ts'

/** One connection of a stream. */
export interface Connection extends StreamOrigin {
  readonly response: Response
}

/** How a connection is read. */
export interface Reading extends Waiting {
  readonly memory: StreamMemory
}

/** Throws the problem that a response brings in place of a stream. */
export async function checkStream({ response, contract, request }: Connection): Promise<void> {
  const problem = await takeProblem(response, contract, request)
  if (problem !== null) throw problem
  // Servers are careless about the type of a stream; a page or a document is none in any case.
  const isDocument = /\b(?:html|xml|json)\b/i.test(response.headers.get('content-type') ?? '')
  if (!isDocument || response.body === null) return
  response.body.cancel().catch(() => undefined)
  throw brokenStream('unreadable', { response, contract, request })
}

/**
 * The events of one connection, those that came together as one list. Throws a `Problem` for an error frame, a stream
 * that broke off or fell silent, or an event that is too long, after all that came before; an abort is thrown untouched.
 */
export async function* readStream(
  connection: Connection,
  reading: Reading,
): AsyncGenerator<readonly ServerSentEvent[]> {
  const { body } = connection.response
  // A 204 says that there is no more (HTML, 9.2.3), whatever else would have ended the stream.
  if (body === null) return
  if (body.locked)
    throw new TypeError(
      'react-remedy: client.events was given a response whose body is being read already. A body can be read once, so ' +
        'its events are gone. Pass the response before anything reads it, or pass response.clone().',
    )
  const sorter = new Sorter(connection)
  const frames = createFrames(reading.memory, (event) => sorter.sort(event))
  try {
    for await (const bytes of readChunks(body, reading)) {
      try {
        frames.push(bytes)
      } finally {
        if (sorter.events.length > 0) yield sorter.take()
      }
      if (sorter.ended) break
    }
  } catch (thrown) {
    throw whatFailed(thrown, connection, reading.signal)
  }
  if (sorter.problem !== undefined) {
    // An error frame that comes first is an answer that failed, not one that broke off.
    if (!sorter.handedOn) reading.memory.payload = false
    throw sorter.problem
  }
  if (!sorter.ended && connection.contract?.streams?.done !== undefined) throw brokenStream('stream', connection)
}

/** Tells events from what ends the stream. */
class Sorter {
  events: ServerSentEvent[] = []
  ended = false
  handedOn = false
  problem: Problem | undefined
  readonly #origin: StreamOrigin
  readonly #rules: StreamRules

  constructor(origin: StreamOrigin) {
    this.#origin = origin
    this.#rules = origin.contract?.streams ?? {}
  }

  sort(event: ServerSentEvent): void {
    if (this.ended) return
    // So many servers end with this that nobody means anything else by it.
    const { done = '[DONE]' } = this.#rules
    if (isError(event, this.#rules)) this.problem = readFrame(event.data, this.#origin)
    else if (typeof done === 'string') this.ended = event.data === done
    else this.ended = asks(done, event)
    if (this.problem !== undefined) this.ended = true
    else if (!this.ended || typeof done === 'function') this.events.push(event)
  }

  take(): readonly ServerSentEvent[] {
    const { events } = this
    this.events = []
    this.handedOn = true
    return events
  }
}

function isError(event: ServerSentEvent, { error }: StreamRules): boolean {
  if (event.event === 'error') return true
  if (typeof error !== 'string') return asks(error, event)
  return event.data.includes(`"${error}"`) && Boolean(own(parseBody(event.data), error))
}

function asks(rule: ((event: ServerSentEvent) => boolean) | undefined, event: ServerSentEvent): boolean {
  try {
    return rule?.(event) === true
  } catch {
    return false // a rule that stumbles over what a server sends knows nothing about it
  }
}

function whatFailed(thrown: unknown, connection: Connection, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  const name = peekText(thrown, 'name')
  if (name === 'AbortError') return thrown
  if (thrown instanceof Silence || name === 'TimeoutError') return brokenStream('timeout', connection, thrown)
  return brokenStream('stream', connection, thrown)
}
