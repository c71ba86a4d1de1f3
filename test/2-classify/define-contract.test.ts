import { describe, expect, it, vi } from 'vitest'
import { defineContract } from '../../src/2-classify/define-contract.ts'
import { extendContract } from '../../src/2-classify/extend-contract.ts'
import type { Contract } from '../../src/problem/contract.ts'

const dialects = [() => undefined]
const words = (title: string) => ({ title, message: `${title}.` })
const shop = defineContract({
  name: 'shop',
  dialects,
  identity: 'code',
  catalogue: {
    SOLD_OUT: { status: 409, show: 'dialog', offer: ['refetch'], run: ['recount'] },
    CARD_DECLINED: { status: 402, show: 'dialog', offer: ['changeCard', 'dismiss'] },
  },
  retry: { retries: 1 },
  messages: {
    en: async () => ({
      default: { SOLD_OUT: words('Sold out'), CARD_DECLINED: words('Declined') },
      actions: { changeCard: 'Change card' },
    }),
  },
})

// What JavaScript and JSON may hand over, types or no types.
function define(changes: Record<string, unknown>): Contract {
  return defineContract({ name: 'shop', dialects, identity: 'code', catalogue: {}, ...changes } as unknown as Contract)
}

describe('defineContract', () => {
  it('gives back plain data that is open to reading', () => {
    expect(shop.name).toBe('shop')
    expect(Object.keys(shop.catalogue)).toEqual(['SOLD_OUT', 'CARD_DECLINED'])
    expect(JSON.parse(JSON.stringify(shop.catalogue))).toEqual(shop.catalogue)
  })

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a name with a colon', { name: 'my:shop' }, /name is "my:shop"/],
    ['no name', { name: undefined }, /name is undefined/],
    ['the name that means nobody', { name: 'none' }, /name is "none"/],
    ['a host without a scheme', { match: 'api.example.com/v1' }, /match is "api.example.com\/v1".*"https:\/\/api/],
    ['a port without a scheme', { match: ['/api', '127.0.0.1:3000'] }, /match is "127.0.0.1:3000"/],
    ['no dialect', { dialects: undefined }, /dialects is no list/],
    ['an unknown identity', { identity: 'kode' }, /identity is "kode".*"code", "type", "status"/],
    ['no catalogue', { catalogue: undefined }, /catalogue is undefined/],
    ['an unknown surface', { catalogue: { A: { show: 'tost' } } }, /catalogue\.A\.show is "tost".*"toast"/],
    ['an unknown severity', { catalogue: { A: { severity: 'bad' } } }, /A\.severity is "bad"/],
    ['an unknown move', { catalogue: { A: { session: 'logout' } } }, /A\.session is "logout"/],
    ['an unknown member', { catalogue: { A: { shwo: 'toast' } } }, /A\.shwo is in no remedy.*"show"/],
    ['a member of every object', { catalogue: { A: { toString: 1 } } }, /A\.toString is in no remedy/],
    ['one action where a list belongs', { catalogue: { A: { offer: 'retry' } } }, /A\.offer is "retry"/],
    ['a status nobody sends', { catalogue: { A: { status: [200, 999] } } }, /A\.status is \[200, 999\]/],
    ['no remedy', { catalogue: { A: 'toast' } }, /A is "toast"/],
    ['a rule that cannot be counted', { catalogue: { A: { retry: { retries: NaN } } } }, /A\.retry\.retries is NaN/],
    ['a rule with an unknown member', { retry: { attempts: 2 } }, /retry\.attempts is in no rule/],
    ['true for a rule', { catalogue: { A: { retry: true } } }, /A\.retry is true/],
    ['a code among the fallbacks', { fallbacks: { SOLD_OUT: {} } }, /fallbacks\.SOLD_OUT is no step of the ladder/],
    ['a bad remedy among the fallbacks', { fallbacks: { 404: { show: '' } } }, /fallbacks\.404\.show is ""/],
  ])('refuses %s in development, and says how to mend it', (_, changes, message) => {
    expect(() => define(changes)).toThrow(message)
    expect(() => define(changes)).toThrow(/^react-remedy: .+, .+\. .+\.$/s)
    expect(() => define(changes)).toThrow(TypeError)
  })

  it('accepts what types accept', () => {
    const all = {
      status: [409, 410],
      show: undefined,
      retry: false,
      gate: false,
      poll: { every: 1 },
      field: 'a',
      report: 'never',
    }
    expect(() =>
      define({ catalogue: { A: all, B: {} }, fallbacks: { 404: {}, '5xx': undefined, default: {} } }),
    ).not.toThrow()
  })

  it('checks nothing in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(() => define({ name: 'my:shop', catalogue: { A: { show: 'tost' } } })).not.toThrow()
  })
})

describe('extendContract', () => {
  it('lays changes over the remedies that are there, member by member', () => {
    const { catalogue } = extendContract(shop, { change: { SOLD_OUT: { show: 'toast', offer: [], run: undefined } } })
    expect(catalogue.SOLD_OUT).toEqual({ status: 409, show: 'toast', offer: [], run: ['recount'] })
    expect(catalogue.CARD_DECLINED).toBe(shop.catalogue.CARD_DECLINED)
  })

  it('adds codes', () => {
    const more = extendContract(shop, { add: { CLOSED: { show: 'banner' } } })
    expect(Object.keys(more.catalogue)).toEqual(['SOLD_OUT', 'CARD_DECLINED', 'CLOSED'])
  })

  it('changes match, the retry rule, the fallbacks and the header, and keeps the rest', () => {
    const base = extendContract(shop, { fallbacks: { 404: { show: 'page', offer: ['reload'] } } })
    const changes = {
      match: '/api/',
      retry: { first: 5 },
      fallbacks: { 404: { show: 'toast' }, '5xx': {} },
      idempotencyHeader: 'X-Key',
    } as const
    expect(extendContract(base, changes)).toEqual({
      ...shop,
      match: '/api/',
      retry: { retries: 1, first: 5 },
      fallbacks: { 404: { show: 'toast', offer: ['reload'] }, '5xx': {} },
      idempotencyHeader: 'X-Key',
    })
  })

  it('leaves the base as it was', () => {
    const before = structuredClone(shop.catalogue)
    extendContract(shop, { change: { SOLD_OUT: { show: 'none' } }, add: { CLOSED: {} }, retry: { retries: 9 } })
    expect(shop.catalogue).toEqual(before)
    expect(shop.retry).toEqual({ retries: 1 })
  })

  it('lays words over the words of the same language, and takes new languages as they come', async () => {
    const more = extendContract(shop, {
      add: { CLOSED: {} },
      messages: {
        en: async () => ({
          default: { CLOSED: words('Closed'), SOLD_OUT: words('Gone') },
          actions: { recount: 'Count again' },
        }),
        fr: async () => ({ default: { CLOSED: words('Fermé') } }),
      },
    })
    expect(await more.messages?.['en']?.()).toEqual({
      default: { CLOSED: words('Closed'), SOLD_OUT: words('Gone'), CARD_DECLINED: words('Declined') },
      actions: { changeCard: 'Change card', recount: 'Count again' },
    })
    expect(await more.messages?.['fr']?.()).toEqual({ default: { CLOSED: words('Fermé') } })
  })

  it('says so in development when a change would change nothing or an addition would hide something', () => {
    const loose = shop as unknown as Contract
    expect(() => extendContract(loose, { change: { SOLDOUT: {} } })).toThrow(
      /change\.SOLDOUT names a code that .* not have/,
    )
    expect(() => extendContract(loose, { change: { toString: {} } })).toThrow(/change\.toString/)
    expect(() => extendContract(loose, { add: { SOLD_OUT: {} } })).toThrow(
      /add\.SOLD_OUT names a code that .* already has/,
    )
    expect(() => extendContract(shop, { change: { SOLD_OUT: { show: 'tost' as 'toast' } } })).toThrow(
      /SOLD_OUT\.show is "tost"/,
    )
  })
})
