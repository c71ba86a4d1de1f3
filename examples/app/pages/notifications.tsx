import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { useApiMutation } from 'react-remedy'
import { useNotifications } from '../backend/queries.ts'
import type { Notice } from '../backend/types.ts'
import { Page, Waiting } from '../parts/page.tsx'
import { useServices } from '../services.ts'

/** What Six Lines has to say to the user. */
export function NotificationsPage() {
  const { t } = useTranslation()
  const notifications = useNotifications()
  return (
    <Page title={t('notifications.title')}>
      <Waiting of={notifications} />
      {notifications.data?.length === 0 ? <p className="empty">{t('notifications.empty')}</p> : null}
      <ul className="notes" id="notes">
        {notifications.data?.map((notice) => (
          <li key={notice.id}>
            <Note notice={notice} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function Note({ notice }: { readonly notice: Notice }) {
  const { t, i18n } = useTranslation()
  const { api } = useServices()
  const queryClient = useQueryClient()
  const mark = useApiMutation({
    mutationFn: api.markRead,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(notice.at)
  return (
    <article className={notice.read ? 'note note-read' : 'note'}>
      <h2>{t(`notifications.${notice.kind}.title`)}</h2>
      <p>{t(`notifications.${notice.kind}.text`)}</p>
      <footer>
        <span>{date}</span>
        {notice.read ? (
          <span>{t('notifications.read')}</span>
        ) : (
          <button
            type="button"
            className="quiet mark-read"
            aria-disabled={mark.isPending}
            onClick={() => mark.isPending || mark.mutate(notice.id)}
          >
            {t('notifications.markRead')}
          </button>
        )}
      </footer>
    </article>
  )
}
