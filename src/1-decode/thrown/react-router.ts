import { peek } from '../own.ts'
import type { Clue } from './clue.ts'
import { answerBehind } from './response.ts'

/** React Router reads a `Response` that a loader or an action throws; `useRouteError()` has what is left of it. */
export function fromReactRouter(thrown: unknown): Clue | undefined {
  const status = peek(thrown, 'status')
  if (!Number.isInteger(status) || typeof peek(thrown, 'internal') !== 'boolean') return undefined
  if (typeof peek(thrown, 'statusText') !== 'string') return undefined
  return { answer: { ...answerBehind(undefined, peek(thrown, 'data')), status: Number(status) } }
}
