import { useTranslation } from 'react-i18next'
import { useReading } from '../backend/queries.ts'
import type { ReadingMessage, SessionDetail } from '../backend/types.ts'
import { Hexagram } from '../parts/hexagram.tsx'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { Waiting } from '../parts/page.tsx'
import { Pictures } from '../parts/pictures.tsx'
import { Answer } from './answer.tsx'
import { FollowUp } from './follow-up.tsx'
import { SecondOpinion } from './second-opinion.tsx'

/** One session: the reading, one follow-up, and what may be asked besides. */
export function ReadingPage({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const reading = useReading(id)
  return (
    <div className="page">
      <Link to="/readings" className="quiet back">
        <Icon name="back" />
        {t('reading.back')}
      </Link>
      <Waiting of={reading} />
      {reading.data ? <Session session={reading.data} /> : null}
      {reading.isError && !reading.data ? <p className="empty">{t('reading.notOpen')}</p> : null}
    </div>
  )
}

function Session({ session }: { readonly session: SessionDetail }) {
  const busy = session.messages.some(({ streaming }) => streaming)
  return (
    <>
      <header className="reading-head">
        <Hexagram lines={session.lines} />
        <div>
          <p className="reading-title">{session.title}</p>
          <h1 dir="auto">{session.question}</h1>
        </div>
      </header>
      <div className="stack" id="messages">
        {session.messages.map((message, index) => (
          <MessageView key={message.id} message={message} sessionId={session.id} first={index === 0} />
        ))}
      </div>
      {busy ? null : <FollowUp session={session} />}
      {busy ? null : <SecondOpinion sessionId={session.id} />}
    </>
  )
}

interface MessageViewProps {
  readonly message: ReadingMessage
  readonly sessionId: string
  /** The first question is the heading of the page already. */
  readonly first: boolean
}

function MessageView({ message, sessionId, first }: MessageViewProps) {
  const { t } = useTranslation()
  if (message.role === 'assistant') return <Answer message={message} sessionId={sessionId} />
  if (first) return <Pictures attachments={message.attachments} label={t('composer.attached')} />
  return (
    <section className="asked">
      <h2>{t('reading.you')}</h2>
      <p dir="auto">{message.text}</p>
      <Pictures attachments={message.attachments} label={t('composer.attached')} />
    </section>
  )
}
