import { parseBody } from '../body/parse-body.ts'
import { maxFields } from '../fields.ts'
import { peek, peekText } from '../own.ts'
import { plain } from '../plain.ts'
import type { Clue } from './clue.ts'
import { fromPlatform, fromSystem } from './platform.ts'
import { answerOf, isResponse } from './response.ts'

/** The clients of GraphQL: Apollo 4, Apollo 3, urql. */
export function fromGraphQl(thrown: unknown): Clue | undefined {
  const name = peekText(thrown, 'name') ?? ''
  if (name === 'ServerError' || name === 'ServerParseError') return fromServer(thrown)
  if (name === 'CombinedGraphQLErrors' || name === 'CombinedProtocolErrors') return fromErrors(thrown, 'errors')
  if (name !== 'ApolloError' && name !== 'CombinedError') return undefined
  const cause = peek(thrown, 'networkError')
  const answered = fromErrors(thrown, 'graphQLErrors') ?? fromServer(thrown) ?? fromServer(cause)
  return answered ?? fromPlatform(cause) ?? fromSystem(cause)
}

/** The server answered, and these are its errors; how it answered is not said, except by urql. */
function fromErrors(thrown: unknown, member: string): Clue | undefined {
  const list = peek(thrown, member)
  const count = typeof list === 'object' ? peek(list, 'length') : 0
  if (typeof count !== 'number' || !(count > 0)) return undefined
  const errors = Array.from({ length: Math.min(count, maxFields) }, (_, index) => plainError(peek(list, index)))
  const response = peek(thrown, 'response')
  const known = isResponse(response) ? answerOf(response) : { status: 0, headers: new Headers() }
  const body = { errors, data: plain(peek(thrown, 'data')) }
  return { kind: 'http', answer: { ...known, body, received: body } }
}

// Some clients keep instances of a class.
function plainError(error: unknown): unknown {
  const [path, extensions] = [plain(peek(error, 'path')), plain(peek(error, 'extensions'))]
  return { message: peekText(error, 'message') ?? '', path, extensions }
}

/** The answer was no success, or not what GraphQL answers. Apollo has read its body. */
function fromServer(thrown: unknown): Clue | undefined {
  const response = peek(thrown, 'response')
  if (!isResponse(response)) return undefined
  const received = peek(thrown, 'bodyText') ?? peek(thrown, 'result')
  const body = typeof received === 'string' ? parseBody(received) : plain(received)
  return { kind: 'unreadable', answer: { ...answerOf(response), body, received } }
}
