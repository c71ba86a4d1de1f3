import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { useApiStream, type ServerSentEvent } from 'react-remedy'
import type { ReadingMessage } from '../backend/types.ts'
import { useServices } from '../services.ts'

interface AnswerProps {
  readonly message: ReadingMessage
  readonly sessionId: string
}

/** A reading: as a whole, or as it is being written. */
export function Answer({ message, sessionId }: AnswerProps) {
  const { t } = useTranslation()
  return (
    <section className="answer">
      <h2>{t('reading.reading')}</h2>
      {message.streaming && message.runId !== undefined ? (
        <Stream runId={message.runId} sessionId={sessionId} />
      ) : (
        <Text text={message.text} />
      )}
    </section>
  )
}

function Stream({ runId, sessionId }: { readonly runId: string; readonly sessionId: string }) {
  const { t } = useTranslation()
  const { api } = useServices()
  const queryClient = useQueryClient()
  const stream = useApiStream({
    streamKey: ['run', runId],
    connect: (context) => api.events(runId, context),
    onEvent: ({ event }) => {
      if (event === 'run.finished') void queryClient.invalidateQueries({ queryKey: ['session', sessionId] })
    },
  })
  const stopped = stream.status === 'error' || stream.status === 'closed'
  return (
    <>
      <p className="hidden" role="status">
        {stopped ? '' : t('reading.streaming')}
      </p>
      <Text text={stream.events.map(textOf).join('')} streaming={!stopped} />
      {stream.status === 'error' ? (
        <p className="row">
          <span className="hint">{t('reading.paused')}</span>
          <button type="button" id="resume" className="plain" onClick={() => stream.reconnect()}>
            {t('reading.resume')}
          </button>
        </p>
      ) : null}
    </>
  )
}

function Text({ text, streaming = false }: { readonly text: string; readonly streaming?: boolean }) {
  return (
    <div className="answer-text" data-streaming={streaming}>
      {text.split('\n\n').map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}

function textOf({ event, data }: ServerSentEvent): string {
  return event === 'text.delta' ? deltaOf(data) : ''
}

function deltaOf(data: string): string {
  try {
    const { delta } = JSON.parse(data) as { readonly delta?: unknown }
    return typeof delta === 'string' ? delta : ''
  } catch {
    return ''
  }
}
