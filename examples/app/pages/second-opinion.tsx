import { useTranslation } from 'react-i18next'
import { hasCode } from 'react-remedy/core'
import { ProblemPending, useApiMutation } from 'react-remedy'
import { useServices } from '../services.ts'

/** A tool that a person must approve first: the answer comes later, by itself. */
export function SecondOpinion({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation()
  const { api } = useServices()
  const opinion = useApiMutation({
    mutationFn: (id: string, { idempotencyKey }) => api.secondOpinion(id, idempotencyKey),
  })
  const waiting = opinion.isPending || hasCode(opinion.error, 'TOOL_PENDING_APPROVAL')
  return (
    <section className="opinion">
      <h2>{t('reading.opinion')}</h2>
      {opinion.data ? (
        <blockquote id="opinion">{opinion.data.opinion}</blockquote>
      ) : (
        <>
          <p className="hint">{t('reading.opinionLead')}</p>
          <button
            type="button"
            id="ask-opinion"
            className="plain"
            aria-disabled={waiting}
            onClick={() => waiting || opinion.mutate(sessionId)}
          >
            {t('reading.askOpinion')}
          </button>
          <ProblemPending of={opinion} />
        </>
      )}
    </section>
  )
}
