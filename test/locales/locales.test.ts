import { describe, expect, it } from 'vitest'
import en from '../../src/locales/en.ts'
import type { KitTexts } from '../../src/locales/texts.ts'
import { languages, type Language } from '../helpers/languages.ts'
import { complaints, leaves, placeholders } from '../helpers/writing.ts'

const files = import.meta.glob<KitTexts>(['../../src/locales/*.ts', '!**/texts.ts'], { eager: true, import: 'default' })
const locales = Object.entries(files).map(
  ([path, texts]) => [/([\w-]+)\.ts$/.exec(path)?.[1] as Language, leaves(texts)] as const,
)
const sameWords: Partial<Readonly<Record<Language, readonly string[]>>> = {
  es: ['Error:', 'Error: {{title}}'],
  fr: ['Code', 'Notifications', 'Notifications ({{hotkey}})'],
  de: ['Code', 'Details', 'Status'],
  'pt-BR': ['Status'],
}
const plural = /_(zero|one|two|few|many|other)$/

it('the kit speaks ten languages', () => {
  expect(locales.map(([tag]) => tag).toSorted()).toEqual(languages.toSorted())
})

describe.each(locales)('the kit in %s', (tag, texts) => {
  it('has every text that English has, and no other', () => {
    const names = (all: typeof texts) => [...new Set(all.map(([path]) => path.replace(plural, '')))].toSorted()
    expect(names(texts)).toEqual(names(leaves(en)))
  })

  it('has each plural form that the language asks for, and no other', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted()
    const counted = texts.map(([path]) => path).filter((path) => plural.test(path))
    const names = new Set(counted.map((path) => path.replace(plural, '')))
    expect(names.size).toBeGreaterThan(0)
    expect(counted.toSorted()).toEqual(
      [...names].flatMap((name) => categories.map((form) => `${name}_${form}`)).toSorted(),
    )
  })

  it('fills the same placeholders as English', () => {
    const wanted = new Map(leaves(en).map(([path, text]) => [path.replace(plural, ''), placeholders(text)]))
    // The forms for none, one and two may say it in a word: "once".
    for (const [path, text] of texts.filter(([path]) => !/_(zero|one|two)$/.test(path)))
      expect([path, placeholders(text)]).toEqual([path, wanted.get(path.replace(plural, ''))])
  })

  it('says nothing as English says it, but for words that are the same', () => {
    const english = new Map(leaves(en))
    const same = texts.filter(([path, text]) => english.get(path) === text).map(([, text]) => text)
    expect(tag === 'en' ? [] : same.toSorted()).toEqual((sameWords[tag] ?? []).toSorted())
  })

  it('is calm, plain and in the language’s own writing', () => {
    expect(texts.flatMap(([path, text]) => complaints(tag, path, text))).toEqual([])
  })
})
