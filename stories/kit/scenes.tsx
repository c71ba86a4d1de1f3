import { QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { divination } from '../../src/contracts/divination/index.ts'
import {
  createRemedyClient,
  createSession,
  ErrorProvider,
  ProblemFields,
  ProblemInline,
  ProblemPage,
  ProblemPending,
  ProblemSummary,
  SignInDialog,
} from '../../src/index.ts'
import { Fails, Field, Offline, Reads, Shell } from './shell.tsx'

const nothing = () => undefined
const actions = {
  recharge: nothing,
  refreshHistory: nothing,
  refreshNotifications: nothing,
  startNewSession: nothing,
  restartCasting: nothing,
  switchToTextInput: nothing,
  bootstrapProfile: nothing,
  bootstrapInviteCode: nothing,
  login: nothing,
}

/** One small application in which one thing has failed, over real HTTP. */
export function Scene({ children }: { readonly children: ReactNode }): ReactNode {
  const [made] = useState(() => {
    const session = createSession<string>({ load: async () => null })
    session.signedIn({ id: 'ada', user: 'Ada' })
    const client = createRemedyClient({ contracts: [divination], session })
    return { client, queryClient: new QueryClient() }
  })
  return (
    <ErrorProvider
      {...made}
      contracts={[divination]}
      actions={actions}
      remedies={{
        '5xx': { show: 'banner', severity: 'warning', offer: ['retry'], retry: false },
        AUTH_UNAUTHORIZED: { session: 'expire' },
      }}
    >
      <div className="scene">{children}</div>
    </ErrorProvider>
  )
}

export function ToastScene(): ReactNode {
  return (
    <Shell>
      {innerHeight < 480 ? null : <Fails path="reading" />}
      <Fails path="voice" after={300} />
    </Shell>
  )
}

export function DialogScene(): ReactNode {
  return (
    <Shell>
      <Fails path="cast" />
    </Shell>
  )
}

export function BannerScene(): ReactNode {
  return (
    <Shell>
      <Reads path="history" />
    </Shell>
  )
}

export function InlineScene(): ReactNode {
  return (
    <Shell lines={0}>
      <Fails path="code">{(failed) => <ProblemInline of={failed} />}</Fails>
    </Shell>
  )
}

export function PendingScene(): ReactNode {
  return (
    <Shell lines={1}>
      <Fails path="tool">{(failed) => <ProblemPending of={failed} />}</Fails>
    </Shell>
  )
}

export function PageScene(): ReactNode {
  return (
    <main>
      <Fails path="page">{(failed) => <ProblemPage of={failed} reset={nothing} />}</Fails>
    </main>
  )
}

export function FieldsScene(): ReactNode {
  return <ProfileScene />
}

export function SummaryScene(): ReactNode {
  return <ProfileScene summary />
}

function ProfileScene({ summary = false }: { readonly summary?: boolean }): ReactNode {
  return (
    <Shell lines={0}>
      <Fails path="profile">
        {(failed) => (
          <ProblemFields of={failed}>
            {summary ? <ProblemSummary of={failed} /> : null}
            <form>
              <Field of={failed} name="displayName" label="Name" value="A" />
              <Field of={failed} name="birthDate" label="Date of birth" value="31 February 1990" />
            </form>
          </ProblemFields>
        )}
      </Fails>
    </Shell>
  )
}

export function OfflineScene(): ReactNode {
  return (
    <Shell>
      <Offline />
    </Shell>
  )
}

export function SignInScene(): ReactNode {
  return (
    <Shell>
      <Fails path="private" />
      <SignInDialog>
        <form>
          <div className="field">
            <label htmlFor="password">Password</label>
            <input id="password" type="password" autoComplete="current-password" />
          </div>
          {/* The look of our buttons, on a button of the app's. */}
          <div data-remedy-actions="">
            <button type="button" data-remedy-action="login" data-remedy-primary="">
              Sign in
            </button>
          </div>
        </form>
      </SignInDialog>
    </Shell>
  )
}
