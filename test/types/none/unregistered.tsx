import { ErrorProvider, useApiMutation, useApiQuery, type Problem } from 'react-remedy'
import { defineContract, extendContract, hasCode, problemDetails, type ActionOf, type CodeOf } from 'react-remedy/core'
import { divination, type DivinationAction, type DivinationCode } from 'react-remedy/contracts/divination'

const nothing = () => {}

const quiet = defineContract({
  name: 'quiet',
  dialects: [problemDetails],
  identity: 'type',
  catalogue: { GONE: { show: 'page', offer: ['logout', 'reload'] } },
})

export const builtInsAreNobodysDuty = <ErrorProvider contracts={[quiet]} />

// @ts-expect-error TS2741 TS2322: what the contracts name is demanded without any registration
export const noActions = <ErrorProvider contracts={[divination, quiet]} />

export const someActions = (
  // @ts-expect-error TS2322 TS2740 TS2739: the missing ones are named
  <ErrorProvider contracts={[divination]} actions={{ recharge: nothing }} />
)

const fitted = extendContract(divination, {
  match: '/api/',
  change: { AUTH_TOO_MANY_REQUESTS: { show: 'toast', offer: ['openHelp'] } },
  add: { QUOTA_PAUSED: { status: 429, show: 'banner' } },
})
export const codes: CodeOf<typeof fitted>[] = ['QUOTA_PAUSED', 'TOOL_REJECTED']
export const actions: ActionOf<typeof fitted>[] = ['openHelp', 'recharge']

export const misspeltChange = extendContract(divination, {
  // @ts-expect-error TS2561 TS2353 TS2322: only what is there can be changed; an addition is said to be one
  change: { AUTH_TOO_MANY_REQUEST: { show: 'toast' } },
})

export const messagesLackACode = defineContract({
  name: 'short',
  dialects: [problemDetails],
  identity: 'code',
  catalogue: { A: {}, B: {} },
  messages: {
    // @ts-expect-error TS2322 TS2741: every code has words in every language
    en: async () => ({ default: { A: { title: 'a', message: 'a' } } }),
  },
})

export function useNamed() {
  const mutation = useApiMutation({
    mutationFn: async () => 1,
    contract: divination,
    remedies: { POINTS_INSUFFICIENT_BALANCE: { show: 'inline', offer: ['recharge'] } },
  })
  const error: Problem<DivinationCode> | null = mutation.error
  return error
}

export function useNamedMisspelt() {
  return useApiMutation({
    mutationFn: async () => 1,
    contract: divination,
    // @ts-expect-error TS2561 TS2353: the contract of the call says which codes there are
    remedies: { AUTH_UNAUTORIZED: { show: 'inline' } },
  })
}

export function useUnnamed() {
  const { error } = useApiQuery({ queryKey: ['a'], queryFn: () => 1 })
  return hasCode(error, 'ANYTHING') ? error.code : undefined
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

export const theUnionsAreTheContracts: [
  Same<CodeOf<typeof divination>, DivinationCode>,
  Same<ActionOf<typeof divination>, DivinationAction>,
  Same<ActionOf<typeof quiet>, never>,
] = [true, true, true]
