import { peek } from '../own.ts'
import type { Clue } from './clue.ts'

/** TanStack Query gives up a fetch that nobody waits for any more. Its error has no name of its own. */
export function fromTanstack(thrown: unknown): Clue | undefined {
  const cancelled = peek(thrown, 'message') === 'CancelledError' && peek(thrown, 'name') === 'Error'
  return cancelled && Object.hasOwn(thrown as Error, 'silent') ? { kind: 'aborted' } : undefined
}
