import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from 'react-remedy/core'
import { ProblemFields, ProblemInline, useApiMutation, useCooldown, useSession } from 'react-remedy'
import { InputField } from '../parts/field.tsx'
import { Hexagram } from '../parts/hexagram.tsx'
import { useServices, type Credentials } from '../services.ts'
import type { Member } from '../tokens.ts'
import { Mailbox } from './mailbox.tsx'

/** Sign-in by one-time code: an address first, then the code. */
export function SignInPage() {
  const { t } = useTranslation()
  return (
    <div className="door">
      <div className="door-head">
        <Hexagram lines={[7, 8, 9, 8, 8, 7]} />
        <h1>{t('signIn.title')}</h1>
        <p className="lead">{t('signIn.lead')}</p>
      </div>
      <SignInForm />
    </div>
  )
}

/** The same form, for the page and for the dialog in which who is known signs in again. */
export function SignInForm() {
  const [sentTo, setSentTo] = useState<string>()
  return (
    <>
      <div className="sheet stack">
        {sentTo === undefined ? null : <Verify email={sentTo} />}
        <SendCode sentTo={sentTo} onSent={setSentTo} />
      </div>
      {sentTo === undefined ? null : <Mailbox email={sentTo} />}
    </>
  )
}

interface SendCodeProps {
  readonly sentTo: string | undefined
  readonly onSent: (email: string | undefined) => void
}

function SendCode({ sentTo, onSent }: SendCodeProps) {
  const { t } = useTranslation()
  const { api } = useServices()
  const { user } = useSession<Member>()
  const [email, setEmail] = useState(user?.email ?? '')
  const send = useApiMutation({ mutationFn: api.sendCode, onSuccess: (_sent, to) => onSent(to) })
  // The wait is the server's: the button keeps to it, wherever it was learnt of.
  const cooldown = useCooldown('AUTH_TOO_MANY_REQUESTS')
  const held = cooldown.active || send.isPending

  return (
    <ProblemFields of={send}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!held) send.mutate(email.trim())
        }}
      >
        {sentTo === undefined ? (
          <InputField
            of={send}
            name="email"
            label={t('signIn.email')}
            type="email"
            autoComplete="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        ) : null}
        {hasCode(send.error, 'AUTH_TOO_MANY_REQUESTS') ? <ProblemInline of={send} /> : null}
        <div className="row">
          <button
            type="submit"
            id="send-code"
            className={sentTo === undefined ? 'button' : 'quiet'}
            aria-disabled={held}
          >
            {t(sentTo === undefined ? 'signIn.send' : 'signIn.sendAgain')}
          </button>
          {sentTo === undefined ? null : (
            <button type="button" id="other-email" className="quiet" onClick={() => onSent(undefined)}>
              {t('signIn.otherEmail')}
            </button>
          )}
        </div>
      </form>
    </ProblemFields>
  )
}

function Verify({ email }: { readonly email: string }) {
  const { t } = useTranslation()
  const session = useSession<Member, Credentials>()
  const [otp, setOtp] = useState('')
  const verify = useApiMutation({ mutationFn: (credentials: Credentials) => session.signIn(credentials) })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  return (
    <ProblemFields of={verify}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!verify.isPending) verify.mutate({ email, otp })
        }}
      >
        <InputField
          of={verify}
          name="otp"
          label={t('signIn.otp')}
          hint={t('signIn.otpHint', { email })}
          className="code-input"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={6}
          value={otp}
          onChange={(event) => setOtp(event.target.value)}
        />
        {hasCode(verify.error, 'AUTH_USER_NOT_FOUND') ? <ProblemInline of={verify} /> : null}
        <button type="submit" id="verify" className="button" aria-disabled={verify.isPending}>
          {t('signIn.verify')}
        </button>
      </form>
    </ProblemFields>
  )
}
