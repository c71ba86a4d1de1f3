import { useTranslation } from 'react-i18next'
import { useServices } from '../services.ts'
import { languageList } from '../state/look.ts'
import { useLook } from '../state/use.ts'
import type { Language } from '../i18n.ts'

/** The languages, each named in itself. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const { look } = useServices()
  const language = useLook((state) => state.language)
  return (
    <select
      id="language"
      className="language"
      aria-label={t('nav.language')}
      value={language}
      onChange={(event) => look.setState({ language: event.target.value as Language })}
    >
      {languageList.map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  )
}
