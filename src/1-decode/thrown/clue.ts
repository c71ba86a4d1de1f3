import type { ProblemKind } from '../../problem/parts.ts'
import type { Answer, SentRequest } from '../answer.ts'

/** What one origin can tell about a thrown value. */
export interface Clue {
  readonly kind?: ProblemKind | undefined
  /** What the server answered, as far as it is known without waiting. */
  readonly answer?: Answer | undefined
  /** The response, when its body still has to be read. */
  readonly response?: Response | undefined
  readonly request?: SentRequest | undefined
  /** Requests that the client sent, where it retries by itself. */
  readonly attempts?: number | undefined
}

/** Recognizes the errors of one client or runtime by their shape; `undefined` for all others. */
export type Origin = (thrown: unknown) => Clue | undefined
