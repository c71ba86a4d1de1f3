import type { GateSign } from '../3-decide/gate-sign.ts'
import { openGate, type Asking, type GateCommand, type GateEvent, type GateState } from '../3-decide/gate-state.ts'
import { stepGate } from '../3-decide/gate.ts'
import type { Problem } from '../problem/problem.ts'
import { untilDone } from './abort.ts'
import { longestTimer } from './limits.ts'

/** A request that asks to be sent. */
export interface GateRequest extends Omit<Asking, 'id'> {
  /** An abort ends the wait in the same task. */
  readonly signal: AbortSignal
}

/** It may be sent, or its patience is over. */
export type GateAnswer = Exclude<GateCommand, { do: 'wake' }>

/** A request that was sent. */
export interface Sent {
  readonly id: number
  readonly route: string
}

/** What a runner needs of its client. */
export interface GateRunnerInput {
  readonly release: number | undefined
  readonly now: () => number
  readonly random: () => number
  /** The gate has closed or opened. */
  readonly changed: (closed: boolean) => void
}

/** Does for one origin what its gate says: keeps its state, its one timer, and who waits. */
export class GateRunner {
  /** The last failure that counted. */
  known: Problem | undefined
  /** The last hook that was let through. */
  hook: number | undefined
  readonly #input: GateRunnerInput
  readonly #waiters = new Map<number, (answer: GateAnswer) => void>()
  #state: GateState = openGate
  #timer: ReturnType<typeof setTimeout> | undefined
  #order = 0
  #latest = 0

  constructor(input: GateRunnerInput) {
    this.#input = input
  }

  isClosed(): boolean {
    return this.#state.closed
  }

  /** The time. A clock may be set back, and stretches no wait. */
  now(): number {
    return (this.#latest = Math.max(this.#latest, this.#input.now()))
  }

  /** Milliseconds until somebody asks the origin again. */
  left(): number {
    return this.#state.notBefore - this.now()
  }

  /** Waits for the answer; an abort is thrown as it is. */
  ask({ signal, ...asking }: GateRequest): Promise<GateAnswer> {
    const id = ++this.#order
    return untilDone(signal, (answer) => {
      this.#waiters.set(id, answer)
      this.tell({ type: 'ask', id, ...asking })
      return () => {
        this.#waiters.delete(id)
        this.tell({ type: 'gone', id })
      }
    })
  }

  /** A hook that probes may be what asks now: its role goes to that, or to who is next. */
  passOn(): void {
    if (this.hook !== undefined) this.tell({ type: 'gone', id: this.hook })
    this.hook = undefined
  }

  /** What came of a request. */
  heard(sent: Sent, sign: GateSign, problem?: Problem): void {
    if (sign === 'unreachable') this.known = problem ?? this.known
    this.tell({ type: saying[sign], ...sent, retryAfter: problem?.retryAfter })
  }

  tell(event: GateEvent): void {
    const { random, release, changed } = this.#input
    const { closed } = this.#state
    const { state, commands } = stepGate(this.#state, event, { now: this.now(), random, release })
    this.#state = state
    if (state.held.length === 0) clearTimeout(this.#timer)
    for (const command of commands) this.#run(command)
    if (closed !== state.closed) changed(!closed)
  }

  #run(command: GateCommand): void {
    if (command.do === 'wake') {
      const woke = () => {
        this.#latest = Math.max(this.#latest, command.at) // whatever the clock says
        this.tell({ type: 'woke' })
      }
      clearTimeout(this.#timer)
      this.#timer = setTimeout(woke, Math.min(command.at - this.now(), longestTimer))
    } else {
      this.#waiters.get(command.id)?.(command)
      this.#waiters.delete(command.id)
    }
  }
}

const saying = { up: 'answered', nothing: 'gone', unreachable: 'failed' } as const
