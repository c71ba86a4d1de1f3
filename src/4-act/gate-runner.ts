import { openGate, type Asking, type GateCommand, type GateEvent, type GateState } from '../3-decide/gate-state.ts'
import { stepGate } from '../3-decide/gate.ts'
import type { Problem } from '../problem/problem.ts'
import { longestTimer } from './limits.ts'

/** A request that asks to be sent. */
export interface GateRequest extends Omit<Asking, 'id'> {
  readonly signal: AbortSignal
  /** The problem of a request that was not sent, from the last one known and the milliseconds until somebody asks again. */
  readonly refused: (known: Problem | undefined, left: number) => Problem
}

/** Does for one origin what its gate says. */
export interface GateRunner {
  isClosed(): boolean
  /** The last failure that counted. */
  known(): Problem | undefined
  /** Resolves when the request may be sent. */
  ask(request: GateRequest): Promise<{ readonly id: number; readonly waited: number }>
  tell(event: GateEvent): void
  failed(sent: { readonly id: number; readonly route: string }, problem: Problem): void
}

/** What a runner needs of its client. */
export interface GateRunnerInput {
  readonly gate?: { readonly release?: number | undefined } | undefined
  /** The time, and at least the one given. */
  readonly now: (atLeast?: number) => number
  readonly random: () => number
  /** The gate has closed or opened. */
  readonly changed: (closed: boolean) => void
}

type Turn = Exclude<GateCommand, { do: 'wake' }>

type Waiter = (turn: Turn) => void

/** Runs the gate of one origin: keeps its state, its one timer, and who waits. */
export function createGateRunner({ now, random, changed, gate }: GateRunnerInput): GateRunner {
  const waiters = new Map<number, Waiter>()
  let state: GateState = openGate
  let known: Problem | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let order = 0

  const tell = (event: GateEvent, atLeast?: number): void => {
    const { closed } = state
    const step = stepGate(state, event, { now: now(atLeast), random, release: gate?.release })
    state = step.state
    if (state.held.length === 0) clearTimeout(timer)
    for (const command of step.commands) run(command)
    if (closed !== step.state.closed) changed(!closed)
  }

  const run = (command: GateCommand): void => {
    if (command.do !== 'wake') return waiters.get(command.id)?.(command)
    clearTimeout(timer)
    timer = setTimeout(() => tell({ type: 'woke' }, command.at), Math.min(command.at - now(), longestTimer))
  }

  return {
    isClosed: () => state.closed,
    known: () => known,
    tell,
    async ask({ signal, refused, ...asking }) {
      const id = ++order
      const turn = waitIn(waiters, id, signal)
      if (!signal.aborted) tell({ type: 'ask', id, ...asking })
      const given = await turn.catch((reason: unknown) => {
        tell({ type: 'gone', id })
        throw reason
      })
      if (given.do === 'hand-over') throw refused(known, state.notBefore - now())
      return given
    },
    failed({ id, route }, problem) {
      known = problem
      tell({ type: 'failed', id, route, retryAfter: problem.retryAfter })
    },
  }
}

function waitIn(waiters: Map<number, Waiter>, id: number, signal: AbortSignal): Promise<Turn> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const leave = () => {
      waiters.delete(id)
      signal.removeEventListener('abort', stop)
    }
    const stop = () => {
      leave()
      reject(signal.reason)
    }
    signal.addEventListener('abort', stop, { once: true })
    waiters.set(id, (given) => {
      leave()
      resolve(given)
    })
  })
}
