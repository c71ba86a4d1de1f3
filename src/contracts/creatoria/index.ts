import type { Contract, ShippedMessages } from '../../problem/contract.ts'
import { catalogue } from './catalogue.ts'
import type { CreatoriaAction, CreatoriaCode } from './codes.ts'
import { creatoriaError, creatoriaIdentity, type CreatoriaOptions } from './dialect.ts'

export type { CreatoriaAction, CreatoriaCode } from './codes.ts'
export type { CreatoriaOptions } from './dialect.ts'
export { limitName, type CreatoriaLimit, type CreatoriaPlan } from './limits.ts'

/**
 * The Creatoria Agent API: the status decides but for two cases that a body names, `PROJECT_CONTEXT_REQUIRED` and
 * `RATE_LIMIT_EXCEEDED`; words in ten languages. Its streams end with `[DONE]` and fail with `{ error, sessionId }`.
 *
 * Every customer has a host of their own, so it has no `match`: give it yours. An app with a plan, or with forms, asks
 * `creatoriaWith` for more.
 *
 * @example
 * ```ts
 * import { extendContract } from 'react-remedy/core'
 * import { creatoria } from 'react-remedy/contracts/creatoria'
 *
 * export const contracts = [extendContract(creatoria, { match: 'https://agents.example.com/v1/' })]
 * ```
 */
export const creatoria: Contract<'creatoria', CreatoriaCode, CreatoriaAction> = /* @__PURE__ */ creatoriaWith({})

/**
 * The same contract for an app that gives its plan, so that every limit has a name, or that wants the fields which the
 * sentences of a 400 speak of.
 *
 * @example
 * ```ts
 * import { extendContract } from 'react-remedy/core'
 * import { creatoriaWith } from 'react-remedy/contracts/creatoria'
 *
 * const creatoria = creatoriaWith({ plan: 'Pro', fieldNames: true })
 * export const contracts = [extendContract(creatoria, { match: 'https://agents.example.com/v1/' })]
 * ```
 */
export function creatoriaWith(options: CreatoriaOptions): Contract<'creatoria', CreatoriaCode, CreatoriaAction> {
  return {
    name: 'creatoria',
    dialects: [creatoriaError(options)],
    identity: creatoriaIdentity,
    catalogue,
    fallbacks: {
      422: { severity: 'warning', show: 'fields', retry: false },
      '4xx': { severity: 'warning', show: 'toast', retry: false },
    },
    // After what the server asks for, else after 1 and 2 seconds and up to as much again.
    retry: { retries: 2, first: 1000, factor: 2, jitter: 1 },
    // Every answer tells what is left, so that the call after the last one need not be refused.
    rateLimit: 'RATE_LIMIT_EXCEEDED',
    streams: { done: '[DONE]', error: 'error' },
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
    } satisfies ShippedMessages<CreatoriaCode>,
  }
}
