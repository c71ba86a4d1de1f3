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

/** Does for one origin what its gate says. */
export interface GateRunner {
  isClosed(): boolean
  /** Milliseconds until somebody asks the origin again. */
  left(): number
  /** The last failure that counted. */
  known(): Problem | undefined
  /** Waits for the answer; an abort is thrown as it is. */
  ask(request: GateRequest): Promise<GateAnswer>
  tell(event: GateEvent): void
  /** What came of a request. */
  heard(sent: Sent, sign: GateSign, problem?: Problem): void
}

/** What a runner needs of its client. */
export interface GateRunnerInput {
  readonly release: number | undefined
  readonly now: () => number
  readonly random: () => number
  /** The gate has closed or opened. */
  readonly changed: (closed: boolean) => void
}

/** Runs the gate of one origin: keeps its state, its one timer, and who waits. */
export function createGateRunner({ now, random, changed, release }: GateRunnerInput): GateRunner {
  const waiters = new Map<number, (answer: GateAnswer) => void>()
  let state: GateState = openGate
  let known: Problem | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let order = 0

  const tell = (event: GateEvent): void => {
    const { closed } = state
    const step = stepGate(state, event, { now: now(), random, release })
    state = step.state
    if (state.held.length === 0) clearTimeout(timer)
    for (const command of step.commands) run(command)
    if (closed !== step.state.closed) changed(!closed)
  }

  const run = (command: GateCommand): void => {
    if (command.do === 'wake') {
      clearTimeout(timer)
      timer = setTimeout(() => tell({ type: 'woke' }), Math.min(Math.max(0, command.at - now()), longestTimer))
    } else {
      waiters.get(command.id)?.(command)
      waiters.delete(command.id)
    }
  }

  return {
    isClosed: () => state.closed,
    left: () => state.notBefore - now(),
    known: () => known,
    tell,
    ask({ signal, ...asking }) {
      const id = ++order
      return untilDone(signal, (answer) => {
        waiters.set(id, answer)
        tell({ type: 'ask', id, ...asking })
        return () => {
          waiters.delete(id)
          tell({ type: 'gone', id })
        }
      })
    },
    heard(sent, sign, problem) {
      if (sign === 'unreachable') known = problem ?? known
      tell({ type: saying[sign], ...sent, retryAfter: problem?.retryAfter })
    },
  }
}

const saying = { up: 'answered', nothing: 'gone', unreachable: 'failed' } as const
