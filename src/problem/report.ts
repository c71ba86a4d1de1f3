import { befallsAnybody } from './befalls-anybody.ts'
import { describeBody } from './describe-body.ts'
import type { ProblemKind } from './parts.ts'
import { evidenceOf, type Problem } from './problem.ts'
import { filtered, namesSecret, redactData, redactText, redactUrl } from './redact.ts'
import type { ResolvedRemedy } from './remedy.ts'
import { routeTemplate } from './route.ts'
import { saidBy, type Said } from './said.ts'

export type { Said } from './said.ts'

/** What is told about one problem to whoever looks after the application. One shape for all contracts, secrets redacted. */
export interface ProblemReport {
  /** The same for the same trouble: contract, code and route template, never localized text. */
  readonly fingerprint: string
  /** `false`: nobody foresaw it, somebody should look. */
  readonly expected: boolean
  readonly contract: string
  readonly code: string
  readonly kind: ProblemKind
  /** The HTTP status; `undefined` when no response came. */
  readonly status: number | undefined
  readonly method: string | undefined
  readonly url: string | undefined
  readonly requestId: string | undefined
  /** When it was read, as ISO 8601. */
  readonly time: string
  /** Requests sent, where somebody owned the retries. */
  readonly attempts: number | undefined
  readonly requestBody: unknown
  readonly responseBody: unknown
  /** The server's own words. */
  readonly said: Said
  /** What was thrown, where no response came: its name and message. */
  readonly cause: string | undefined
  /** Which rung and which layer decided what was done. */
  readonly why: ResolvedRemedy['why'] | undefined
}

/** How a report is made. */
export interface ReportOptions {
  /**
   * What the application takes out on top: called for every member, at every depth, with what the kit left of it; what it
   * returns stands in the report, inner members first. One that throws leaves `[Filtered]`.
   */
  readonly redact?: ((key: string, value: unknown) => unknown) | undefined
  /** The remedy that was found: says whether the problem was expected, and why it was handled as it was. */
  readonly remedy?: Pick<ResolvedRemedy, 'report' | 'why'> | undefined
}

/**
 * A problem as it may leave the browser: everything that helps to find the cause, and no secret. Never throws; the result
 * survives `JSON` and `structuredClone`.
 *
 * @example
 * ```ts
 * import { createReport, toProblem } from 'react-remedy/core'
 *
 * const report = createReport(toProblem(new Error('boom')), {
 *   redact: (key, value) => (key === 'email' ? '[Filtered]' : value),
 * })
 * console.log(report.fingerprint)
 * ```
 */
export function createReport(problem: Problem, { redact, remedy }: ReportOptions = {}): ProblemReport {
  const { contract, code, kind, status, request, requestId, attempts } = problem
  const { sent, received } = evidenceOf(problem)
  const report: ProblemReport = {
    fingerprint: fingerprintOf(problem),
    expected: remedy ? remedy.report !== 'unexpected' : befallsAnybody(problem),
    contract,
    code: redactText(code),
    kind,
    status,
    method: request?.method,
    url: request && redactUrl(request.url),
    requestId: requestId && redactText(requestId),
    // The way of a date that says nothing, instead of throwing, where it is none.
    time: new Date(problem.occurredAt).toJSON() ?? '',
    attempts,
    requestBody: describeBody(sent, isSecretInRequest),
    responseBody: describeBody(received ?? orNothing(problem.data), namesSecret),
    said: saidBy(problem),
    cause: causeOf(problem),
    why: remedy?.why,
  }
  return redact === undefined ? report : redacted(report, redact)
}

/** What groups the same trouble: contract, code and route template. */
export function fingerprintOf({ contract, code, request }: Problem): string {
  return [contract, redactText(code.slice(0, 200)), request === undefined ? '-' : routeTemplate(request.url)].join(' ')
}

// A code that a user types in to prove who they are; in a response it is the name of an error.
function isSecretInRequest(name: string): boolean {
  return name === 'code' || namesSecret(name)
}

function causeOf({ cause }: Problem): string | undefined {
  if (cause === undefined) return undefined
  try {
    const text =
      cause instanceof Error ? `${cause.name}: ${cause.message}` : typeof cause === 'string' ? cause : undefined
    return text && redactText(text.slice(0, 500))
  } catch {
    return undefined
  }
}

function orNothing(data: Problem['data']): unknown {
  return Object.keys(data).length > 0 ? data : undefined
}

function redacted(report: ProblemReport, redact: NonNullable<ReportOptions['redact']>): ProblemReport {
  const ask = (key: string, value: unknown): unknown => {
    try {
      return redact(key, value)
    } catch {
      return filtered
    }
  }
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item, index) => ask(String(index), walk(item)))
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, ask(key, walk(member))]))
  }
  // What the application put in may be anything; the kit has the last look, so that the report stays plain data.
  return redactData(walk(report), () => false) as ProblemReport
}
