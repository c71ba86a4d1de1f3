import { createInstance } from 'i18next'
import { expect, it } from 'vitest'
import { createTable } from '../../src/5-present/words/table.ts'
import type { Words } from '../../src/5-present/words/types.ts'
import { createWords } from '../../src/5-present/words/words.ts'
import ar from '../../src/locales/ar.ts'
import en from '../../src/locales/en.ts'
import { english, ours, problem, shop, taiwan, theirs, wordsOf } from './samples.ts'

// A contract in English under an Arabic page, with what is given of it in Arabic.
function mixed(translated: object = {}): Words {
  const table = createTable()
  table.add('ar', 'remedy', ar)
  table.add('en', 'remedy', en)
  table.add('ar', 'remedy.shop', translated)
  table.add('en', 'remedy.shop', { ...english, actions: { changeCard: 'Use another card' } })
  return createWords(['ar-EG', 'ar', 'en'], () => ['shop'], table.find)
}

const inEnglish = { lang: 'en', dir: 'ltr' }

it('say nothing of a language where all words are in the same', async () => {
  document.documentElement.lang = 'zh-HK'
  const words = await wordsOf(undefined)
  const { title, message, hint } = words.problem(problem(), ours)
  const said = { title: { children: title }, message: { children: message }, hint: { children: hint } }
  expect(words.language).toBe('zh-TW')
  expect(title).toBe(taiwan.CARD_DECLINED.title)
  expect(words.phrases.problem(problem(), ours)).toStrictEqual(said)
  expect(words.phrases.action('changeCard', 'shop')).toStrictEqual({ children: '換一張卡' })
})

it('say in which language and direction the words of a contract are that has none in that of the page', () => {
  const { phrases } = mixed()
  const { title, message, hint } = phrases.problem(problem({ data: { balance: 3 } }), ours)
  expect(title).toEqual({ children: english.CARD_DECLINED.title, ...inEnglish })
  expect(message).toEqual({ children: 'It holds 3. Use another.', ...inEnglish })
  expect(hint).toEqual({ children: 'Cash works too.', ...inEnglish })
  expect(phrases.action('changeCard', 'shop')).toEqual({ children: 'Use another card', ...inEnglish })
  expect(phrases.action('retry', 'shop')).toEqual({ children: ar.actions.retry })
  expect(phrases.part('offline')).toEqual({ children: ar.parts.offline })
  expect(phrases.session('expired').title).toEqual({ children: ar.session.expired.title })
})

it('say it of each text alone: title and message may come from two languages', () => {
  const { phrases, problem: textsOf } = mixed({ CARD_DECLINED: { title: 'لم تُقبل البطاقة' } })
  const { title, message } = phrases.problem(problem(), ours)
  expect(title).toStrictEqual({ children: 'لم تُقبل البطاقة' })
  expect(message).toMatchObject(inEnglish)
  expect(textsOf(problem(), ours)).toMatchObject({ title: title.children, message: message.children })
})

it('leave the language of a server’s words open, which nobody knows', () => {
  const { title, message } = mixed().phrases.problem(problem({ detail: 'Die Bank sagt nein.' }), theirs)
  expect(title).toMatchObject(inEnglish)
  expect(message).toEqual({ children: 'Die Bank sagt nein.', lang: '', dir: 'auto' })
})

it('are one language throughout: a duration in a text is in that of the text', () => {
  const sold = problem({ code: 'stock.empty:now', retryAfter: 90_000 })
  expect(mixed().problem(sold, ours).message).toBe('Come back in 2 minutes.')
  const translated = mixed({ 'stock.empty:now': { title: 'نفدت', message: 'عُد بعد {{duration}}.' } })
  expect(translated.problem(sold, ours).message).toBe('عُد بعد دقيقتان.')
})

it('name a language as BCP 47 writes it, however the app does, and none that is none', async () => {
  const i18n = createInstance()
  const resources = { pt_br: { 'remedy.shop': { CARD_DECLINED: { title: 'Cartão recusado' } } } }
  await i18n.init({ lng: 'ar', fallbackLng: ['pt_br', 'so called'], resources })
  i18n.addResourceBundle('so called', 'remedy.shop', { CARD_DECLINED: { message: '…' } })
  const { phrases } = await wordsOf(i18n, { contracts: [{ ...shop, messages: {} }] })
  const { title, message } = phrases.problem(problem(), ours)
  expect(title).toEqual({ children: 'Cartão recusado', lang: 'pt-BR', dir: 'ltr' })
  expect(message).toEqual({ children: '…', lang: '', dir: 'auto' })
})
