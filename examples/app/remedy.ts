import { extendContract } from 'react-remedy/core'
import { divination } from 'react-remedy/contracts/divination'
import { creatoria, elsewhere, qoder, resq } from './lab/contracts.ts'
import { ownCodes } from './words/own-codes.ts'

/** The shipped contract, and two codes that this server sends besides: a session that ran out, a sign-in that is too old. */
export const sixLines = extendContract(divination, {
  add: {
    AUTH_SESSION_IDLE: { status: 401, session: 'expire', severity: 'info', show: 'toast', offer: ['login'] },
    AUTH_SIGN_IN_TOO_OLD: { status: 401, session: 'step-up', severity: 'info', show: 'toast', offer: ['login'] },
  },
  messages: Object.fromEntries(Object.entries(ownCodes).map(([tag, words]) => [tag, async () => ({ default: words })])),
})

/** The backends of this application. Those with paths of their own come first; the product's takes the rest. */
export const contracts = [qoder, creatoria, resq, elsewhere, sixLines] as const

declare module 'react-remedy' {
  interface Register {
    contracts: typeof contracts
  }
}
