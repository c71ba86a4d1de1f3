import { isObject, peek, peekText } from '../own.ts'
import { plain } from '../plain.ts'
import type { Clue } from './clue.ts'
import { answerOf, isResponse } from './response.ts'

/** tRPC's client: what the server said is in `shape`, its response in `meta`. Of a batch it is the one call's. */
export function fromTrpc(thrown: unknown): Clue | undefined {
  if (peekText(thrown, 'name') !== 'TRPCClientError') return undefined
  const error = plain(peek(thrown, 'shape'))
  if (!isObject(error)) return undefined // no answer: the cause says why
  const response = peek(peek(thrown, 'meta'), 'response')
  const known = isResponse(response) ? answerOf(response) : { status: 0, headers: new Headers() }
  return { kind: 'http', answer: { ...known, body: { error }, received: { error } } }
}
