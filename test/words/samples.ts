import type { Contract, MessageModule, Messages } from '../../src/problem/contract.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { ProblemInit } from '../../src/problem/problem-data.ts'
import { WordSource } from '../../src/5-present/words/word-source.ts'
import type { Words } from '../../src/5-present/words/types.ts'
import type { Locales } from '../../src/5-present/words/word-groups.ts'
import type { i18n as I18n } from 'i18next'

/** A contract with two codes; one has a hint and a placeholder, the other a name that i18next would take apart. */
export const shop: Contract<'shop', 'CARD_DECLINED' | 'stock.empty:now'> = {
  name: 'shop',
  dialects: [],
  identity: 'code',
  catalogue: { CARD_DECLINED: { status: 402 }, 'stock.empty:now': { status: 409 } },
  messages: {
    en: () => Promise.resolve({ default: english, actions: { changeCard: 'Use another card' } }),
    'zh-TW': () => Promise.resolve({ default: taiwan, actions: { changeCard: '換一張卡' } }),
  },
}

export const english: Messages<'CARD_DECLINED' | 'stock.empty:now'> = {
  CARD_DECLINED: {
    title: 'The card was not taken',
    message: 'It holds {{balance}}. Use another.',
    hint: 'Cash works too.',
  },
  'stock.empty:now': { title: 'Sold out', message: 'Come back in {{duration}}.' },
}

export const taiwan: Messages<'CARD_DECLINED' | 'stock.empty:now'> = {
  CARD_DECLINED: { title: '這張卡無法使用', message: '卡片餘額 {{balance}}，換一張卡。', hint: '也可以付現。' },
  'stock.empty:now': { title: '已售完', message: '{{duration}}後再來。' },
}

/** Fetches the words of the shop in one language. */
export type Load = () => Promise<MessageModule<'CARD_DECLINED' | 'stock.empty:now'>>

/** Whose words are wanted. */
export const ours = { text: 'catalogue' } as const
export const theirs = { text: 'server' } as const

/** A problem of the shop. */
export function problem(init: Partial<ProblemInit> = {}): Problem {
  return new Problem({ kind: 'http', code: 'CARD_DECLINED', status: 402, contract: 'shop', ...init })
}

/** The words of a source after everything that it asked for has come. */
export async function wordsOf(
  i18n: I18n | undefined,
  { contracts = [shop], locales }: { contracts?: readonly Contract[]; locales?: Locales } = {},
): Promise<Words> {
  const source = new WordSource(i18n, { contracts, locales })
  source.fetch({ contracts, locales })
  await settled()
  return source.current()
}

/** Lets everything that is on its way arrive: fetched modules and the promises behind them. */
export async function settled(): Promise<void> {
  await Promise.all(Object.values(import.meta.glob('../../src/locales/*.ts')).map((load) => load()))
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
