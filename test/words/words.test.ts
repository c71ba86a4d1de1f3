import * as fc from 'fast-check'
import { createInstance } from 'i18next'
import { beforeEach, describe, expect, it } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import en from '../../src/locales/en.ts'
import zhTW from '../../src/locales/zh-TW.ts'
import type { KitTexts, PartKey } from '../../src/locales/texts.ts'
import { expectConsole } from '../helpers/console.ts'
import { languages } from '../helpers/languages.ts'
import type { Words } from '../../src/5-present/words/types.ts'
import { english, ours, problem, theirs, wordsOf } from './samples.ts'

let words: Words

beforeEach(async () => {
  document.documentElement.lang = 'en'
  words = await wordsOf(undefined)
})

describe('the words of a problem', () => {
  it('are those of its code', () => {
    expect(words.problem(problem({ data: { balance: 3 } }), ours)).toEqual({
      title: english.CARD_DECLINED.title,
      message: 'It holds 3. Use another.',
      hint: 'Cash works too.',
    })
  })

  it('are found for a code with dots and colons', () => {
    expect(words.problem(problem({ code: 'stock.empty:now' }), ours).title).toBe('Sold out')
  })

  it.each([
    ['an unknown code', { code: 'NEW', status: 404 }, en.statuses[404]],
    ['a status without words', { code: 'HTTP_418', status: 418 }, en.classes['4xx']],
    ['a server status without words', { code: 'HTTP_507', status: 507 }, en.classes['5xx']],
    ['no connection', { code: 'NETWORK', kind: 'network', status: undefined }, en.kinds.network],
    ['no answer', { code: 'TIMEOUT', kind: 'timeout', status: undefined }, en.kinds.timeout],
    ['an unreadable success', { code: 'UNREADABLE', kind: 'unreadable', status: 200 }, en.kinds.unreadable],
    ['an unreadable refusal', { code: 'UNREADABLE', kind: 'unreadable', status: 502 }, en.statuses[502]],
    ['what waits for somebody', { code: 'NEW', status: 202 }, en.statuses[202]],
    ['a stream that broke after a 202', { code: 'STREAM_TRUNCATED', kind: 'stream', status: 202 }, en.kinds.stream],
    ['a broken stream', { code: 'STREAM_TRUNCATED', kind: 'stream', status: 200 }, en.kinds.stream],
    ['anything else', { code: 'UNKNOWN', kind: 'unknown', status: undefined }, en.default],
    ['a code of no contract', { contract: 'none', status: 503 }, en.statuses[503]],
  ] as const)('are those of its rung for %s', (_, init, expected) => {
    expect(words.problem(problem(init), ours)).toEqual(expected)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'actions', ''])(
    'are never found on a prototype or beside the codes: "%s"',
    (code) => {
      expect(words.problem(problem({ code, status: 404 }), ours)).toEqual(en.statuses[404])
    },
  )

  it('may be the server’s where the remedy says so, under the title of ours', () => {
    const told = problem({ title: 'Card declined', detail: 'Your bank said no.' })
    expect(words.problem(told, theirs)).toMatchObject({
      title: english.CARD_DECLINED.title,
      message: 'Your bank said no.',
    })
    expect(words.problem(problem({ title: 'Card declined' }), theirs).message).toBe('Card declined')
  })

  it('are ours where the server’s are not asked for, or say nothing', () => {
    const { message } = words.problem(problem(), ours)
    expect(words.problem(problem({ detail: 'Your bank said no.' }), ours).message).toBe(message)
    expect(words.problem(problem({ detail: '  ' }), theirs).message).toBe(message)
    expect(words.problem(problem(), theirs).message).toBe(message)
  })

  it('tell how long to wait where that is known, and leave no braces where it is not', () => {
    const sold = { code: 'stock.empty:now' }
    expect(words.problem(problem({ ...sold, retryAfter: 90_000 }), ours).message).toBe('Come back in 2 minutes.')
    expect(words.problem(problem(sold), ours).message).not.toContain('{{')
  })

  it('take what a server sends as text and as nothing else', () => {
    const data = {
      balance: '<b>{{duration}} $t(actions.retry) \u202e \u0000',
      lng: 'zh-TW',
      ns: 'x',
      count: 7,
      duration: 'forever',
    }
    const { message } = words.problem(problem({ data }), ours)
    expect(message).toBe('It holds <b>{{duration}} $t(actions.retry). Use another.')
  })

  it('are never empty and never a key, whatever the problem', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.option(fc.integer()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (...given) => {
          const [code, contract, status, data] = given
          const said = words.problem(problem({ code, contract, status: status ?? undefined, data }), ours)
          expect(said.title).not.toBe('')
          expect(said.message).not.toBe('')
          expect([said.title, said.message]).not.toContain(code)
        },
      ),
      { seed: 52, numRuns: 500 },
    )
  })
})

describe('the words of an action', () => {
  it('are the contract’s for the app’s own, the kit’s for the rest', () => {
    expect(words.action('changeCard', 'shop')).toBe('Use another card')
    expect(words.action('retry', 'shop')).toBe(en.actions.retry)
  })

  it('are found in any contract where none is named', () => {
    expect(words.action('changeCard')).toBe('Use another card')
  })

  it.each(['openChat', 'constructor', '__proto__', ''])('are general ones for "%s", which nobody labelled', (name) => {
    expect(words.action(name, 'shop')).toBe(en.actions.other)
  })
})

describe('the kit’s small texts', () => {
  it('fill their placeholders', () => {
    expect(words.part('region', { hotkey: 'F6' })).toBe('Notifications (F6)')
  })

  it('count by the rules of the language', async () => {
    expect(words.part('count', { count: 1 })).toBe('Happened once')
    expect(words.part('count', { count: 5 })).toBe('Happened 5 times')
    document.documentElement.lang = 'zh-TW'
    expect((await wordsOf(undefined)).part('count', { count: 1 })).toBe('已發生 1 次')
  })

  it('are counted in English where the page says a language that is none', async () => {
    expectConsole('warn', '"remedy" has no words in not a language')
    document.documentElement.lang = 'not a language'
    expect((await wordsOf(undefined, { contracts: [] })).part('count', { count: 5 })).toBe('Happened 5 times')
  })

  it.each([
    ['en', 'Happened 1,234 times'],
    ['de', '1.234-mal aufgetreten'],
    ['fr', 'Survenu 1\u202f234 fois'],
    ['ja', '1,234 回発生'],
    ['ar', 'حدث 1,234 مرة'],
  ])('write numbers as it is done in %s, with the app’s i18next and without', async (lang, expected) => {
    document.documentElement.lang = lang
    expect((await wordsOf(undefined, { contracts: [] })).part('count', { count: 1234 })).toBe(expected)
    const i18n = createInstance()
    await i18n.init({ lng: lang })
    expect((await wordsOf(i18n, { contracts: [] })).part('count', { count: 1234 })).toBe(expected)
  })

  it('are empty rather than a key when they do not exist', () => {
    expect(words.part('nothing' as PartKey)).toBe('')
  })
})

describe('a duration', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [44_001, '45 seconds'],
    [60_000, '1 minute'],
    [61_000, '2 minutes'],
    [3_600_000, '1 hour'],
    [90_000_000, '2 days'],
    [-5, '0 seconds'],
    [Number.NaN, '0 seconds'],
    [Number.POSITIVE_INFINITY, '0 seconds'],
  ])('of %d ms is %s: in one unit, rounded up', (milliseconds, expected) => {
    expect(words.duration(milliseconds)).toBe(expected)
  })

  it.each([
    ['zh-CN', /^45\s?秒钟$/u],
    ['zh-TW', /^45\s?秒$/u],
    ['ja', /^45\s?秒$/u],
    ['ko', /^45\s?초$/u],
    ['es', /^45\s?segundos$/u],
    ['fr', /^45\s?secondes$/u],
    ['de', /^45\s?Sekunden$/u],
    ['pt-BR', /^45\s?segundos$/u],
    ['ar', /^45\s?ثانية$/u],
  ])('follows the language: %s', async (lang, expected) => {
    document.documentElement.lang = lang
    const { duration } = await wordsOf(undefined, { contracts: [] })
    expect(duration(45_000)).toMatch(expected)
  })

  it.each([
    [1_000, 'ثانية'],
    [2_000, 'ثانيتان'],
    [3_000, '3 ثوان'],
    [11_000, '11 ثانية'],
  ])('of %d ms has the form that Arabic gives to that many', async (milliseconds, expected) => {
    document.documentElement.lang = 'ar'
    const { duration, part } = await wordsOf(undefined, { contracts: [] })
    expect(duration(milliseconds)).toBe(expected)
    expect(part('wait', { duration: duration(milliseconds) })).toBe(
      `يمكنك إعادة المحاولة بعد قليل. المتبقي: ${expected}.`,
    )
  })
})

describe('the language of an app without i18next', () => {
  it.each([
    ...languages.map((tag) => [tag, tag] as const),
    ['en-GB', 'en'],
    ['zh', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['ja-JP', 'ja'],
    ['ko-KR', 'ko'],
    ['es-419', 'es'],
    ['fr-CA', 'fr'],
    ['de-AT', 'de'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['ar-EG', 'ar'],
    ['nl', 'en'],
  ] as const)('%s is answered in %s, words, direction and all', async (lang, expected) => {
    if (lang === 'nl') expectConsole('warn', '"remedy" has no words in nl')
    document.documentElement.lang = lang
    const spoken = await wordsOf(undefined, { contracts: [] })
    const { default: texts } = (await import(`../../src/locales/${expected}.ts`)) as { default: KitTexts }
    expect(spoken).toMatchObject({ language: expected, dir: expected === 'ar' ? 'rtl' : 'ltr' })
    expect(spoken.problem(problem({ code: 'HTTP_404', status: 404 }), ours)).toEqual(texts.statuses[404])
    expect(spoken.action('retry')).toBe(texts.actions.retry)
  })

  it('is that of the page, with its relatives', async () => {
    document.documentElement.lang = 'zh-HK'
    const hongKong = await wordsOf(undefined)
    expect(hongKong.language).toBe('zh-TW')
    expect(hongKong.problem(problem({ code: 'HTTP_404', status: 404 }), ours)).toEqual(zhTW.statuses[404])
    expect(hongKong.problem(problem(), ours).title).toBe('這張卡無法使用')
  })

  it('is that of the browser where the page says none', async () => {
    document.documentElement.lang = ''
    expect((await wordsOf(undefined)).language).toBe('en')
  })

  it('may come from the app’s own locales, direction and all', async () => {
    document.documentElement.lang = 'ar-EG'
    const arabic = { ...en, default: { title: 'لم يتم ذلك', message: 'حاول مرة أخرى.' } }
    const contracts = [{ ...divination, messages: undefined }]
    const spoken = await wordsOf(undefined, { contracts, locales: { ar: () => Promise.resolve({ default: arabic }) } })
    expect(spoken).toMatchObject({ language: 'ar', dir: 'rtl' })
    expect(spoken.problem(problem({ kind: 'unknown', status: undefined, code: 'UNKNOWN' }), ours)).toEqual(
      arabic.default,
    )
  })

  it('takes the app’s own English before the kit’s, and the kit’s where the app’s has a gap', async () => {
    const locales = {
      en: () => Promise.resolve({ default: { ...en, parts: { ...en.parts, close: 'Shut', home: '' } } }),
    }
    const spoken = await wordsOf(undefined, { locales })
    expect(spoken.part('close')).toBe('Shut')
    expect(spoken.part('home')).toBe(en.parts.home)
  })
})
