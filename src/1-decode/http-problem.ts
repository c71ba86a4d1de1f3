import type { Contract } from '../problem/contract.ts'
import { Problem } from '../problem/problem.ts'
import type { ProblemKind } from '../problem/parts.ts'
import type { Dialect, Reading } from '../problem/reading.ts'
import type { Answer, SentRequest } from './answer.ts'
import { problemDetails } from './dialects/problem-details.ts'
import { cleanFields } from './fields.ts'
import { readHints } from './headers/hints.ts'
import { isObject } from './own.ts'
import { isTame, plain } from './plain.ts'
import { words } from './text.ts'

const maxCode = 200

/** What is known besides the answer. */
export interface Circumstances {
  readonly contract?: Contract | undefined
  readonly request?: SentRequest | undefined
  readonly cause?: unknown
  /** Requests that a client sent which retries by itself. */
  readonly attempts?: number | undefined
}

/** What was found out about a failure. */
export interface Findings {
  readonly kind: ProblemKind
  /** Left out where the kind says it all. */
  readonly code?: string | undefined
  readonly answer?: Answer | undefined
  /** What a dialect read in the answer. */
  readonly reading?: Reading | undefined
}

/** A problem from an answer that is one, with what its body and its headers say. */
export function httpProblem(
  answer: Answer,
  about: Circumstances,
  reading = readAnswer(answer, about.contract),
): Problem {
  const { status } = answer
  const code = identify(reading, status, about.contract) ?? (status === 0 ? 'UNKNOWN' : `HTTP_${status}`)
  return makeProblem({ kind: 'http', code, answer, reading }, about)
}

/** A problem of any kind, with what is known. */
export function makeProblem(
  { kind, code = codeOf(kind), answer, reading = {} }: Findings,
  about: Circumstances,
): Problem {
  const { contract, request, cause, attempts } = about
  const url = request?.url ?? answer?.url
  const hints = answer && readHints(answer, reading)
  return new Problem({
    kind,
    code,
    contract: contract?.name,
    // 0: the frame of a stream has none.
    status: answer?.status || undefined,
    likeStatus: isFailure(reading.likeStatus) ? reading.likeStatus : undefined,
    title: words(reading.title),
    detail: words(reading.detail),
    type: words(reading.type),
    instance: words(reading.instance),
    fields: cleanFields(reading.fields),
    retryAfter: hints?.retryAfter,
    shouldRetry: hints?.shouldRetry,
    rateLimit: hints?.rateLimit,
    challenges: hints?.challenges,
    location: hints?.location,
    requestId: hints?.requestId,
    variant: words(reading.variant),
    request: url === undefined ? undefined : { method: request?.method.toUpperCase() ?? '', url },
    data: dataOf(reading.data ?? answer?.body),
    attempts,
    cause,
    evidence: { received: answer?.received, sent: request?.body },
  })
}

function codeOf(kind: ProblemKind): string {
  return kind === 'stream' ? 'STREAM_TRUNCATED' : kind.toUpperCase()
}

/** The first dialect that knows the shape of the body reads it; without a contract it is problem details or nothing. */
export function readAnswer(
  answer: Answer,
  contract: Contract | undefined,
  dialects = contract?.dialects ?? [problemDetails],
): Reading | undefined {
  for (const dialect of dialects) {
    const reading = attempt(dialect, answer)
    if (reading !== undefined) return reading
  }
  return undefined
}

/** The code under which the contract files this reading. */
export function identify(
  reading: Reading | undefined,
  status: number | undefined,
  contract: Contract | undefined,
): string | undefined {
  if (reading === undefined) return undefined
  const identity = contract?.identity ?? 'code'
  if (identity === 'status') return undefined
  if (identity === 'code') return words(reading.code, maxCode)
  if (identity === 'type') return reading.type === 'about:blank' ? undefined : words(reading.type, maxCode)
  try {
    return words(identity(reading, status), maxCode)
  } catch {
    return undefined
  }
}

// A body may claim anything, and this number decides.
function isFailure(status: number | undefined): boolean {
  return Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599
}

function attempt(dialect: Dialect, answer: Answer): Reading | undefined {
  try {
    const reading: unknown = dialect(answer.body, answer)
    return isObject(reading) ? reading : undefined
  } catch {
    return undefined // the next dialect, or the status, still has something to say
  }
}

function dataOf(data: unknown): Readonly<Record<string, unknown>> | undefined {
  const safe = isTame(data) ? data : plain(data)
  return isObject(safe) ? safe : undefined
}
