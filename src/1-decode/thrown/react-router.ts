import { parseBody } from '../body/parse-body.ts'
import { peek } from '../own.ts'
import { plain } from '../plain.ts'
import type { Clue } from './clue.ts'

/** React Router reads a `Response` that a loader or an action throws; `useRouteError()` has what is left of it. */
export function fromReactRouter(thrown: unknown): Clue | undefined {
  const [status, data] = [peek(thrown, 'status'), peek(thrown, 'data')]
  if (!Number.isInteger(status) || typeof peek(thrown, 'internal') !== 'boolean') return undefined
  if (typeof peek(thrown, 'statusText') !== 'string') return undefined
  const body = typeof data === 'string' ? parseBody(data) : plain(data)
  return { answer: { status: Number(status), headers: new Headers(), body, received: data } }
}
