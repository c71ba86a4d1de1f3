import { defineContract, problemDetails } from 'react-remedy/core'
import { divination } from 'react-remedy/contracts/divination'

export const shop = defineContract({
  name: 'shop',
  match: '/shop/',
  dialects: [problemDetails],
  identity: 'code',
  catalogue: {
    CARD_DECLINED: { status: 402, show: 'dialog', offer: ['changeCard', 'dismiss'] },
    SOLD_OUT: { status: 409, show: 'inline', run: ['refetch'] },
  },
})

export const contracts = [divination, shop] as const

declare module 'react-remedy' {
  interface Register {
    contracts: typeof contracts
  }
}
