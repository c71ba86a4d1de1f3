import { stepUpCode } from '../../1-decode/dialects/step-up.ts'
import { defineContract } from '../../2-classify/define-contract.ts'
import type { Contract } from '../../problem/contract.ts'
import { shapes, successShapes } from './shapes.ts'

export { nest } from '../../1-decode/dialects/nest.ts'
export { classValidatorName, withFieldNames, type NameOf } from '../../1-decode/dialects/with-field-names.ts'

/** The one code with a remedy of its own; every other code is the ladder's. */
export type AnyCode = 'insufficient_user_authentication'

/**
 * Any backend, read by the shape of what it sends. Put it last in `contracts`: without a `match` it takes what no other
 * contract claims. It knows where frameworks and big APIs keep their code, their field problems, the wait and the id of
 * the request; what to do is decided by the status that a failure is like, and the words are the kit's.
 *
 * @example
 * ```ts
 * import { extendContract } from 'react-remedy/core'
 * import { anyBackend } from 'react-remedy/contracts/any'
 *
 * // A code that deserves more than its status.
 * export const contracts = [extendContract(anyBackend, { add: { card_declined: { show: 'dialog', offer: ['dismiss'] } } })]
 * ```
 */
export const anyBackend: Contract<'any', AnyCode, never> = /* @__PURE__ */ defineContract<'any', AnyCode, never>({
  name: 'any',
  dialects: shapes,
  successDialects: successShapes,
  identity: 'code',
  streams: { error: 'error' },
  catalogue: {
    [stepUpCode]: { status: 401, severity: 'warning', show: 'toast', offer: ['login'], session: 'step-up' },
  },
  fallbacks: {
    401: { severity: 'warning', show: 'toast', offer: ['login'], session: 'refresh' },
    503: { severity: 'warning', show: 'banner', offer: ['retry'] },
  },
})
