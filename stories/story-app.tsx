import { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { fn } from 'storybook/test'
import { createRemedyClient, createSession, ErrorProvider, type RemedyClient } from '../src/index.ts'
import type { Contract } from '../src/core.ts'

/** What the actions of a story were called with. */
export type Calls = Readonly<Record<string, ReturnType<typeof fn>>>

/** Everything that lives as long as one story. */
export interface Stage {
  readonly contract: Contract
  readonly client: RemedyClient
  readonly queryClient: QueryClient
  readonly calls: Calls
}

/** Fresh for each story, so that no failure leaks into the next. */
export function createStage(contract: Contract): Stage {
  const session = createSession({ load: async () => ({ id: 'ada', user: 'Ada' }) })
  return {
    contract,
    client: createRemedyClient({ contracts: [contract], session }),
    queryClient: new QueryClient(),
    calls: Object.fromEntries(appActions(contract).map((name) => [name, fn()])),
  }
}

// Those that the kit brings along; only `login` is the app's to give.
const builtIn = new Set(['retry', 'dismiss', 'logout', 'reload', 'refetch', 'copyReport'])

function appActions({ catalogue, fallbacks = {} }: Contract): readonly string[] {
  const remedies = [...Object.values(catalogue), ...Object.values(fallbacks)]
  const named = remedies.flatMap((remedy) => [...(remedy?.run ?? []), ...(remedy?.offer ?? [])])
  return [...new Set(['login', ...named])].filter((name) => !builtIn.has(name))
}

/** An application as small as it gets: the provider, its actions, and what a story shows. */
export function StoryApp({
  stage: { contract, client, queryClient, calls },
  children,
}: {
  readonly stage: Stage
  readonly children: ReactNode
}): ReactNode {
  return (
    <ErrorProvider contracts={[contract]} client={client} queryClient={queryClient} actions={calls}>
      {children}
    </ErrorProvider>
  )
}
