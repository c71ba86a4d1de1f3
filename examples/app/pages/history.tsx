import { useTranslation } from 'react-i18next'
import type { SessionSummary } from '../backend/types.ts'
import { useSessions } from '../backend/queries.ts'
import { Hexagram } from '../parts/hexagram.tsx'
import { Link } from '../parts/link.tsx'
import { Page, Waiting } from '../parts/page.tsx'

/** Every reading of the user, newest first. */
export function HistoryPage() {
  const { t } = useTranslation()
  const sessions = useSessions()
  return (
    <Page title={t('history.title')}>
      <Waiting of={sessions} />
      {sessions.data?.length === 0 ? (
        <div className="empty">
          <Hexagram lines={[]} />
          <p>{t('history.empty')}</p>
          <Link to="/" className="button">
            {t('history.first')}
          </Link>
        </div>
      ) : null}
      <ul className="readings" id="readings">
        {sessions.data?.map((session) => (
          <li key={session.id}>
            <Entry session={session} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function Entry({ session }: { readonly session: SessionSummary }) {
  const { t, i18n } = useTranslation()
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(session.createdAt)
  return (
    <Link to={`/readings/${session.id}`} className="entry">
      <Hexagram lines={session.lines} size="small" />
      <span className="entry-text">
        <span className="entry-question" dir="auto">
          {session.question}
        </span>
        <span className="entry-facts">
          {session.title} · {date} · {session.followUpsLeft > 0 ? t('history.left') : t('history.done')}
        </span>
      </span>
    </Link>
  )
}
