import { divination } from 'react-remedy/contracts/divination'

export const contracts = [divination] as const

declare module 'react-remedy' {
  interface Register {
    contracts: typeof contracts
    actions: 'openChat'
  }
}
