import en from '../../locales/en.ts'
import type { KitTexts } from '../../locales/texts.ts'
import type { Contract, MessageModule, ShippedLanguage } from '../../problem/contract.ts'
import { kitNamespace, namespaceOf } from './ask.ts'
import { canonical } from './languages.ts'
import { createTable, type Table } from './table.ts'

/** The kit's own texts by BCP 47 tag: the texts themselves, or a function that fetches them. */
export interface Locales {
  readonly [tag: string]: KitTexts | (() => Promise<{ readonly default: KitTexts }>)
}

/** Words that are fetched together: those of the kit, or those of one contract. */
export interface WordGroup {
  readonly namespace: string
  /** Tag → how to get the words. */
  readonly loaders: ReadonlyMap<string, () => Promise<object>>
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
  return {
    namespace: kitNamespace,
    loaders: byTag({ ...shipped, ...locales }, async (each) =>
      typeof each === 'function' ? (await each()).default : each,
    ),
    codes: [],
  }
}

/** The last resort: what every text is found in, also where an app brings an English of its own. */
export function shippedEnglish(): Table {
  const table = createTable()
  table.add('en', kitNamespace, en)
  return table
}

/** The kit's words that need no fetching. */
export function wordsAtHand(locales: Locales | undefined): readonly (readonly [tag: string, texts: KitTexts])[] {
  return Object.entries({ ...shipped, ...locales }).flatMap(([tag, texts]) =>
    typeof texts === 'function' ? [] : [[canonical(tag) ?? tag, texts] as const],
  )
}

/** The words of a contract: its messages, and the labels of the app's actions under `actions`. */
export function contractWords(contract: Contract): WordGroup {
  return {
    namespace: namespaceOf(contract.name),
    loaders: byTag(contract.messages ?? {}, async (load) => wordsOf(await load())),
    codes: Object.keys(contract.catalogue),
  }
}

function wordsOf(module: MessageModule): object {
  return { ...checked(module.default), actions: { ...module.actions } }
}

// The app may write its tags in its own way: `zh-tw`, `pt_BR`.
function byTag<T>(all: Readonly<Record<string, T>>, get: (each: T) => Promise<object>): WordGroup['loaders'] {
  return new Map(
    Object.entries(all).map(([tag, each]) => [canonical(tag) ?? tag, async () => checked(await get(each))] as const),
  )
}

function checked(words: unknown): object {
  if (typeof words !== 'object' || words === null) throw new TypeError('The module has no default export with words.')
  return words
}
