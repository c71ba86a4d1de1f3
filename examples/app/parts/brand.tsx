import { useTranslation } from 'react-i18next'
import { Link } from './link.tsx'

/** The seal and the name. */
export function Brand() {
  const { t } = useTranslation()
  return (
    <Link to="/" className="brand">
      <svg viewBox="0 0 32 32" className="seal" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" />
        <path d="M7 7.200h18M7 11.200h7.500m3 0H25M7 15.200h18M7 19.200h7.500m3 0H25M7 23.200h18" />
      </svg>
      <span>{t('brand')}</span>
    </Link>
  )
}
