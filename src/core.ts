/**
 * Problem, decode, classify, decide and report: pure TypeScript, no React and no DOM at import.
 *
 * @packageDocumentation
 */
export { problemDetails } from './1-decode/dialects/problem-details.ts'
export { parsePath, samePath } from './1-decode/path.ts'
export type { SentRequest } from './1-decode/answer.ts'
export { readProblem } from './1-decode/read-problem.ts'
export { readThrown } from './1-decode/read-thrown.ts'
export { toProblem } from './1-decode/to-problem.ts'
export { classify } from './2-classify/classify.ts'
export { contractFor } from './2-classify/contract-for.ts'
export { defineContract, type ContractDefinition, type MessageLoader } from './2-classify/define-contract.ts'
export { extendContract, type ContractChanges, type ExtraLoader } from './2-classify/extend-contract.ts'
export type { Layer, Overrides } from './2-classify/layers.ts'
export { matches } from './2-classify/match.ts'
export { decideRetry, type DecideOptions, type Decision, type HandOverReason } from './3-decide/decide-retry.ts'
export { flow, type FlowInput, type FlowResult } from './flow.ts'
export type {
  ActionOf,
  CodeOf,
  Contract,
  Match,
  Message,
  MessageLoaders,
  MessageModule,
  Messages,
} from './problem/contract.ts'
export type { AuthChallenge, FieldProblem, ProblemKind, RateLimit, RateLimitPolicy } from './problem/parts.ts'
export { hasCode, isProblem, Problem } from './problem/problem.ts'
export type { FallbackCode, ProblemData, ProblemInit, ProblemRequest, UnknownCode } from './problem/problem-data.ts'
export type { Dialect, HttpContext, Identity, Reading } from './problem/reading.ts'
export type {
  BuiltInAction,
  Catalogue,
  CatalogueEntry,
  FallbackKey,
  Fallbacks,
  LayerName,
  Remedy,
  ResolvedRemedy,
  RetryRule,
  Rung,
  SessionMove,
  Severity,
  Surface,
} from './problem/remedy.ts'
export { createReport, type ProblemReport, type ReportOptions, type Said } from './problem/report.ts'
export type { ServerSentEvent, StreamRules } from './problem/stream.ts'
