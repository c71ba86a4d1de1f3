'use client'
import type { i18n as I18n } from 'i18next'
import { useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { getI18n, I18nContext } from 'react-i18next'
import { originalOf } from './i18n.ts'
import type { Words } from './types.ts'
import { WordSource, type WordPlan } from './word-source.ts'

export type { Locales } from './word-groups.ts'

/** What the provider knows of words. */
export interface WordSourceOptions extends WordPlan {
  /** The app's i18next. @default that of react-i18next's context, else the one given to `initReactI18next`, else none */
  readonly i18n?: I18n | undefined
}

/**
 * The words of the language that the app speaks. Fetches them at mount and when the language changes, and never suspends: until
 * they are here, English and more general words stand in. The same object until it says something else.
 */
export function useWordSource({ i18n, locales, contracts }: WordSourceOptions): Words {
  // The types promise a context; an app without i18next has none.
  const context = useContext(I18nContext) as { readonly i18n?: I18n } | undefined
  const instance = originalOf(i18n ?? context?.i18n ?? getI18n())
  const [source, setSource] = useState(() => new WordSource(instance, { locales, contracts }))
  if (source.i18n !== instance) setSource(new WordSource(instance, { locales, contracts }))
  useEffect(() => source.fetch({ locales, contracts }), [source, locales, contracts])
  return useSyncExternalStore(source.subscribe, source.current, source.onServer)
}
