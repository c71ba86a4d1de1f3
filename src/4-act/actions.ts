import type { QueryClient } from '@tanstack/react-query'
import type { Incident } from '../problem/incident.ts'
import type { Problem } from '../problem/problem.ts'
import type { AnySession } from './session/types.ts'

/** What an action gets besides the problem. */
export interface ActionContext {
  readonly incident: Incident
  /** What the failed mutation was called with. */
  readonly variables?: unknown
  readonly queryClient: QueryClient
  readonly session?: AnySession | undefined
  /** Sends what failed again, as the built-in `retry` does: after the action has put right what was wrong. */
  readonly retry: () => Promise<void>
  /** Aborted when the incident closes before the action is done. */
  readonly signal: AbortSignal
}

/** Something the application can do, by name. Implemented once, in `ErrorProvider`. May be async: its button is busy until then. */
export type Action<P extends Problem = Problem> = (problem: P, context: ActionContext) => void | Promise<void>

/** Name → action, as the client looks them up. Own keys only. */
export type Actions = Readonly<Record<string, Action | undefined>>

/** The action of that name, if anybody implements it. */
export function findAction(actions: Actions, name: string): Action | undefined {
  return Object.hasOwn(actions, name) ? actions[name] : undefined
}
