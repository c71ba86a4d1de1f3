import type { Contract, ShippedMessages } from '../../problem/contract.ts'
import { catalogue } from './catalogue.ts'
import type { ResqAction, ResqCode } from './codes.ts'
import { resqError } from './dialect.ts'

export type { ResqAction, ResqCode } from './codes.ts'
export { reportLink } from './report-link.ts'

/**
 * The two ResQ services, Infrastructure and Coordination: the status decides, always, and a body whose members are
 * renamed or missing changes nothing but the words; words in ten languages.
 *
 * Its hosts are yours, so it has no `match`: give it both. `fileReport` is offered for what the reference does not
 * explain; `reportLink` makes the address from where your reports are filed.
 *
 * @example
 * ```ts
 * import { extendContract } from 'react-remedy/core'
 * import { resq } from 'react-remedy/contracts/resq'
 *
 * export const contracts = [
 *   extendContract(resq, { match: ['https://infrastructure.example.com/', 'https://coordination.example.com/'] }),
 * ]
 * ```
 */
export const resq: Contract<'resq', ResqCode, ResqAction> = {
  name: 'resq',
  dialects: [resqError],
  identity: 'status',
  catalogue,
  fallbacks: {
    // What the document does not list, it does not explain.
    '4xx': { severity: 'warning', show: 'toast', offer: ['fileReport'], retry: false },
    '5xx': { severity: 'error', show: 'toast', offer: ['retry', 'fileReport'] },
    unreadable: { severity: 'error', show: 'toast', offer: ['retry', 'fileReport'] },
  },
  // 250, 500, 1000 and 2000 ms, and up to as much again.
  retry: { retries: 4, first: 250, factor: 2, max: 30_000, jitter: 1 },
  retryByStatus: { 408: { retries: 1 } },
  messages: {
    en: () => import('./messages/en.ts'),
    'zh-CN': () => import('./messages/zh-CN.ts'),
    'zh-TW': () => import('./messages/zh-TW.ts'),
    ja: () => import('./messages/ja.ts'),
    ko: () => import('./messages/ko.ts'),
    es: () => import('./messages/es.ts'),
    fr: () => import('./messages/fr.ts'),
    de: () => import('./messages/de.ts'),
    'pt-BR': () => import('./messages/pt-BR.ts'),
    ar: () => import('./messages/ar.ts'),
  } satisfies ShippedMessages<ResqCode>,
}
