import { createStore, type StoreApi } from 'zustand/vanilla'
import { contractFor } from '../../2-classify/contract-for.ts'
import type { Source } from '../../problem/source.ts'
import type { ServerSentEvent } from '../../problem/stream.ts'
import { warn } from '../../problem/warn.ts'
import { sleep } from '../abort.ts'
import { longestSilence, mostEvents } from '../limits.ts'
import { remedyOf, type Runtime } from '../runtime.ts'
import { connect } from './connect.ts'
import type { StreamMemory } from './frames.ts'
import { nextOf, type Next, type Tries } from './next.ts'
import { checkStream, readStream } from './read-stream.ts'
import type { StreamCall } from './stream-call.ts'
import { streamSource } from './stream-source.ts'
import type { StreamState } from './stream-state.ts'

/** One stream over all its connections: connects, reads, connects again where that can help, and hands over. */
export class StreamRunner {
  readonly store: StoreApi<StreamState> = createStore<StreamState>(() => ({
    status: 'idle',
    events: [],
    problem: null,
  }))
  readonly #runtime: Runtime
  readonly #source: Source
  #memory = newMemory()
  #call: StreamCall
  #current: AbortController | undefined
  // Stands among what is in the air: the end of the user ends this too, and empties what is left of it.
  #life: AbortController | undefined

  constructor(runtime: Runtime, key: string, call: StreamCall) {
    this.#runtime = runtime
    this.#call = call
    this.#source = streamSource(runtime, key, { store: this.store, reconnect: () => this.reconnect() })
  }

  /** From now on it is read in this way. */
  use(call: StreamCall): void {
    this.#call = call
  }

  /** Connects, unless it has been connected. */
  start(): void {
    if (this.store.getState().status === 'idle') this.reconnect()
  }

  /** Connects anew: after the last id where there is one, else from the start. */
  reconnect(): void {
    this.#stop()
    const controller = new AbortController()
    this.#current = controller
    this.#source.started = this.#runtime.next()
    this.#live()
    this.store.setState({ status: 'connecting', problem: null })
    this.#follow(controller.signal).catch((bug: unknown) => warn('a stream could not be followed', bug))
  }

  /** Ends it; what came stays. */
  close(): void {
    this.#stop()
    this.#runtime.presenter.forget(this.#source)
    this.store.setState({ status: 'closed', problem: null })
  }

  /** Ends it until the next `start`; what came stays. */
  disable(): void {
    this.#stop()
    this.#runtime.presenter.forget(this.#source)
    if (this.store.getState().status !== 'idle') this.store.setState({ status: 'idle', problem: null })
  }

  /** Nobody looks at it any more. One that is over stays over. */
  release(): void {
    const isRunning = this.#current !== undefined
    this.#stop()
    this.#runtime.presenter.forget(this.#source)
    if (this.#life !== undefined) this.#runtime.inFlight.delete(this.#life)
    this.#life = undefined
    if (isRunning) this.store.setState({ status: 'idle' })
  }

  #stop(): void {
    const running = this.#current
    this.#current = undefined
    running?.abort(new DOMException('The stream was closed.', 'AbortError'))
  }

  // S3: what came belongs to the user before.
  #live(): void {
    if (this.#life !== undefined) return
    const life = new AbortController()
    this.#life = life
    this.#runtime.inFlight.add(life)
    life.signal.addEventListener('abort', () => {
      this.#runtime.inFlight.delete(life)
      this.#life = undefined
      this.#stop()
      this.#memory = newMemory()
      this.store.setState({ status: 'closed', events: [], problem: null })
    })
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const generation = this.#runtime.session?.getState().generation
    const tries: Tries = { attempt: 0, spent: 0, refreshed: false, startedOver: false, madeRoom: false, generation }
    // StrictMode mounts, unmounts and mounts in one task: nothing is sent before it has made up its mind.
    await Promise.resolve()
    while (!signal.aborted) {
      tries.attempt++
      const before = this.#memory.lastEventId
      try {
        await this.#connectOnce(signal)
        if (!signal.aborted) this.#end({ do: 'stop' })
        return
      } catch (thrown) {
        if (signal.aborted) return
        if (this.#memory.lastEventId !== before) Object.assign(tries, { attempt: 1, spent: 0, refreshed: false })
        const next = await nextOf(this.#runtime, thrown, { call: this.#call, memory: this.#memory, tries })
        if (signal.aborted) return
        if (next.do !== 'connect') return this.#end(next)
        tries.spent += next.delay
        this.store.setState({ status: 'connecting' })
        await sleep(next.delay, signal).catch(() => undefined)
      }
    }
  }

  async #connectOnce(signal: AbortSignal): Promise<void> {
    const attempt = new AbortController()
    const stop = () => attempt.abort(signal.reason)
    signal.addEventListener('abort', stop)
    try {
      await this.#read(attempt, signal)
    } finally {
      signal.removeEventListener('abort', stop)
      attempt.abort()
    }
  }

  async #read(attempt: AbortController, signal: AbortSignal): Promise<void> {
    const { streams, contracts, requests } = this.#runtime
    const call = this.#call
    const memory = this.#memory
    const isFresh = memory.lastEventId === ''
    memory.payload = false
    streams.admit(call.contract)
    const response = await connect(call, memory.lastEventId, attempt)
    const contract = call.contract ?? contractFor(contracts, response.url)
    const connection = { response, contract, request: requests.get(response) }
    await checkStream(connection)
    const slot = streams.open(contract, () => this.close())
    try {
      if (!signal.aborted) this.#opened(isFresh)
      const silence = call.silence ?? contract?.streams?.silence ?? longestSilence
      for await (const events of readStream(connection, { silence, memory, signal })) {
        slot.active()
        this.#receive(events, signal)
      }
    } finally {
      slot.leave()
    }
  }

  #opened(isFresh: boolean): void {
    this.#source.refreshed = false
    this.#runtime.presenter.recover(this.#source)
    this.store.setState(({ events }) => ({ status: 'open', problem: null, events: isFresh ? [] : events }))
  }

  #receive(came: readonly ServerSentEvent[], signal: AbortSignal): void {
    const all = [...this.store.getState().events, ...came]
    this.store.setState({ events: all.length > mostEvents ? all.slice(-mostEvents) : all })
    for (const event of came) if (!signal.aborted) this.#tell(event)
  }

  #tell(event: ServerSentEvent): void {
    try {
      this.#call.onEvent?.(event)
    } catch (thrown) {
      warn('onEvent of a stream threw; the stream goes on', thrown)
      const problem = this.#runtime.problemOf(thrown)
      this.#runtime.report(problem, remedyOf(this.#runtime, problem))
    }
  }

  #end(next: Exclude<Next, { do: 'connect' }>): void {
    this.#current = undefined
    if (next.do === 'stop') return this.store.setState({ status: 'closed' })
    const failed = { ...next.failed, source: this.#source }
    this.store.setState({ status: 'error', problem: failed.problem })
    if (next.done === true) this.#runtime.presenter.fail(failed)
    else this.#runtime.act(failed)
  }
}

function newMemory(): StreamMemory {
  return { lastEventId: '', retry: undefined, payload: false }
}
