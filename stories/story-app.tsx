import { QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { fn } from 'storybook/test'
import { createRemedyClient, createSession, ErrorProvider, type RemedyClient } from '../src/index.ts'
import { divination, type DivinationAction } from '../src/contracts/divination/index.ts'

/** What the actions of a story were called with. */
export type Calls = Record<DivinationAction | 'login', ReturnType<typeof fn>>

/** Everything that lives as long as one story. */
export interface Stage {
  readonly client: RemedyClient
  readonly queryClient: QueryClient
  readonly calls: Calls
}

/** Fresh for each story, so that no failure leaks into the next. */
export function createStage(): Stage {
  const session = createSession({ load: async () => ({ id: 'ada', user: 'Ada' }) })
  return {
    client: createRemedyClient({ contracts: [divination], session }),
    queryClient: new QueryClient(),
    calls: {
      login: fn(),
      recharge: fn(),
      refreshHistory: fn(),
      refreshNotifications: fn(),
      startNewSession: fn(),
      restartCasting: fn(),
      switchToTextInput: fn(),
      bootstrapProfile: fn(),
      bootstrapInviteCode: fn(),
    },
  }
}

/** An application as small as it gets: the provider, its actions, and what a story shows. */
export function StoryApp({
  stage,
  children,
}: {
  readonly stage?: Stage | undefined
  readonly children: ReactNode
}): ReactNode {
  const [own] = useState(() => stage ?? createStage())
  const { client, queryClient, calls } = stage ?? own
  return (
    <ErrorProvider contracts={[divination]} client={client} queryClient={queryClient} actions={calls}>
      {children}
    </ErrorProvider>
  )
}
