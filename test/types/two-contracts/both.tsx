import { ErrorProvider, useApiMutation, useApiQuery, type Problem } from 'react-remedy'
import { divination, type DivinationCode } from 'react-remedy/contracts/divination'
import { hasCode, isProblem, type CodeOf } from 'react-remedy/core'
import { contracts, shop } from './contracts.js'

const nothing = () => {}
const ofDivination = {
  recharge: nothing,
  refreshHistory: nothing,
  refreshNotifications: nothing,
  startNewSession: nothing,
  restartCasting: nothing,
  switchToTextInput: nothing,
  bootstrapProfile: nothing,
  bootstrapInviteCode: nothing,
}

export const both = <ErrorProvider contracts={contracts} actions={{ ...ofDivination, changeCard: nothing }} />

// @ts-expect-error TS2322 TS2741: the action of the second contract is demanded as well
export const oneIsMissing = <ErrorProvider contracts={contracts} actions={ofDivination} />

export function useBoth() {
  return useApiMutation({
    mutationFn: async () => 1,
    remedies: { SOLD_OUT: { show: 'toast' }, POINTS_INSUFFICIENT_BALANCE: { offer: ['changeCard', 'recharge'] } },
  })
}

export function useOneOfThem() {
  const query = useApiQuery({
    queryKey: ['a'],
    queryFn: () => 1,
    contract: shop,
    remedies: { SOLD_OUT: { show: 'toast' } },
  })
  const error: Problem<'CARD_DECLINED' | 'SOLD_OUT'> | null = query.error
  return error
}

export function useCodeOfTheOther() {
  return useApiMutation({
    mutationFn: async () => 1,
    contract: shop,
    // @ts-expect-error TS2353 TS2561: a code of divination, in a call to the shop
    remedies: { POINTS_INSUFFICIENT_BALANCE: { show: 'toast' } },
  })
}

export function useMisspelt() {
  return useApiMutation({
    mutationFn: async () => 1,
    // @ts-expect-error TS2561 TS2353: a code of neither
    remedies: { SOLDOUT: { show: 'toast' } },
  })
}

export function narrow(error: Problem<DivinationCode | CodeOf<typeof shop>>): string {
  if (isProblem(error, shop)) return hasCode(error, 'SOLD_OUT') ? error.code : 'declined'
  if (hasCode(error, 'CARD_DECLINED', 'TOOL_REJECTED')) return error.code
  // @ts-expect-error TS2345: a code of neither
  return hasCode(error, 'SOLDOUT') ? divination.name : ''
}
