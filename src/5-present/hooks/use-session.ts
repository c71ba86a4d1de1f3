'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Session } from '../../4-act/session/types.ts'
import type { SessionState, SignedIn, SignInRequest } from '../../problem/session.ts'
import { useRemedyContext } from '../context.ts'

/** The session's state, and what a component may do with it. */
export interface SessionHandle<User, Credentials> extends SessionState<User> {
  /** Through the app's `signIn`. Throws what that throws, and our own error when the provider has no session. */
  readonly signIn: (credentials: Credentials) => Promise<void>
  /** Says that the app has signed somebody in by its own way. */
  readonly signedIn: (who: SignedIn<User>) => void
  /** Refreshes it now, before it expires: one press is enough (WCAG 2.2.1). Throws what kept it from that. */
  readonly extend: () => Promise<void>
  /** What a sign-in dialog is open for. */
  readonly request: SignInRequest | undefined
  /** Ends the session here; does not call the server. */
  readonly signOut: () => void
}

/**
 * Who is signed in. Name the user's type: `useSession<User>()`.
 *
 * @example
 * ```tsx
 * import { useSession } from 'react-remedy'
 *
 * export function Account() {
 *   const { status, user, signOut } = useSession<{ name: string }>()
 *   return status === 'active' ? <button onClick={signOut}>Sign out {user?.name}</button> : <a href="/login">Sign in</a>
 * }
 * ```
 */
export function useSession<User = unknown, Credentials = void>(): SessionHandle<User, Credentials> {
  const { client } = useRemedyContext()
  const { runtime } = client.parts
  const { session } = runtime
  const request = useStore(client.store, (all) => all.signIn)
  const state = useStore(client.store, (all) => all.session) as SessionState<User>
  return useMemo(() => {
    const own = (): Session<User, Credentials> => {
      if (session === undefined)
        throw new Error(
          'react-remedy: useSession() was used to sign in or out, but <ErrorProvider> got no session. Without one there ' +
            'is nothing to move. Make it with createSession() and pass it: <ErrorProvider session={session}>.',
        )
      return session as unknown as Session<User, Credentials>
    }
    return {
      ...state,
      request,
      signIn: async (credentials: Credentials) => own().signIn(credentials),
      signedIn: (who) => own().signedIn(who),
      extend: async () => {
        own()
        await runtime.keeper?.extend()
      },
      signOut: () => void own().end('signed-out'),
    }
  }, [runtime, session, state, request])
}
