'use client'
import { onlineManager, QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import type { i18n as I18n } from 'i18next'
import { useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Actions } from '../4-act/actions.ts'
import { attach, pipelineOf } from '../4-act/pipeline.ts'
import type { OnReport } from '../4-act/reporter.ts'
import { giveSession } from '../4-act/session/give-session.ts'
import type { AnySession } from '../4-act/session/types.ts'
import type { Layer } from '../2-classify/layers.ts'
import type { Contract } from '../problem/contract.ts'
import type { Fallbacks } from '../problem/remedy.ts'
import { warn } from '../problem/warn.ts'
import { createRemedyClient, type RemedyClient } from './client.ts'
import { RemedyContext } from './context.ts'
import { useCommitEffect } from './hooks/use-claim.ts'
import type { Surfaces } from './surface-props.ts'
import type { ActionsProp, AppContract, Remedies, RequiredActions } from './register.ts'
import { ProblemAnnouncer } from './surfaces/announcer.tsx'
import { ProblemBanner } from './surfaces/banner.tsx'
import { ProblemDialogs } from './surfaces/dialogs.tsx'
import { ProblemToaster } from './surfaces/toaster.tsx'
import { useWordSource, type Locales } from './words/use-word-source.ts'

/** What `ErrorProvider` takes. */
export type ErrorProviderProps<Contracts extends readonly AppContract[]> = {
  /** The backends in use, most specific `match` first. */
  readonly contracts: Contracts
  /** A client made beforehand, to use it outside React too. @default one of its own */
  readonly client?: RemedyClient | undefined
  /** Overrides for the whole app. */
  readonly remedies?: Remedies<Contracts[number]> | undefined
  readonly fallbacks?: Fallbacks | undefined
  readonly session?: AnySession | undefined
  /** @default the one of the `QueryClientProvider` above, else one of its own */
  readonly queryClient?: QueryClient | undefined
  /** @default the instance that react-i18next knows, else one of its own in the language of the page */
  readonly i18n?: I18n | undefined
  /** The kit's own texts in further languages. */
  readonly locales?: Locales | undefined
  /** Gets one report for each incident, secrets redacted. @default the client's */
  readonly onReport?: OnReport | undefined
  /** Parts of your own in place of the kit's; `null` leaves one out, to mount it elsewhere or not at all. */
  readonly surfaces?: Surfaces | undefined
  readonly children?: ReactNode
} & ActionsProp<RequiredActions<Contracts>>

/**
 * Makes every failure of every request below it what its remedy says. Attaches to the query client that is there
 * without changing how it was built. A second provider on the same query client is a scope of the first.
 *
 * @example
 * ```tsx
 * import { ErrorProvider } from 'react-remedy'
 * import { defineContract, problemDetails } from 'react-remedy/core'
 *
 * const shop = defineContract({
 *   name: 'shop',
 *   dialects: [problemDetails],
 *   identity: 'code',
 *   catalogue: { CARD_DECLINED: { status: 402, show: 'dialog', offer: ['changeCard', 'dismiss'] } },
 * })
 *
 * export const App = () => (
 *   <ErrorProvider contracts={[shop]} actions={{ changeCard: () => location.assign('/card') }}>
 *     <main>…</main>
 *   </ErrorProvider>
 * )
 * ```
 */
export function ErrorProvider<const Contracts extends readonly AppContract[]>(
  props: ErrorProviderProps<Contracts>,
): ReactNode {
  const { surfaces = none, children, i18n, locales } = props
  const queryClient = useOwnQueryClient(props.queryClient)
  const outer = useContext(RemedyContext)
  const { client, isScope, layer } = usePipeline(untyped(props), queryClient, outer?.client)
  const words = useWordSource({ i18n, locales, contracts: client.contracts })
  // S3: TanStack tells its hooks of a change by a timer, and some tabs get one a minute. A new value tells those of the
  // library, in the same commit, that they show another user's data.
  const epoch = useStore(client.store, ({ session }) => session.epoch)
  const value = useMemo(
    () => ({ client, queryClient, words, surfaces, scopes: isScope ? [layer, ...(outer?.scopes ?? [])] : [], epoch }),
    [client, queryClient, words, surfaces, isScope, layer, outer?.scopes, epoch],
  )
  useOnlineMirror(client)
  const shows = (part: keyof Surfaces) => !isScope && surfaces[part] !== null
  return (
    <QueryClientProvider client={queryClient}>
      <RemedyContext.Provider value={value}>
        {shows('banner') && <ProblemBanner />}
        {children}
        {shows('dialog') && <ProblemDialogs />}
        {shows('toast') && <ProblemToaster />}
        {shows('announcer') && <ProblemAnnouncer />}
      </RemedyContext.Provider>
    </QueryClientProvider>
  )
}

const none: Surfaces = {}

/** The props with their types put aside: what the app's types promise has been checked at the door. */
interface AnyProps {
  readonly contracts: readonly Contract[]
  readonly client?: RemedyClient | undefined
  readonly actions?: Actions | undefined
  readonly remedies?: Layer['remedies']
  readonly fallbacks?: Fallbacks | undefined
  readonly session?: AnySession | undefined
  readonly onReport?: OnReport | undefined
}

function untyped(props: object): AnyProps {
  return props as AnyProps
}

function useOwnQueryClient(given: QueryClient | undefined): QueryClient {
  const ambient = useContext(QueryClientContext)
  const [own] = useState(() => ((given ?? ambient) ? undefined : new QueryClient()))
  return given ?? ambient ?? (own as QueryClient)
}

// Attached in render: a query that suspends the provider itself would fail before any effect runs.
function usePipeline(
  props: AnyProps,
  queryClient: QueryClient,
  outer: RemedyClient | undefined,
): { client: RemedyClient; isScope: boolean; layer: Layer } {
  const { contracts, actions, remedies, fallbacks, session, onReport } = props
  const [own] = useState(() => {
    if (props.client !== undefined) offerSession(props.client, session)
    return props.client ?? ownerOf(queryClient) ?? createRemedyClient({ contracts, session })
  })
  const client = props.client ?? own
  const { runtime, providers } = client.parts
  const [token] = useState(() => ({}))
  attach(queryClient, runtime)
  const layer = useMemo(() => ({ remedies, fallbacks }), [remedies, fallbacks])
  const isInside = outer === client
  const given = useMemo(
    () => ({ contracts, actions, layer, onReport, isInside }),
    [contracts, actions, layer, onReport, isInside],
  )
  const isTaken = useSyncExternalStore(providers.subscribe, () => providers.isTaken(token), never)
  const isScope = isInside || isTaken
  if (!isScope) providers.offer(given)
  useCommitEffect(() => providers.take(token, given), [providers, token, given])
  useCommitEffect(() => () => providers.release(token), [providers, token])
  // Once more when it is on the page: a client that was there in render may have left it in this very commit.
  useCommitEffect(() => {
    if (attach(queryClient, runtime).runtime !== runtime)
      warn('another <ErrorProvider> with a client of its own listens to this query client; failures are shown there.')
  }, [queryClient, runtime])
  useEffect(() => {
    runtime.session?.load().catch((thrown: unknown) => void client.present(thrown))
    return runtime.session?.connect()
  }, [client, runtime])
  return { client, isScope, layer }
}

/** A client that was made without a session gets that of its provider. */
function offerSession({ parts: { runtime } }: RemedyClient, session: AnySession | undefined): void {
  if (session === undefined || runtime.session === session) return
  if (runtime.session !== undefined) {
    warn('<ErrorProvider> got a session, and its client has another one. The client’s counts.')
    return
  }
  giveSession(runtime, session)
}

function ownerOf(queryClient: QueryClient): RemedyClient | undefined {
  return pipelineOf(queryClient.getQueryCache())?.runtime.owner as RemedyClient | undefined
}

function useOnlineMirror({ store }: RemedyClient): void {
  useEffect(() => {
    const mirror = () => store.setState({ online: onlineManager.isOnline() && navigator.onLine })
    mirror()
    return onlineManager.subscribe(mirror)
  }, [store])
}

function never(): boolean {
  return false
}
