import { createStore, type StoreApi } from 'zustand/vanilla'
import type { i18n } from 'i18next'
import { firstLanguage, languages, ownLanguage, type Language } from '../i18n.ts'

/** How the application looks: chosen by the user, kept by the browser. */
export interface Look {
  readonly language: Language
  readonly theme: 'auto' | 'light' | 'dark'
  /** `auto` follows the language. */
  readonly direction: 'auto' | 'ltr' | 'rtl'
}

export type LookStore = StoreApi<Look>

const key = 'six-lines.look'

/** Reads what was chosen before. */
export function createLook(): LookStore {
  const stored = parse(localStorage.getItem(key))
  return createStore<Look>(() => ({
    language: firstLanguage(stored.language ?? null, navigator.languages),
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'auto',
    direction: stored.direction === 'ltr' || stored.direction === 'rtl' ? stored.direction : 'auto',
  }))
}

/** Puts the look on the document, now and whenever it changes. */
export function applyLook(look: LookStore, i18n: i18n): void {
  const root = document.documentElement
  function apply({ language, theme, direction }: Look): void {
    root.lang = ownLanguage(i18n, language) // the kit marks its own words
    root.dir = direction === 'auto' ? 'ltr' : direction // the product's own languages are written left to right
    if (theme === 'auto') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    document.title = i18n.getFixedT(language)('brand')
  }
  apply(look.getState())
  look.subscribe((now, before) => {
    apply(now)
    localStorage.setItem(key, JSON.stringify(now))
    if (now.language !== before.language) void i18n.changeLanguage(now.language)
  })
}

/** The languages one can choose from, with their own names. */
export const languageList = Object.entries(languages) as readonly (readonly [Language, string])[]

function parse(text: string | null): { readonly [K in keyof Look]?: string } {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
