import type { ShippedLanguage } from '../../src/problem/contract.ts'

export type Language = ShippedLanguage

const each: Readonly<Record<Language, true>> = {
  en: true,
  'zh-CN': true,
  'zh-TW': true,
  ja: true,
  ko: true,
  es: true,
  fr: true,
  de: true,
  'pt-BR': true,
  ar: true,
}

/** The languages that the library is written in. */
export const languages = Object.keys(each) as readonly Language[]
