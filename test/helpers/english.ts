import type { Language } from './languages.ts'

/** Was something forgotten in English? `text`: in another language, without the names that are the same in every one. */
export function englishLeftIn(language: Language, text: string): boolean {
  const bare = text.replaceAll(/\{\{\w+\}\}/g, '').replaceAll(names, '')
  return ownScript.has(language) ? /\p{Script=Latin}/u.test(bare) : smallWords.test(bare)
}

const ownScript: ReadonlySet<Language> = new Set<Language>(['zh-CN', 'zh-TW', 'ja', 'ko', 'ar'])

// What is called so everywhere: backends, what their documents name, and a unit.
const names = /\b(Qoder|Creatoria|X-API-Key|x-api-key|API|Key|Bearer|Beta|WAV|MB|ID|AI|EU|read|write|admin)\b/g

// Words that no English sentence can do without, and that no other of the languages has.
const smallWords = /\b(the|your|you|and|of|with|this|that|again|it|is|are|be|what|then|try|we)\b/i
