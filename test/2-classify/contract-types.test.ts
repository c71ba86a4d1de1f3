import { describe, expectTypeOf, it } from 'vitest'
import { defineContract } from '../../src/2-classify/define-contract.ts'
import { extendContract } from '../../src/2-classify/extend-contract.ts'
import type { ActionOf, CodeOf, Contract } from '../../src/problem/contract.ts'

const dialects = [() => undefined]
const words = { title: 'Title', message: 'Message.' }
const shop = defineContract({
  name: 'shop',
  dialects,
  identity: 'code',
  catalogue: { SOLD_OUT: { offer: ['retry', 'recount'] }, CLOSED: { run: ['logout'] } },
  fallbacks: { 404: { offer: ['goHome', 'reload'] } },
})

// Each call stands in a function that nobody calls: the compiler is the test.
describe('the types of a contract', () => {
  it('infer its name, its codes and the actions that the app must bring', () => {
    expectTypeOf(shop).toEqualTypeOf<Contract<'shop', 'SOLD_OUT' | 'CLOSED', 'recount' | 'goHome'>>()
    expectTypeOf<CodeOf<typeof shop>>().toEqualTypeOf<'SOLD_OUT' | 'CLOSED'>()
    expectTypeOf<ActionOf<typeof shop>>().toEqualTypeOf<'recount' | 'goHome'>()
  })

  it('ask for no action where a contract names built-in ones only', () => {
    const plain = defineContract({
      name: 'plain',
      dialects,
      identity: 'code',
      catalogue: { A: { offer: ['retry', 'dismiss'] } },
    })
    expectTypeOf<ActionOf<typeof plain>>().toEqualTypeOf<never>()
  })

  it('let messages demand words for every code and infer none from them', () => {
    const define = () =>
      defineContract({
        name: 'shop',
        dialects,
        identity: 'code',
        catalogue: { SOLD_OUT: {}, CLOSED: {} },
        // @ts-expect-error TS2322 CLOSED has no words
        messages: { en: async () => ({ default: { SOLD_OUT: words } }) },
      })
    expectTypeOf<CodeOf<ReturnType<typeof define>>>().toEqualTypeOf<'SOLD_OUT' | 'CLOSED'>()
  })

  it('refuse a surface that does not exist', () => {
    const misspelt = () =>
      // @ts-expect-error TS2820 did you mean "toast"?
      defineContract({ name: 'shop', dialects, identity: 'code', catalogue: { A: { show: 'tost' } } })
    expectTypeOf(misspelt).toBeFunction()
  })

  it('add codes and actions, and keep those of the base', () => {
    const more = extendContract(shop, {
      change: { CLOSED: { offer: ['callUs', 'dismiss'] } },
      add: { LOST: { offer: ['recount'] } },
    })
    expectTypeOf(more).toEqualTypeOf<
      Contract<'shop', 'SOLD_OUT' | 'CLOSED' | 'LOST', 'recount' | 'goHome' | 'callUs'>
    >()
  })

  it('keep the type of the base where nothing is added', () => {
    expectTypeOf(extendContract(shop, { match: '/api/' })).toEqualTypeOf<typeof shop>()
  })

  it('refuse a misspelt code in change', () => {
    // @ts-expect-error TS2561 did you mean "SOLD_OUT"?
    const misspelt = () => extendContract(shop, { change: { SOLD_OTU: { show: 'toast' } } })
    expectTypeOf(misspelt).toBeFunction()
  })

  it('demand words for added codes in each language that is given', () => {
    const add = { LOST: {} } as const
    const all = () =>
      extendContract(shop, { add, messages: { en: async () => ({ default: { LOST: words, CLOSED: words } }) } })
    // @ts-expect-error TS2322 LOST has no words
    const some = () => extendContract(shop, { add, messages: { en: async () => ({ default: { CLOSED: words } }) } })
    expectTypeOf(all).toBeFunction()
    expectTypeOf(some).toBeFunction()
  })
})
