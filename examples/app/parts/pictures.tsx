import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useImage } from '../backend/queries.ts'
import type { Attachment } from '../backend/types.ts'
import { Icon } from './icon.tsx'

interface PicturesProps {
  readonly attachments: readonly Attachment[]
  readonly label: string
  readonly onRemove?: (attachment: Attachment) => void
}

/** The pictures of a message, each loaded through a signed URL. */
export function Pictures({ attachments, label, onRemove }: PicturesProps) {
  const { t } = useTranslation()
  if (attachments.length === 0) return null
  return (
    <ul className="pictures" aria-label={label}>
      {attachments.map((attachment) => (
        <li key={attachment.path} className="picture">
          <Picture attachment={attachment} />
          {onRemove ? (
            <button
              type="button"
              className="picture-remove"
              aria-label={t('composer.remove', { name: attachment.name })}
              onClick={() => onRemove(attachment)}
            >
              <Icon name="close" />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Picture({ attachment }: { readonly attachment: Attachment }) {
  const { t } = useTranslation()
  const image = useImage(attachment)
  const url = useObjectUrl(image.data)
  if (url !== undefined) return <img src={url} alt={t('reading.image', { name: attachment.name })} />
  return <span className="picture-gone">{image.isError ? t('reading.imageGone') : t('loading')}</span>
}

function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
