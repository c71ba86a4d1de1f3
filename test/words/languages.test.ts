import { describe, expect, it } from 'vitest'
import { chainOf, directionOf } from '../../src/5-present/words/languages.ts'

/** The first of these languages that a reader of `tag` is given. */
function given(tag: string, ...available: readonly string[]): string | undefined {
  return chainOf([tag]).find((step) => available.includes(step))
}

describe('fallback by BCP 47', () => {
  it.each([
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh-TW', 'zh-TW'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh_TW', 'zh-TW'],
    ['zh-hk', 'zh-TW'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['fr', 'en'],
    ['cimode', 'en'],
    ['', 'en'],
    ['not a language', 'en'],
  ])('gives a reader of %s %s', (tag, expected) => {
    expect(given(tag, 'en', 'de', 'pt-BR', 'zh-CN', 'zh-TW')).toBe(expected)
  })

  it('prefers words of the very language to those of a relative', () => {
    expect(given('zh-HK', 'zh-TW', 'zh-HK')).toBe('zh-HK')
    expect(given('pt-PT', 'pt-BR', 'pt')).toBe('pt')
    expect(given('de-AT', 'de', 'de-AT')).toBe('de-AT')
  })

  it('never gives a reader of traditional characters the simplified ones of a kin', () => {
    expect(given('zh-TW', 'en', 'zh-CN')).toBe('en')
    expect(given('zh-HK', 'en', 'zh-CN', 'zh-Hans')).toBe('en')
  })

  it('follows the fallback languages of the app before English', () => {
    expect(chainOf(['fr', 'de'])).toEqual(['fr', 'de', 'en'])
    expect(chainOf(['zh-HK', 'zh', 'en'])).not.toContain('zh-CN')
  })
})

describe('the direction of a language', () => {
  it.each(['ar', 'he', 'fa', 'ur', 'ar-EG', 'ps', 'ckb', 'pa-PK', 'yi'])('is right to left for %s', (tag) => {
    expect(directionOf(tag)).toBe('rtl')
  })

  it.each(['en', 'zh-TW', 'tr', 'pa', 'az', '', '??'])('is left to right for "%s"', (tag) => {
    expect(directionOf(tag)).toBe('ltr')
  })
})
