import { divination } from 'react-remedy/contracts/divination'

/** The backends of this application. */
export const contracts = [divination] as const

declare module 'react-remedy' {
  interface Register {
    contracts: typeof contracts
  }
}
