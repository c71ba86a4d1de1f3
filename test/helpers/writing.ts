import type { Language } from './languages.ts'
import { englishLeftIn } from './english.ts'
import { rulesOf, type Rule } from './writing-rules.ts'

/** Every text of a file of words, by where it stands: `statuses.404.title`. */
export function leaves(words: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`))
}

/** The placeholders of a text, sorted. */
export function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map(([, name]) => name ?? '').toSorted()
}

/** What is wrong with the way a text is written; empty when nothing is. `path` tells what kind of text it is. */
export function complaints(language: Language, path: string, text: string): readonly string[] {
  const longest = longestMessage[language] ?? 120
  const rules: readonly Rule[] = [
    ...everywhere,
    {
      law: `a message has at most ${longest} characters`,
      holds: (said, where) => !isSentence(where) || said.length <= longest,
    },
    { law: 'no English left over', holds: (said) => language === 'en' || !englishLeftIn(language, said) },
    ...rulesOf[language],
  ]
  const plain = text.replaceAll(', number}}', '}}')
  return rules.filter((rule) => !rule.holds(plain, path)).map(({ law }) => `${path}: ${law}: ${text}`)
}

const isTitle = (path: string): boolean => path.endsWith('.title')
const isSentence = (path: string): boolean => /\.(message|hint)$/.test(path)

// What takes 120 characters in English takes more in these, and no longer to read.
const longestMessage: Partial<Record<Language, number>> = { es: 140, fr: 140, de: 140, 'pt-BR': 140 }

const everywhere: readonly Rule[] = [
  { law: 'says something', holds: (text) => text.trim() === text && text !== '' },
  { law: 'a title has at most 40 characters', holds: (text, path) => !isTitle(path) || text.length <= 40 },
  { law: 'a title has no full stop', holds: (text, path) => !isTitle(path) || !/[.。]$/.test(text) },
  { law: 'a message is of whole sentences', holds: (text, path) => !isSentence(path) || /[.。]$/.test(text) },
  { law: 'no raw code', holds: (text) => !/[A-Z]{2,}_|\b[45]\d\d\b|undefined|null/.test(text) },
  { law: 'no markup', holds: (text) => !/[<>&]|\$t\(/.test(text) },
  { law: 'no shouting', holds: (text) => !/[!！]/.test(text) },
  { law: 'composed characters', holds: (text) => text === text.normalize('NFC') },
  { law: 'no double space', holds: (text) => !/\s{2}/u.test(text) },
]
