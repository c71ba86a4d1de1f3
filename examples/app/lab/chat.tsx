import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemInline, useApiStream } from 'react-remedy'
import { useServices } from '../services.ts'
import { creatoria } from './contracts.ts'
import { armNext } from './next-answer.tsx'
import { Group } from './parts.tsx'

/** A conversation that breaks off: what was said stays, and the rest is a problem like any other. */
export function Chat() {
  const { t } = useTranslation()
  const { lab, labApi } = useServices()
  const [count, setCount] = useState(0)
  const stream = useApiStream({
    contract: creatoria,
    streamKey: ['lab', 'creatoria', 'chat', count],
    enabled: count > 0,
    connect: async (given) => {
      await armNext(lab, 'creatoria')
      return labApi.creatoria.chat(given)
    },
  })
  const said = stream.events.map(({ data }) => deltaOf(data)).join('')
  return (
    <Group title={t('lab.creatoria.chat')} note={t('lab.creatoria.chatNote')}>
      <div className="row">
        <button type="button" id="start-chat" className="plain" onClick={() => setCount(count + 1)}>
          {t('lab.creatoria.startChat')}
        </button>
      </div>
      {said === '' ? null : (
        <p className="lab-said" id="said">
          {said}
        </p>
      )}
      <ProblemInline of={stream} />
    </Group>
  )
}

function deltaOf(data: string): string {
  try {
    const { delta } = JSON.parse(data) as { readonly delta?: unknown }
    return typeof delta === 'string' ? delta : ''
  } catch {
    return ''
  }
}
