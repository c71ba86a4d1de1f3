import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { hasCode } from 'react-remedy/core'
import { ProblemFields, ProblemInline, useApiMutation } from 'react-remedy'
import { usePoints } from '../backend/queries.ts'
import type { Attachment, RunRequest, SessionDetail } from '../backend/types.ts'
import { Composer } from '../parts/composer.tsx'
import { Link } from '../parts/link.tsx'
import { useServices } from '../services.ts'

/** The one further question of a session; afterwards, the way to a new one. */
export function FollowUp({ session }: { readonly session: SessionDetail }) {
  const { t } = useTranslation()
  if (session.followUpsLeft > 0) return <Ask session={session} />
  return (
    <div className="sheet closed">
      <p>{t('reading.complete')}</p>
      <Link to="/" className="button" id="ask-new">
        {t('reading.another')}
      </Link>
    </div>
  )
}

function Ask({ session }: { readonly session: SessionDetail }) {
  const { t } = useTranslation()
  const { api } = useServices()
  const queryClient = useQueryClient()
  const points = usePoints()
  const [text, setText] = useState('')
  const [attachments, setAttachments] = useState<readonly Attachment[]>([])
  const ask = useApiMutation({
    mutationFn: (run: RunRequest, { idempotencyKey }) => api.startRun(run, idempotencyKey),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['points'] })
      void queryClient.invalidateQueries({ queryKey: ['sessions'] })
      return queryClient.invalidateQueries({ queryKey: ['session', session.id] })
    },
  })
  // Another tab was faster: the composer closes, and says why.
  const closed = hasCode(ask.error, 'AGENT_SESSION_RUN_LIMIT_EXCEEDED')
  const ready = text.trim() !== '' && !ask.isPending && !closed

  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) ask.mutate({ question: text.trim(), attachments, threadId: session.id })
  }

  return (
    <ProblemFields of={ask}>
      <form className="stack" onSubmit={submit}>
        <Composer
          of={ask}
          name="follow-up"
          label={t('reading.followUp')}
          placeholder={t('reading.followUpPlaceholder')}
          text={text}
          onText={setText}
          attachments={attachments}
          onAttachments={setAttachments}
          closed={closed}
        >
          {closed ? <ProblemInline of={ask} /> : null}
        </Composer>
        {closed ? null : (
          <div className="casting-send">
            <button type="submit" id="ask" className="button" aria-disabled={!ready}>
              {t('reading.ask')}
            </button>
            <span className="hint">{t('cast.cost', { count: points.data?.costs.follow_up ?? 5 })}</span>
          </div>
        )}
      </form>
    </ProblemFields>
  )
}
