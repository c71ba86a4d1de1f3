import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemField, useApiMutation, useProblemField } from 'react-remedy'
import type { Attachment } from '../backend/types.ts'
import { useServices } from '../services.ts'
import { useDesk } from '../state/use.ts'
import { Icon } from './icon.tsx'
import { Pictures } from './pictures.tsx'
import { VoicePanel } from './voice-panel.tsx'

interface ComposerProps {
  /** The mutation that sends what is composed here. */
  readonly of: { readonly error: unknown }
  readonly name: string
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly attachments: readonly Attachment[]
  readonly onAttachments: (change: (before: readonly Attachment[]) => readonly Attachment[]) => void
  readonly closed?: boolean
  readonly children?: ReactNode
}

const mostCharacters = 300

/** Where a question is written, spoken, and given its pictures. Nothing that was put in is ever taken away by a failure. */
export function Composer({
  of,
  name,
  label,
  placeholder,
  text,
  onText,
  attachments,
  onAttachments,
  closed = false,
  children,
}: ComposerProps) {
  const id = useId()
  return (
    <div className="sheet composer field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        data-composer-text=""
        dir="auto"
        rows={3}
        maxLength={mostCharacters}
        placeholder={placeholder}
        value={text}
        disabled={closed}
        onChange={(event) => onText(event.target.value)}
      />
      {closed ? null : (
        <Tools of={of} onHeard={onText} attachments={attachments} onAttachments={onAttachments}>
          <span className="count">
            {text.length} / {mostCharacters}
          </span>
        </Tools>
      )}
      {children}
    </div>
  )
}

interface ToolsProps extends Pick<ComposerProps, 'of' | 'attachments' | 'onAttachments' | 'children'> {
  readonly onHeard: (text: string) => void
}

function Tools({ of, onHeard, attachments, onAttachments, children }: ToolsProps) {
  const { t } = useTranslation()
  const { api, desk } = useServices()
  const voice = useDesk((state) => state.voice)
  const attach = useApiMutation({
    mutationFn: api.attach,
    onSuccess: (added) => onAttachments((before) => [...before, added]),
  })
  // The same control is marked by the upload and by the message that carries what was uploaded.
  const marked = attach.error ? attach : of
  const { inputProps, clear } = useProblemField(marked, 'attachments')

  function remove({ path }: Attachment) {
    clear()
    onAttachments((before) => before.filter((each) => each.path !== path))
  }

  function hear(text: string) {
    onHeard(text)
    desk.setState({ voice: false })
  }

  return (
    <>
      <Pictures attachments={attachments} label={t('composer.attached')} onRemove={remove} />
      <div className="composer-tools">
        <label className="tool">
          <Icon name="image" />
          <span>{t('composer.attach')}</span>
          <input
            {...inputProps}
            type="file"
            name="attachments"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) attach.mutate(file)
              target.value = ''
            }}
          />
        </label>
        <button
          type="button"
          id="voice"
          className="tool"
          aria-expanded={voice}
          onClick={() => desk.setState({ voice: !voice })}
        >
          <Icon name="mic" />
          <span>{t('composer.voice')}</span>
        </button>
        {children}
      </div>
      <ProblemField of={marked} name="attachments" />
      {voice ? <VoicePanel onHeard={hear} onClose={() => desk.setState({ voice: false })} /> : null}
    </>
  )
}
