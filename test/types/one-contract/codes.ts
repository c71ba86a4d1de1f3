import { hasCode, isProblem, type Problem } from 'react-remedy/core'
import { useApiMutation, useApiQuery } from 'react-remedy'
import { divination, type DivinationCode } from 'react-remedy/contracts/divination'
import type {} from './contracts.js'

export function useCodes() {
  const { error } = useApiQuery({ queryKey: ['a'], queryFn: () => 1 })
  const known: Problem<DivinationCode> | null = error
  if (hasCode(error, 'POINTS_INSUFFICIENT_BALANCE', 'HTTP_503', 'NETWORK')) {
    const narrowed: 'POINTS_INSUFFICIENT_BALANCE' | `HTTP_${number}` | 'NETWORK' = error.code
    return narrowed
  }
  // @ts-expect-error TS2345: a misspelt code does not compile, which `===` cannot promise
  if (hasCode(error, 'AUTH_UNAUTORIZED')) return known
  return undefined
}

export function useCallbacks() {
  return useApiMutation({
    mutationFn: async (variables: { question: string }) => variables.question.length,
    onError: (error, variables) => {
      const typed: Problem<DivinationCode> = error
      const text: string = variables.question
      console.log(typed.status, text)
    },
    onSuccess: (length) => {
      const counted: number = length
      console.log(counted)
    },
  })
}

export function narrow(value: unknown): DivinationCode | undefined {
  if (!isProblem(value, divination)) return undefined
  if (hasCode(value, 'TOOL_REJECTED')) return value.code
  // @ts-expect-error TS2345: not a code of this contract
  if (hasCode(value, 'SOLD_OUT')) return undefined
  return undefined
}
