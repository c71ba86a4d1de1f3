import { createInstance, type BackendModule, type i18n as I18n, type InitOptions } from 'i18next'
import { describe, expect, it, vi } from 'vitest'
import en from '../../src/locales/en.ts'
import zhTW from '../../src/locales/zh-TW.ts'
import { WordSource } from '../../src/5-present/words/word-source.ts'
import { expectConsole } from '../helpers/console.ts'
import { english, ours, problem, settled, shop, taiwan, wordsOf, type Load } from './samples.ts'

/** An app's i18next, as an app sets it up. */
function appI18n(options: InitOptions = {}): I18n {
  const i18n = createInstance()
  void i18n.init({ lng: 'en', fallbackLng: 'en', resources: {}, ...options })
  return i18n
}

/** The app's own words for one code of the shop. */
function declined(words: object): NonNullable<InitOptions['resources']>[string] {
  return { 'remedy.shop': { CARD_DECLINED: words } }
}

describe('the app’s own resources', () => {
  it('win over what ships, text by text', async () => {
    const i18n = appI18n({
      resources: { en: { ...declined({ title: 'Nope' }), remedy: { parts: { close: 'Shut' } } } },
    })
    const words = await wordsOf(i18n)
    expect(words.problem(problem(), ours)).toMatchObject({ title: 'Nope', hint: english.CARD_DECLINED.hint })
    expect(words.part('close')).toBe('Shut')
    expect(words.part('home')).toBe(en.parts.home)
  })

  it('win when they come later, and leave no gap where they replace a namespace', async () => {
    const i18n = appI18n()
    const words = await wordsOf(i18n)
    expect(words.problem(problem(), ours).title).toBe(english.CARD_DECLINED.title)
    i18n.addResourceBundle('en', 'remedy.shop', { CARD_DECLINED: { title: 'Later' } })
    expect(words.problem(problem({ data: { balance: 1 } }), ours)).toMatchObject({
      title: 'Later',
      message: 'It holds 1. Use another.',
    })
  })

  it('are read in the language that is spoken first, whoever wrote them', async () => {
    const i18n = appI18n({
      lng: 'zh-HK',
      resources: { en: declined({ title: 'Nope' }), 'zh-HK': { 'remedy.shop': { NEW: { title: '新' } } } },
    })
    const words = await wordsOf(i18n)
    expect(words.problem(problem(), ours).title).toBe(taiwan.CARD_DECLINED.title)
  })

  it('are found for a code with dots and colons', async () => {
    const i18n = appI18n({ resources: { en: { 'remedy.shop': { 'stock.empty:now': { title: 'All gone' } } } } })
    expect((await wordsOf(i18n)).problem(problem({ code: 'stock.empty:now' }), ours).title).toBe('All gone')
  })

  it('may stand under the tag that the app writes', async () => {
    const i18n = appI18n({ lng: 'zh_HK', resources: { zh_HK: declined({ title: '用不到' }) } })
    expect((await wordsOf(i18n)).problem(problem(), ours).title).toBe('用不到')
  })

  it('may word a code that the contract does not know, and an action', async () => {
    const shopWords = { NEW: { title: 'New', message: 'Quite new.' }, actions: { openChat: 'Chat with us' } }
    const words = await wordsOf(appI18n({ resources: { en: { 'remedy.shop': shopWords } } }))
    expect(words.problem(problem({ code: 'NEW' }), ours)).toEqual(shopWords.NEW)
    expect(words.action('openChat', 'shop')).toBe('Chat with us')
  })

  it('may use what the app’s i18next can do: plurals, nesting, formats', async () => {
    const i18n = appI18n({
      resources: {
        en: {
          remedy: { parts: { more_one: 'one, $t(remedy:parts.close)', more_other: '{{count, number}} others' } },
          'remedy.shop': { CARD_DECLINED: { title: 'Balance {{balance, number}}' } },
        },
      },
    })
    const words = await wordsOf(i18n)
    expect(words.part('more', { count: 1 })).toBe('one, Close')
    expect(words.part('more', { count: 2000 })).toBe('2,000 others')
    expect(words.problem(problem({ data: { balance: 1234 } }), ours).title).toBe('Balance 1,234')
  })

  it('fall through where they are empty, as exported by a translation tool', async () => {
    const words = await wordsOf(appI18n({ resources: { en: declined({ title: '' }) } }))
    expect(words.problem(problem(), ours).title).toBe(english.CARD_DECLINED.title)
  })

  it('take what a server sends as text and as nothing else', async () => {
    const i18n = appI18n({
      resources: { en: declined({ title: 'Was: {{balance}}' }), de: declined({ title: 'Falsch' }) },
    })
    const words = await wordsOf(i18n)
    const told = (data: Record<string, unknown>) => words.problem(problem({ data }), ours).title
    expect(told({ balance: '<i>&</i> $t(remedy:parts.close) {{ns}}', ns: 'remedy' })).toBe(
      'Was: <i>&</i> $t(remedy:parts.close) {{ns}}',
    )
    expect(
      told({ lng: 'de', lngs: 'de', ns: 'x', count: 2, context: 'x', postProcess: 'x', returnDetails: true }),
    ).toBe('Was: ')
  })
})

describe('the app’s i18next', () => {
  it('speaks the language; its own fallbacks come before English', async () => {
    const german = { ...en, default: { title: 'Das ging nicht', message: 'Noch einmal.' } }
    expectConsole('warn', '"remedy.shop" has no words in nl')
    expectConsole('warn', '"remedy" has no words in nl')
    const words = await wordsOf(appI18n({ lng: 'nl', fallbackLng: ['de', 'en'] }), { locales: { de: german } })
    expect(words.language).toBe('de')
  })

  it('finds our words with its own t', async () => {
    const i18n = appI18n({ lng: 'zh-TW' })
    await wordsOf(i18n)
    expect(i18n.t('remedy:statuses.404.title')).toBe(zhTW.statuses[404].title)
    expect(i18n.t('remedy.shop:CARD_DECLINED.title')).toBe(taiwan.CARD_DECLINED.title)
    expect(i18n.t('remedy.shop:actions.changeCard')).toBe('換一張卡')
  })

  it('keeps its options, and hears of no missing key', async () => {
    const missingKeyHandler = vi.fn<() => void>()
    const i18n = appI18n({ saveMissing: true, missingKeyHandler, keySeparator: '/', nsSeparator: '|' })
    const before = { ...i18n.options, ns: undefined }
    const words = await wordsOf(i18n)
    for (const code of ['CARD_DECLINED', 'stock.empty:now', 'NEW', 'a/b|c']) words.problem(problem({ code }), ours)
    words.action('openChat')
    expect(missingKeyHandler).not.toHaveBeenCalled()
    expect({ ...i18n.options, ns: undefined }).toEqual(before)
    expect(words.problem(problem({ code: 'stock.empty:now' }), ours).title).toBe('Sold out')
  })

  it('shows no key in cimode, its mode of keys', async () => {
    expectConsole('warn', 'has no words in cimode')
    const words = await wordsOf(appI18n({ lng: 'cimode' }))
    expect(words.problem(problem(), ours).title).toBe(english.CARD_DECLINED.title)
    expect(words.part('close')).toBe(en.parts.close)
  })

  it('may escape, and use braces of its own: neither reaches our words', async () => {
    const i18n = appI18n({
      interpolation: { prefix: '[', suffix: ']', escapeValue: true },
      resources: { en: declined({ title: 'Holds [balance]' }) },
    })
    const { title, message } = (await wordsOf(i18n)).problem(problem({ data: { balance: 'a & b' } }), ours)
    expect([title, message]).toEqual(['Holds a & b', 'It holds a & b. Use another.'])
  })

  it('may have a format of its own, which our words do not go through', async () => {
    const i18n = createInstance().use({
      type: 'i18nFormat',
      init: () => {},
      parse: (text: string) => text.toUpperCase(),
    })
    await i18n.init({ lng: 'en', resources: { en: declined({ title: 'loud' }) } })
    const said = (await wordsOf(i18n)).problem(problem({ data: { balance: 1 } }), ours)
    expect([said.title, said.message]).toEqual(['LOUD', 'It holds 1. Use another.'])
  })

  it('still gets its own words from its backend', async () => {
    const read = vi.fn<BackendModule['read']>((_, namespace, done) =>
      done(null, namespace === 'remedy' ? { parts: { close: 'Shut' } } : {}),
    )
    const i18n = createInstance().use({ type: 'backend', init: () => {}, read })
    await i18n.init({ lng: 'en', fallbackLng: 'en' })
    const words = await wordsOf(i18n)
    expect(words.part('close')).toBe(en.parts.close)
    await i18n.loadNamespaces('remedy')
    expect(words.part('close')).toBe('Shut')
  })

  it('may be initialized after us', async () => {
    document.documentElement.lang = 'en'
    const i18n = createInstance()
    const source = new WordSource(i18n, { contracts: [shop] })
    const stop = source.subscribe(() => {})
    source.fetch({ contracts: [shop] })
    expect(source.current().part('close')).toBe(en.parts.close)
    await i18n.init({ lng: 'zh-TW', resources: { 'zh-TW': { remedy: { parts: { close: '關' } } } } })
    await settled()
    expect(source.current()).toMatchObject({ language: 'zh-TW' })
    expect(source.current().part('close')).toBe('關')
    expect(i18n.t('remedy:parts.home')).toBe(zhTW.parts.home)
    stop()
  })

  it('is heard when it is initialized in the language that was spoken already', async () => {
    document.documentElement.lang = 'en'
    const i18n = createInstance()
    const source = new WordSource(i18n, { contracts: [shop] })
    const changed = vi.fn<() => void>()
    const stop = source.subscribe(changed)
    source.fetch({ contracts: [shop] })
    await settled()
    changed.mockClear()
    await i18n.init({ lng: 'en', fallbackLng: false, resources: { en: { remedy: { parts: { close: 'Shut' } } } } })
    expect(changed).toHaveBeenCalled()
    expect(source.current().part('close')).toBe('Shut')
    expect(i18n.t('remedy:parts.home')).toBe(en.parts.home)
    changed.mockClear()
    i18n.addResource('en', 'remedy', 'parts.close', 'Slam')
    expect(changed).toHaveBeenCalled()
    stop()
  })
})

describe('fetching', () => {
  it('happens at mount and with the language, each file once, and never at a failure', async () => {
    const i18n = appI18n()
    const load = vi.fn<Load>(() => Promise.resolve({ default: english }))
    const loadTaiwan = vi.fn<Load>(() => Promise.resolve({ default: taiwan }))
    const plan = { contracts: [{ ...shop, messages: { en: load, 'zh-TW': loadTaiwan } }] }
    const source = new WordSource(i18n, plan)
    const stop = source.subscribe(() => {})
    expect(load).not.toHaveBeenCalled()
    source.fetch(plan)
    source.fetch(plan)
    await settled()
    source.current().problem(problem(), ours)
    source.current().problem(problem({ code: 'NEW' }), ours)
    expect([load.mock.calls.length, loadTaiwan.mock.calls.length]).toEqual([1, 0])
    await i18n.changeLanguage('zh-HK')
    await i18n.changeLanguage('en')
    await i18n.changeLanguage('zh-TW')
    await settled()
    expect([load.mock.calls.length, loadTaiwan.mock.calls.length]).toEqual([1, 1])
    stop()
  })

  it('keeps the old language until the new one is here', async () => {
    const i18n = appI18n()
    const arrival = new EventTarget()
    const load: Load = () =>
      new Promise((resolve) => arrival.addEventListener('here', () => resolve({ default: taiwan })))
    const plan = { contracts: [{ ...shop, messages: { ...shop.messages, 'zh-TW': load } }] }
    const source = new WordSource(i18n, plan)
    const stop = source.subscribe(() => {})
    source.fetch(plan)
    await settled()
    await i18n.changeLanguage('zh-TW')
    await settled()
    expect(source.current().language).toBe('en')
    expect(source.current().problem(problem(), ours).title).toBe(english.CARD_DECLINED.title)
    arrival.dispatchEvent(new Event('here'))
    await settled()
    expect(source.current().language).toBe('zh-TW')
    expect(source.current().problem(problem(), ours).title).toBe(taiwan.CARD_DECLINED.title)
    stop()
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('no such chunk'))],
    [
      'throws',
      () => {
        throw new Error('no such chunk')
      },
    ],
    ['brings no words', () => Promise.resolve({ default: undefined as never })],
  ])(
    'that %s is told to the developer; English stands in, and the next change of language tries again',
    async (_, broken) => {
      expectConsole('warn', 'the words of "remedy.shop" in zh-TW could not be fetched')
      const i18n = appI18n({ lng: 'zh-TW' })
      const load = vi.fn<Load>(broken)
      const plan = { contracts: [{ ...shop, messages: { ...shop.messages, 'zh-TW': load } }] }
      const source = new WordSource(i18n, plan)
      const stop = source.subscribe(() => {})
      source.fetch(plan)
      await settled()
      source.fetch(plan)
      expect(source.current().problem(problem(), ours).title).toBe(english.CARD_DECLINED.title)
      expect(source.current().part('close')).toBe(zhTW.parts.close)
      expect(load).toHaveBeenCalledTimes(1)
      load.mockImplementation(() => Promise.resolve({ default: taiwan }))
      await i18n.changeLanguage('en')
      await i18n.changeLanguage('zh-TW')
      await settled()
      expect(source.current().problem(problem(), ours).title).toBe(taiwan.CARD_DECLINED.title)
      stop()
    },
  )

  it('tells the developer once which language has no words', async () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const plan = { contracts: [shop], locales: { de: en } }
    const source = new WordSource(appI18n({ lng: 'de-AT' }), plan)
    source.fetch(plan)
    source.fetch(plan)
    await settled()
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"remedy.shop" has no words in de-AT'))
    expect(source.current().problem(problem(), ours).title).toBe(english.CARD_DECLINED.title)
  })

  it('tells nobody of missing words that the app has itself', async () => {
    const i18n = appI18n({ lng: 'de-AT', resources: { de: declined({ title: 'Nein' }) } })
    expect((await wordsOf(i18n, { locales: { de: en } })).problem(problem(), ours).title).toBe('Nein')
  })

  it('takes English for the codes that a language leaves out, and says which', async () => {
    expectConsole('warn', '"remedy.shop" has no words in zh-TW for stock.empty:now')
    const partly = { CARD_DECLINED: taiwan.CARD_DECLINED } as typeof taiwan
    const messages = { ...shop.messages, 'zh-TW': () => Promise.resolve({ default: partly }) }
    const words = await wordsOf(appI18n({ lng: 'zh-TW' }), { contracts: [{ ...shop, messages }] })
    expect(words.problem(problem({ code: 'stock.empty:now' }), ours).title).toBe('Sold out')
    expect(words.problem(problem(), ours).title).toBe(taiwan.CARD_DECLINED.title)
  })

  it('tells nobody of a code that a language leaves out and the app says itself', async () => {
    const partly = { CARD_DECLINED: taiwan.CARD_DECLINED } as typeof taiwan
    const messages = { ...shop.messages, 'zh-TW': () => Promise.resolve({ default: partly }) }
    const own = { 'zh-TW': { 'remedy.shop': { 'stock.empty:now': { title: '賣完了', message: '…' } } } }
    const i18n = appI18n({ lng: 'zh-TW', resources: own })
    const words = await wordsOf(i18n, { contracts: [{ ...shop, messages }] })
    expect(words.problem(problem({ code: 'stock.empty:now' }), ours).title).toBe('賣完了')
  })

  it('is for one provider: two on a server never meet', async () => {
    const one = await wordsOf(undefined, { locales: { en: { ...en, parts: { ...en.parts, close: 'Shut' } } } })
    const other = await wordsOf(undefined)
    expect([one.part('close'), other.part('close')]).toEqual(['Shut', 'Close'])
  })
})
