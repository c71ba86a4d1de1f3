import { describe, expect, it } from 'vitest'
import { checkContract } from '../../src/2-classify/check-contract.ts'
import { classify } from '../../src/2-classify/classify.ts'
import { extendContract } from '../../src/2-classify/extend-contract.ts'
import { decideRetry } from '../../src/3-decide/decide-retry.ts'
import { contract, problem } from './samples.ts'

const shop = contract({
  retry: { retries: 4, first: 250 },
  retryByStatus: { 408: { retries: 1 } },
  catalogue: { SLOW: { status: 408, retry: { first: 10 } } },
})
const late = (method: string) => problem({ code: 'HTTP_408', status: 408, request: { method, url: '/api' } })
const decide = (method: string, attempt: number) =>
  decideRetry(late(method), classify(late(method), shop), { attempt, random: () => 0 })

describe('the retry rule of a single status', () => {
  it('is laid over that of the contract, and under what a remedy states', () => {
    expect(classify(late('GET'), shop).rule).toMatchObject({ retries: 1, first: 250 })
    expect(classify(problem({ code: 'SLOW', status: 408 }), shop).rule).toMatchObject({ retries: 1, first: 10 })
    expect(classify(problem({ code: 'HTTP_500', status: 500 }), shop).rule).toMatchObject({ retries: 4, first: 250 })
  })

  it('counts what is sent again, and permits nothing', () => {
    expect(decide('GET', 1)).toEqual({ do: 'retry', delay: 250 })
    expect(decide('GET', 2)).toEqual({ do: 'hand-over', because: 'attempts' })
    expect(decide('POST', 1)).toEqual({ do: 'hand-over', because: 'not-idempotent' })
  })

  it('can be fitted to an app, beside the rule of the contract', () => {
    const patient = extendContract(shop, {
      retry: { retries: 0 },
      retryByStatus: { 408: { first: 5 }, 503: { max: 9 } },
    })
    expect(classify(late('GET'), patient).rule).toMatchObject({ retries: 1, first: 5 })
    expect(classify(problem({ code: 'HTTP_503', status: 503 }), patient).rule).toMatchObject({ retries: 0, max: 9 })
  })

  it('is checked like any rule', () => {
    const wrong = { ...shop, retryByStatus: { 408: { retries: -1 } } }
    expect(() => checkContract(wrong)).toThrow(/retryByStatus\.408\.retries/)
  })
})
