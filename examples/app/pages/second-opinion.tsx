import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from 'react-remedy/core'
import { ProblemPending, useApiMutation, useIncidents } from 'react-remedy'
import { useServices } from '../services.ts'

/** A tool that a person must approve first: the answer comes later, by itself. */
export function SecondOpinion({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation()
  const { api } = useServices()
  const opinion = useApiMutation({
    mutationFn: (id: string, { idempotencyKey }) => api.secondOpinion(id, idempotencyKey),
  })
  const pending = hasCode(opinion.error, 'TOOL_PENDING_APPROVAL')
  const waiting = opinion.isPending || pending
  useForgottenOnceOver(pending ? opinion.error : null, opinion.reset)
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

// Rejected or given up: the wait is over and can begin anew. Approved: the call is sent again and answers by itself.
function useForgottenOnceOver(pending: Error | null, forget: () => void): void {
  const open = useIncidents().some(({ problem }) => problem === pending)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !open && pending !== null) forget()
    wasOpen.current = open
  }, [open, pending, forget])
}
