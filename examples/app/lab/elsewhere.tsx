import { useTranslation } from 'react-i18next'
import { useApiMutation } from 'react-remedy'
import { useServices } from '../services.ts'
import { elsewhere } from './contracts.ts'
import { Group } from './parts.tsx'

const shapes = ['stripe', 'google', 'rails', 'spring', 'fastapi', 'aws', 'github', 'html'] as const

/** Backends that nobody wrote a contract for: what they send is read by its shape. */
export function Elsewhere() {
  const { t } = useTranslation()
  const { labApi } = useServices()
  const ask = useApiMutation({ contract: elsewhere, mutationFn: (shape: string) => labApi.elsewhere(shape) })
  return (
    <Group title={t('lab.elsewhere.title')} note={t('lab.elsewhere.note')}>
      <div className="row">
        {shapes.map((shape) => (
          <button key={shape} type="button" id={`shape-${shape}`} className="plain" onClick={() => ask.mutate(shape)}>
            {t(`lab.elsewhere.${shape}`)}
          </button>
        ))}
      </div>
    </Group>
  )
}
