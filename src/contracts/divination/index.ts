import { problemDetails } from '../../1-decode/dialects/problem-details.ts'
import type { Contract, ShippedMessages } from '../../problem/contract.ts'
import { catalogue } from './catalogue.ts'
import type { DivinationAction, DivinationCode } from './codes.ts'

export type { DivinationAction, DivinationCode } from './codes.ts'

/**
 * The divination backend: RFC 9457 bodies whose `code` member decides, 52 codes, words in ten languages.
 *
 * @example
 * ```ts
 * import { extendContract } from 'react-remedy/core'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * export const contracts = [extendContract(divination, { match: 'https://api.example.com/' })]
 * ```
 */
export const divination: Contract<'divination', DivinationCode, DivinationAction> = {
  name: 'divination',
  dialects: [problemDetails],
  identity: 'code',
  catalogue,
  messages: {
    en: () => import('./messages/en.ts'),
    'zh-CN': () => import('./messages/zh-CN.ts'),
    'zh-TW': () => import('./messages/zh-TW.ts'),
    ja: () => import('./messages/ja.ts'),
    ko: () => import('./messages/ko.ts'),
    ar: () => import('./messages/ar.ts'),
    es: () => import('./messages/es.ts'),
    fr: () => import('./messages/fr.ts'),
    de: () => import('./messages/de.ts'),
    'pt-BR': () => import('./messages/pt-BR.ts'),
  } satisfies ShippedMessages<DivinationCode>,
}
