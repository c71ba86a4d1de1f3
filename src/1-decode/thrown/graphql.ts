import { maxFields } from '../fields.ts'
import { peek, peekText } from '../own.ts'
import type { Clue } from './clue.ts'
import { fromPlatform, fromSystem } from './platform.ts'
import { answerBehind, isResponse } from './response.ts'

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
  const count = typeof list === 'object' ? Number(peek(list, 'length')) : 0
  if (!(count > 0)) return undefined
  const errors = Array.from({ length: Math.min(count, maxFields) }, (_, index) => plainError(peek(list, index)))
  return { kind: 'http', answer: answerBehind(peek(thrown, 'response'), { errors, data: peek(thrown, 'data') }) }
}

// Some clients keep instances of a class.
function plainError(error: unknown): unknown {
  return {
    message: peekText(error, 'message') ?? '',
    path: peek(error, 'path'),
    extensions: peek(error, 'extensions'),
  }
}

/** The answer was no success, or not what GraphQL answers. Apollo has read its body. */
function fromServer(thrown: unknown): Clue | undefined {
  const response = peek(thrown, 'response')
  if (!isResponse(response)) return undefined
  return { kind: 'unreadable', answer: answerBehind(response, peek(thrown, 'bodyText') ?? peek(thrown, 'result')) }
}
