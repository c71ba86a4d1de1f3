import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useInvite } from '../backend/queries.ts'
import { Page, Waiting } from '../parts/page.tsx'

/** The code that brings a friend. */
export function InvitePage() {
  const { t } = useTranslation()
  const invite = useInvite()
  return (
    <Page title={t('invite.title')} lead={t('invite.lead')}>
      <Waiting of={invite} />
      {invite.data ? <Code code={invite.data.code} /> : null}
      {invite.isError && !invite.data ? <p className="empty">{t('invite.none')}</p> : null}
    </Page>
  )
}

function Code({ code }: { readonly code: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  // Without the permission the code is still there to be selected.
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="ticket">
      <p className="ticket-label" id="invite-label">
        {t('invite.code')}
      </p>
      <p className="ticket-code" id="invite-code" aria-labelledby="invite-label">
        {code}
      </p>
      <button type="button" id="copy-invite" className="button" onClick={copy}>
        {t('invite.copy')}
      </button>
      <p className="hint" role="status">
        {copied ? t('invite.copied') : ''}
      </p>
    </div>
  )
}
