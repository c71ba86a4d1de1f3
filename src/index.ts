/**
 * The client, `ErrorProvider`, hooks and components. All of `/core` that these take or return is here too, as types.
 *
 * @packageDocumentation
 */
export type { Action, ActionContext } from './4-act/actions.ts'
export type { FetchOptions, RemedyFetch, RemedyInit } from './4-act/fetch.ts'
export type { GateOptions } from './4-act/gates.ts'
export type { OnReport } from './4-act/reporter.ts'
export { dehydrateProblems } from './4-act/hydration.ts'
export { createSession } from './4-act/session.ts'
export { returnTo } from './4-act/session/return-to.ts'
export type { AnySession, RefreshResult, Session, SessionOptions } from './4-act/session/types.ts'
export type { Announcement, Cooldown, RemedyState, RemedyStore } from './4-act/store.ts'
export type { Connect, StreamContext } from './4-act/streams/connect.ts'
export type { EventsOptions } from './4-act/streams/events.ts'
export type { StreamStatus } from './4-act/streams/stream-state.ts'
export type { ApiMutationContext } from './4-act/under-intent.ts'
export { createRemedyClient, type RemedyClient, type RemedyClientOptions } from './5-present/client.ts'
export type {
  FieldMessageProps,
  IncidentProps,
  PlacedProps,
  SummaryItem,
  SummaryProps,
  Surfaces,
} from './5-present/surface-props.ts'
export { ProblemField, type ProblemFieldProps } from './5-present/forms/problem-field.tsx'
export { ProblemFields, type ProblemFieldsProps } from './5-present/forms/problem-fields.tsx'
export { ProblemSummary, type ProblemSummaryProps } from './5-present/forms/problem-summary.tsx'
export { useProblemField, type ProblemFieldHandle } from './5-present/forms/use-problem-field.ts'
export type { ApiOptions } from './5-present/hooks/api-options.ts'
export {
  apiInfiniteQueryOptions,
  apiMutationOptions,
  apiQueryOptions,
  type ApiMutationOptions,
} from './5-present/hooks/query-options.ts'
export { useApiInfiniteQuery, useApiMutation, useApiQuery, useApiSuspenseQuery } from './5-present/hooks/use-api.ts'
export { useApiStream, type ApiStream, type ApiStreamOptions } from './5-present/hooks/use-api-stream.ts'
export { useCooldown, type CooldownState } from './5-present/hooks/use-cooldown.ts'
export { useIncidents } from './5-present/hooks/use-incidents.ts'
export { useOnline } from './5-present/hooks/use-online.ts'
export { useProblem } from './5-present/hooks/use-problem.ts'
export { useRemedy } from './5-present/hooks/use-remedy.ts'
export { useSession, type SessionHandle } from './5-present/hooks/use-session.ts'
export { useWords } from './5-present/hooks/use-words.ts'
export {
  ProblemBoundary,
  type MatchedProblem,
  type ProblemBoundaryProps,
  type ProblemFallbackProps,
  type ProblemMatch,
} from './5-present/parts/problem-boundary.tsx'
export { ProblemInline, type ProblemInlineProps } from './5-present/parts/problem-inline.tsx'
export { ProblemPage, type ProblemPageProps } from './5-present/parts/problem-page.tsx'
export { ProblemPending } from './5-present/parts/problem-pending.tsx'
export { ErrorProvider, type ErrorProviderProps } from './5-present/provider.tsx'
export {
  type ActionHandler,
  type ActionHandlers,
  type AppContract,
  type AppProblem,
  type Register,
  type Remedies,
} from './5-present/register.ts'
export { ProblemScope, type ProblemScopeProps } from './5-present/scope.tsx'
export { ProblemActions, type ProblemActionsProps } from './5-present/surfaces/actions.tsx'
export { ProblemAnnouncer, type ProblemAnnouncerProps } from './5-present/surfaces/announcer.tsx'
export { ProblemBanner } from './5-present/surfaces/banner.tsx'
export { ProblemCountdown, type ProblemCountdownProps } from './5-present/surfaces/countdown.tsx'
export { ProblemDetails, type ProblemDetailsProps } from './5-present/surfaces/details.tsx'
export { ProblemDialogs, type ProblemDialogsProps } from './5-present/surfaces/dialogs.tsx'
export { ProblemOutlet } from './5-present/surfaces/outlet.tsx'
export { SignInDialog, type SignInDialogProps } from './5-present/surfaces/sign-in-dialog.tsx'
export { ProblemToaster, type ProblemToasterProps, type ToastPosition } from './5-present/surfaces/toaster.tsx'
export type { MessageOf, Phrase, Texts, Words } from './5-present/words/types.ts'
export type { Locales } from './5-present/words/use-word-source.ts'
export type { KitTexts } from './locales/texts.ts'
export type { ActionOf, CodeOf, Contract, Match, Message, MessageLoaders, Messages } from './problem/contract.ts'
export type { Incident, Outcome } from './problem/incident.ts'
export type { AuthChallenge, FieldProblem, ProblemKind, RateLimit, RateLimitPolicy } from './problem/parts.ts'
export type { Problem } from './problem/problem.ts'
export type { FallbackCode, ProblemData, ProblemRequest, UnknownCode } from './problem/problem-data.ts'
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
export type { ProblemReport } from './problem/report.ts'
export type { SessionReason, SessionState, SessionStatus, SignedIn, SignInRequest } from './problem/session.ts'
export type { ServerSentEvent, StreamRules } from './problem/stream.ts'
