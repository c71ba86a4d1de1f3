import { divination } from 'react-remedy/contracts/divination'
import { creatoria, elsewhere, qoder, resq } from './lab/contracts.ts'

/** The backends of this application. Those with paths of their own come first; the product's takes the rest. */
export const contracts = [qoder, creatoria, resq, elsewhere, divination] as const

declare module 'react-remedy' {
  interface Register {
    contracts: typeof contracts
  }
}
