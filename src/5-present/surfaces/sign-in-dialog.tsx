'use client'
import { useEffect, useId, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { offerSignIn } from '../../4-act/session/parking.ts'
import type { SignInRequest } from '../../problem/session.ts'
import { useRemedyContext } from '../context.ts'
import { ActionButton } from './actions.tsx'
import { CloseButton } from './card.tsx'
import { SeverityIcon } from './icon.tsx'
import { Modal } from './modal.tsx'
import { namedBy } from './problem-text.tsx'

/** What the sign-in dialog takes. */
export interface SignInDialogProps {
  /** Your form. It signs in by `useSession().signIn(credentials)`, or says so by `signedIn(who)`. */
  readonly children: ReactNode
  /** Where the focus goes when what had it before is gone. @default the `main` element */
  readonly returnFocus?: (() => HTMLElement | null) | undefined
}

/**
 * Signing in again without leaving the page: your form in a dialog above everything that is there, open while the session has
 * `expired` or the server asks for a stronger sign-in (`useSession().request`). While this is mounted, requests that were
 * refused for that wait. Once the same user is signed in, those that only read are sent again, and the user is asked about the
 * others; for another user all are dropped. Put away, what waits fails with its problem, and `login` opens it again.
 *
 * @example
 * ```tsx
 * import { ProblemInline, SignInDialog, useApiMutation, useSession } from 'react-remedy'
 *
 * function Form() {
 *   const { signIn } = useSession<{ name: string }, string>()
 *   const enter = useApiMutation({ mutationFn: signIn, show: 'inline' })
 *   return (
 *     <form
 *       onSubmit={(event) => {
 *         event.preventDefault()
 *         enter.mutate(String(new FormData(event.currentTarget).get('password')))
 *       }}
 *     >
 *       <ProblemInline of={enter} />
 *       <input name="password" type="password" aria-label="Password" autoComplete="current-password" />
 *       <button>Sign in</button>
 *     </form>
 *   )
 * }
 *
 * // Anywhere below ErrorProvider.
 * export const SignInAgain = () => <SignInDialog><Form /></SignInDialog>
 * ```
 */
export function SignInDialog(props: SignInDialogProps): ReactNode {
  const { client } = useRemedyContext()
  const request = useStore(client.store, (state) => state.signIn)
  useEffect(() => offerSignIn(client.parts.runtime), [client])
  return request && <RequestDialog key={request.why} {...props} request={request} />
}

interface RequestDialogProps extends SignInDialogProps {
  readonly request: SignInRequest
}

function RequestDialog({ request, children, returnFocus }: RequestDialogProps): ReactNode {
  const { client, words } = useRemedyContext()
  const id = useId()
  const { parking } = client.parts.runtime
  const isQuestion = request.why === 'send'
  const dismiss = () => (isQuestion ? parking?.answer(false) : parking?.leave())
  const { title, message } = words.phrases.session(keys[request.why])
  const attributes = {
    'data-remedy-surface': 'dialog',
    'data-remedy-sign-in': request.why,
    'data-remedy-severity': 'info',
    role: 'alertdialog',
    ...namedBy(id),
  }
  return (
    <Modal dismiss={dismiss} returnFocus={returnFocus} attributes={attributes}>
      <div data-remedy-body="">
        <SeverityIcon severity="info" />
        <div data-remedy-heading="">
          <h2 data-remedy-title="" id={`${id}title`} tabIndex={-1} {...title}>
            {title.children}
          </h2>
        </div>
        <div data-remedy-message="" id={`${id}message`} {...message} />
        {isQuestion ? <Answers /> : children}
        {isQuestion ? null : <CloseButton onPress={dismiss} />}
      </div>
    </Modal>
  )
}

function Answers(): ReactNode {
  const { client, words } = useRemedyContext()
  const { parking } = client.parts.runtime
  return (
    <div data-remedy-actions="">
      <ActionButton
        action="send"
        primary
        {...words.phrases.action('send', 'none')}
        onPress={() => parking?.answer(true)}
      />
      <ActionButton
        action="discard"
        {...words.phrases.action('discard', 'none')}
        onPress={() => parking?.answer(false)}
      />
    </div>
  )
}

const keys = { expired: 'expired', 'step-up': 'stepUp', send: 'sendNow' } as const
