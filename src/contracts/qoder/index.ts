import type { Contract, ShippedMessages } from '../../problem/contract.ts'
import { catalogue } from './catalogue.ts'
import type { QoderAction, QoderCode } from './codes.ts'
import { qoderError } from './dialect.ts'

export type { QoderAction, QoderCode } from './codes.ts'

/**
 * The Qoder Cloud Agents API: `error.type` decides, never the status; seven error types, words in ten languages.
 *
 * For `feature_not_available` the problem's `data.feature` and `data.available_from` say what to switch on, and under
 * which beta identifier; `enableFeature` gets the problem and finds both there.
 *
 * @example
 * ```ts
 * import type { Problem } from 'react-remedy/core'
 * import { qoder } from 'react-remedy/contracts/qoder'
 *
 * const betas = new Set<string>() // sent along by whoever makes the requests
 *
 * export const contracts = [qoder]
 * export const actions = {
 *   enableFeature({ data }: Problem) {
 *     if (typeof data['available_from'] === 'string') betas.add(data['available_from'])
 *   },
 * }
 * ```
 */
export const qoder: Contract<'qoder', QoderCode, QoderAction> = {
  name: 'qoder',
  match: 'https://api.qoder.com/api/v1/cloud',
  dialects: [qoderError],
  identity: 'type',
  catalogue,
  fallbacks: {
    // An envelope without a type, or one that no envelope is around: still never sent again as it was.
    400: { severity: 'warning', show: 'fields', text: 'server', retry: false },
    401: { severity: 'warning', show: 'banner', offer: ['updateToken'], retry: false },
    409: { severity: 'warning', show: 'toast', offer: ['refetch'], retry: false },
    '4xx': { severity: 'warning', show: 'toast', retry: false },
  },
  // After 1, 2 and 4 seconds, and up to half as much again: with more, the third would lie beyond the usual patience.
  retry: { retries: 3, first: 1000, factor: 2, jitter: 0.5 },
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
  } satisfies ShippedMessages<QoderCode>,
}
