import { queryOptions } from '@tanstack/react-query'
import { ErrorProvider, ProblemScope, useApiMutation, useApiQuery } from 'react-remedy'
import type {} from './contracts.js'

export function useRight() {
  useApiMutation({
    mutationFn: async (points: number) => points,
    remedies: {
      POINTS_INSUFFICIENT_BALANCE: { show: 'inline', offer: ['recharge', 'dismiss'] },
      HTTP_404: { show: 'none' },
    },
  })
  return useApiQuery({
    queryKey: ['a'],
    queryFn: () => 'text',
    remedies: { AGENT_SESSION_NOT_FOUND: { show: 'page' } },
  })
}

export function useMisspeltCode() {
  return useApiMutation({
    mutationFn: async () => 1,
    // @ts-expect-error TS2561 TS2353: there is no such code; the compiler names the one that was meant
    remedies: { AUTH_UNAUTORIZED: { show: 'toast' } },
  })
}

export function useMisspeltCodeInQuery() {
  // @ts-expect-error TS2769: no overload of the query takes a code that does not exist
  return useApiQuery({ queryKey: ['a'], queryFn: () => 1, remedies: { AUTH_UNAUTORIZED: { show: 'toast' } } })
}

export function useMisspeltAction() {
  return useApiMutation({
    mutationFn: async () => 1,
    // @ts-expect-error TS2820 TS2322: there is no such action
    remedies: { AUTH_UNAUTHORIZED: { offer: ['rechrage'] } },
  })
}

export function useMisspeltSurface() {
  return useApiMutation({
    mutationFn: async () => 1,
    // @ts-expect-error TS2820 TS2322: there is no such surface
    remedies: { AUTH_UNAUTHORIZED: { show: 'tost' } },
  })
}

export function useMisspeltShow() {
  // @ts-expect-error TS2820 TS2322 TS2769: there is no such surface
  return useApiMutation({ mutationFn: async () => 1, show: 'tost' })
}

// @ts-expect-error TS2561 TS2353 TS2322: overrides of a part of the tree are checked as well
export const scope = <ProblemScope remedies={{ AUTH_UNAUTORIZED: { show: 'toast' } }} />

export function useTanStacksOwnOptions(id: string) {
  const options = queryOptions({ queryKey: ['reading', id], queryFn: () => ({ id, text: 'x' }) })
  const plain = useApiQuery(options)
  const spread = useApiQuery({ ...options, remedies: { AGENT_SESSION_NOT_FOUND: { show: 'inline' } } })
  const text: string | undefined = plain.data?.text ?? spread.data?.text
  return text
}

export function useDefinedData() {
  const { data } = useApiQuery({ queryKey: ['a'], queryFn: () => 1, initialData: 0 })
  const sure: number = data
  return sure
}

export function useUndefinedOverrides(inline: boolean) {
  return useApiMutation({
    mutationFn: async () => 1,
    remedies: inline ? { HTTP_404: { show: 'inline' } } : undefined,
    show: undefined,
  })
}

export const provider = ErrorProvider
