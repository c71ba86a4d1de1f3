import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { readMailbox } from '../bench/bench-api.ts'

/** The demo sends no mail: the code that would have been sent lies here. */
export function Mailbox({ email }: { readonly email: string }) {
  const { t } = useTranslation()
  const { data: code } = useQuery({
    queryKey: ['mailbox', email],
    queryFn: ({ signal }) => readMailbox(email, signal),
    staleTime: 0,
    meta: { remedy: { show: 'none' } },
  })
  if (!code) return null
  return (
    <aside className="mailbox" aria-label={t('signIn.mailbox')}>
      <p className="hint">{t('signIn.mailboxHint')}</p>
      <code id="mailbox-code">{code}</code>
    </aside>
  )
}
