import type { Casting } from '../state.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'
import { zhTW } from './zh-TW.ts'
import type { ReadingTexts } from './texts.ts'

export type ReadingLanguage = 'en' | 'zh-CN' | 'zh-TW'

const texts: Readonly<Record<ReadingLanguage, ReadingTexts>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW }

/** The reading of a casting, as a title and the pieces in which it is streamed. The same casting reads the same. */
export function composeReading(casting: Casting, mode: 'divination' | 'follow_up', language: ReadingLanguage) {
  const words = texts[language]
  const [below, above] = [trigram(casting.lines.slice(0, 3)), trigram(casting.lines.slice(3, 6))]
  const moving = casting.lines.filter((line) => line === 6 || line === 9).length
  const name = (index: number): string => words.images[index] ?? ''
  const change = moving === 0 ? words.still : `${words.moving(moving)} ${words.turned}`
  const first = [words.above[above] ?? '', words.below[below] ?? '', change, words.closing]
  const second = [words.again(name(below)), words.patience]
  const paragraphs = mode === 'divination' ? first : second
  return { title: words.title(name(above), name(below)), pieces: pieces(paragraphs.join('\n\n')) }
}

/** The language that a client asks for, `en` where we have none. */
export function readingLanguage(acceptLanguage: string | undefined): ReadingLanguage {
  const wanted = (acceptLanguage ?? '').toLowerCase()
  if (/^zh-(tw|hk|mo|hant)/.test(wanted)) return 'zh-TW'
  return wanted.startsWith('zh') ? 'zh-CN' : 'en'
}

// Three lines as a number: the bottom line is worth 4, the top line 1.
function trigram(lines: readonly number[]): number {
  return lines.reduce((sum, line) => sum * 2 + (line % 2), 0)
}

// Words where there are spaces, pairs of characters where there are none: about what a model sends at a time.
function pieces(text: string): readonly string[] {
  return text.match(/[\u2e80-\uffef]{1,2}|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []
}
