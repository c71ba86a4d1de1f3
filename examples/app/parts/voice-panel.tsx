import { useTranslation } from 'react-i18next'
import { ProblemField, ProblemFields, useApiMutation, useProblemField } from 'react-remedy'
import { useServices } from '../services.ts'
import { sampleRecording } from './wav.ts'

interface VoicePanelProps {
  /** The words that were heard. */
  readonly onHeard: (text: string) => void
  readonly onClose: () => void
}

/** Speaking instead of typing. The demo has no microphone: a sample or a file takes its place. */
export function VoicePanel({ onHeard, onClose }: VoicePanelProps) {
  const { t } = useTranslation()
  const { api } = useServices()
  const listen = useApiMutation({ mutationFn: api.transcribe, onSuccess: ({ text }) => onHeard(text) })
  const { inputProps, clear } = useProblemField(listen, 'audio')

  function hear(file: File) {
    clear()
    listen.mutate(file)
  }

  return (
    <section className="voice" aria-label={t('composer.voiceTitle')}>
      <ProblemFields of={listen}>
        <p className="hint">{t('composer.voiceLead')}</p>
        <div className="row">
          <button type="button" id="sample-audio" className="plain" onClick={() => hear(sampleRecording())}>
            {t('composer.sample')}
          </button>
          <label className="tool">
            {t('composer.chooseAudio')}
            <input
              {...inputProps}
              type="file"
              name="audio"
              accept="audio/*"
              onChange={({ target }) => {
                const [file] = target.files ?? []
                if (file) hear(file)
                target.value = ''
              }}
            />
          </label>
          <button type="button" id="close-voice" className="quiet" onClick={onClose}>
            {t('composer.closeVoice')}
          </button>
        </div>
        <p role="status">{listen.isPending ? t('composer.transcribing') : ''}</p>
        <ProblemField of={listen} name="audio" />
      </ProblemFields>
    </section>
  )
}
