/**
 * The languages to look in, best first, for what an app speaks: BCP 47 fallback with the scripts of Chinese in mind
 * (`zh-HK` and `zh-MO` are written as in `zh-TW`), and English in the end.
 */
export function chainOf(languages: readonly string[]): readonly string[] {
  const chain = new Set<string>()
  for (const tag of languages) if (!chain.has(tag)) for (const step of fallbacksOf(tag)) chain.add(step)
  return [...chain.add('en')]
}

/** The tag as BCP 47 writes it (`zh_tw` → `zh-TW`); `undefined` when it is none. */
export function canonical(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).toString()
  } catch {
    return undefined
  }
}

/** Do both tags name the same language, wherever it is spoken? */
export function sameLanguage(one: string, other: string): boolean {
  return one.split(/[-_]/, 1)[0]?.toLowerCase() === other.split(/[-_]/, 1)[0]?.toLowerCase()
}

/** Which way a language is written. By its script: some are written in more than one. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(canonical(tag) ?? 'en').maximize()
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr'
}

/** The language of the page, for apps without i18next: `<html lang>`, else the browser's, else English. */
export function pageLanguage(): string {
  if (typeof document === 'undefined') return 'en'
  return document.documentElement.lang || navigator.language || 'en'
}

/** Calls back when `<html lang>` changes; returns the way to stop. */
export function watchPageLanguage(changed: () => void): () => void {
  if (typeof MutationObserver === 'undefined') return () => {}
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] })
  return () => observer.disconnect()
}

const rightToLeft: ReadonlySet<string> = new Set('Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '))

// Where readers of a language without words of its own are at home, by how it is written.
const homes: Readonly<Record<string, readonly string[]>> = {
  'zh-Hant': ['zh-TW', 'zh-Hant', 'zh'],
  'zh-Hans': ['zh-CN', 'zh-Hans', 'zh'],
  'pt-Latn': ['pt', 'pt-BR'],
}

// The tag as the app writes it comes first: its own resources may stand under it.
function fallbacksOf(tag: string): readonly string[] {
  const name = canonical(tag)
  if (name === undefined) return [tag]
  const { language, script } = new Intl.Locale(name).maximize()
  return [tag, ...shorterAndShorter(name), ...(homes[`${language}-${script}`] ?? [language])]
}

// 'zh-Hant-HK' → 'zh-Hant-HK', 'zh-Hant'; the bare language is the caller's.
function shorterAndShorter(name: string): readonly string[] {
  const parts = name.split('-')
  return parts.slice(1).map((_, dropped) => parts.slice(0, parts.length - dropped).join('-'))
}
