import { describe, expect, it } from 'vitest'
import type { Language } from '../../helpers/languages.ts'
import { complaints, leaves } from '../../helpers/writing.ts'

// The other contracts, whose users know such things as an API key by name, have the same law in test/contracts.
const files = import.meta.glob<object>(
  ['../../../src/locales/*.ts', '../../../src/contracts/divination/messages/*.ts', '!**/texts.ts'],
  { eager: true, import: 'default' },
)

describe('Forms and their summary', () => {
  it.each(Object.entries(files))('28. every message says what to do, without blame or jargon: %s', (path, texts) => {
    const language = /([\w-]+)\.ts$/.exec(path)?.[1] as Language
    expect(leaves(texts).flatMap(([where, text]) => complaints(language, where, text))).toEqual([])
  })
})
