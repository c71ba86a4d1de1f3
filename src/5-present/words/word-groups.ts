import en from '../../locales/en.ts'
import type { KitTexts } from '../../locales/texts.ts'
import type { Contract, ShippedLanguage } from '../../problem/contract.ts'
import { kitNamespace, namespaceOf } from './ask.ts'
import { canonical } from './languages.ts'

/** The kit's own texts by BCP 47 tag: the texts themselves, or a function that fetches them. */
export interface Locales {
  readonly [tag: string]: KitTexts | (() => Promise<{ readonly default: KitTexts }>)
}

/** What a file with words exports. */
interface WordModule {
  readonly default: object
  /** Action name → what its button says. */
  readonly actions?: object | undefined
}

/** Words that are fetched together: those of the kit, or those of one contract. */
export interface WordGroup {
  readonly namespace: string
  /** Tag → the words, or how to get them. */
  readonly words: ReadonlyMap<string, object | (() => Promise<WordModule>)>
  /** What its words must name. */
  readonly codes: readonly string[]
}

// English is at hand from the first render, the rest is fetched when it is spoken.
const shipped = {
  en,
  'zh-CN': () => import('../../locales/zh-CN.ts'),
  'zh-TW': () => import('../../locales/zh-TW.ts'),
  ja: () => import('../../locales/ja.ts'),
  ko: () => import('../../locales/ko.ts'),
  es: () => import('../../locales/es.ts'),
  fr: () => import('../../locales/fr.ts'),
  de: () => import('../../locales/de.ts'),
  'pt-BR': () => import('../../locales/pt-BR.ts'),
  ar: () => import('../../locales/ar.ts'),
} satisfies Record<ShippedLanguage, Locales[string]>

/** The kit's own words; those that the app hands in replace those that ship. */
export function kitWords(locales: Locales | undefined): WordGroup {
  return { namespace: kitNamespace, words: byTag({ ...shipped, ...locales }), codes: [] }
}

/** The words of a contract: its messages, and the labels of the app's actions under `actions`. */
export function contractWords({ name, messages = {}, catalogue }: Contract): WordGroup {
  return { namespace: namespaceOf(name), words: byTag(messages), codes: Object.keys(catalogue) }
}

// The app may write its tags in its own way: `zh-tw`, `pt_BR`.
function byTag<T>(all: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(all).map(([tag, each]) => [canonical(tag) ?? tag, each]))
}
