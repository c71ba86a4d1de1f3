import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './words/en.ts'
import { zhCN } from './words/zh-CN.ts'
import { zhTW } from './words/zh-TW.ts'

/** The languages one can choose, each named in itself. In all of them the kit speaks; the product itself in three. */
export const languages = {
  en: 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  ja: '日本語',
  ko: '한국어',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
} as const

export type Language = keyof typeof languages

/** i18next with the product's own words; the kit adds its namespaces to it. */
export function createI18n(language: Language): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'app',
    ns: ['app'],
    resources: { en: { app: en }, 'zh-CN': { app: zhCN }, 'zh-TW': { app: zhTW } },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  })
  return instance
}

/** The language to begin with: the one chosen before, else what the browser prefers. */
export function firstLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (stored !== null && Object.hasOwn(languages, stored)) return stored as Language
  const wanted = preferred.find((tag) => /^(en|zh)\b/i.test(tag)) ?? 'en'
  if (/^zh-(tw|hk|mo|hant)/i.test(wanted)) return 'zh-TW'
  return /^zh/i.test(wanted) ? 'zh-CN' : 'en'
}

/** The language that the product's own words are in where this one is chosen. */
export function ownLanguage(i18n: i18n, language: Language): Language {
  return i18n.hasResourceBundle(language, 'app') ? language : 'en'
}
