import { useEffect, useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { ProblemFields, useApiMutation, useSession } from 'react-remedy'
import { usePoints } from '../backend/queries.ts'
import type { RunRequest } from '../backend/types.ts'
import { readDraft, writeDraft } from '../draft.ts'
import { Composer } from '../parts/composer.tsx'
import { Hexagram } from '../parts/hexagram.tsx'
import { Icon } from '../parts/icon.tsx'
import { useServices } from '../services.ts'
import { throwLines } from '../state/desk.ts'
import { useDesk } from '../state/use.ts'

/** A question, six lines, and off they go. */
export function CastPage() {
  const { t } = useTranslation()
  const { desk } = useServices()
  const { question, lines, attachments } = useDesk((state) => state)
  const cast = useCast()
  const points = usePoints()
  useDraft()
  useResubmit(cast.mutate)
  const ready = question.trim() !== '' && lines.length === 6 && !cast.isPending

  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) cast.mutate({ question: question.trim(), lines, attachments })
  }

  return (
    <div className="casting">
      <div className="page-head">
        <h1>{t('cast.title')}</h1>
        <p className="lead">{t('cast.lead')}</p>
      </div>
      <ProblemFields of={cast}>
        <form className="casting-desk" onSubmit={submit}>
          <Composer
            of={cast}
            name="question"
            label={t('cast.question')}
            placeholder={t('cast.placeholder')}
            text={question}
            onText={(text) => desk.setState({ question: text })}
            attachments={attachments}
            onAttachments={(change) => desk.setState((state) => ({ attachments: change(state.attachments) }))}
          />
          <Tray lines={lines} onThrow={() => desk.setState({ lines: throwLines() })} />
          <div className="casting-send">
            <button type="submit" id="read" className="button" aria-disabled={!ready}>
              {t('cast.read')}
              <Icon name="arrow" />
            </button>
            <span className="hint">{t('cast.cost', { count: points.data?.costs.divination ?? 20 })}</span>
          </div>
        </form>
      </ProblemFields>
    </div>
  )
}

function Tray({ lines, onThrow }: { readonly lines: readonly number[]; readonly onThrow: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="tray">
      <Hexagram lines={lines} />
      <button type="button" id="throw" className="plain" onClick={onThrow}>
        {t(lines.length === 0 ? 'cast.throw' : 'cast.throwAgain')}
      </button>
    </div>
  )
}

function useCast() {
  const { api, desk, router } = useServices()
  const queryClient = useQueryClient()
  return useApiMutation({
    mutationFn: (run: RunRequest, { idempotencyKey }) => api.startRun(run, idempotencyKey),
    onSuccess: ({ sessionId }) => {
      desk.setState({ question: '', lines: [], attachments: [] })
      void queryClient.invalidateQueries({ queryKey: ['points'] })
      void queryClient.invalidateQueries({ queryKey: ['sessions'] })
      router.go(`/readings/${sessionId}`)
    },
  })
}

// The unsent question survives a reload, under the id of its user.
function useDraft(): void {
  const { desk } = useServices()
  const { id } = useSession()
  useEffect(() => {
    if (id === undefined) return
    if (desk.getState().question === '') desk.setState({ question: readDraft(id) })
    return desk.subscribe(({ question }) => writeDraft(id, question))
  }, [desk, id])
}

// `restartCasting` has thrown new lines for the same question: send it.
function useResubmit(send: (run: RunRequest) => void): void {
  const { desk } = useServices()
  const resubmit = useDesk((state) => state.resubmit)
  const done = useRef(resubmit)
  useEffect(() => {
    if (resubmit === done.current) return
    done.current = resubmit
    const { question, lines, attachments } = desk.getState()
    if (question !== '') send({ question, lines, attachments })
  }, [desk, resubmit, send])
}
