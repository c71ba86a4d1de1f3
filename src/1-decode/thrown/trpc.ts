import { isObject, peek, peekText } from '../own.ts'
import type { Clue } from './clue.ts'
import { answerBehind } from './response.ts'

/** tRPC's client: what the server said is in `shape`, its response in `meta`. Of a batch it is the one call's. */
export function fromTrpc(thrown: unknown): Clue | undefined {
  const error = peek(thrown, 'shape')
  // Without a shape no answer came: the cause says why.
  if (peekText(thrown, 'name') !== 'TRPCClientError' || !isObject(error)) return undefined
  return { kind: 'http', answer: answerBehind(peek(peek(thrown, 'meta'), 'response'), { error }) }
}
