import { describe, expect, it } from 'vitest'
import { contractFor } from '../../src/2-classify/contract-for.ts'
import { matches } from '../../src/2-classify/match.ts'
import type { Match } from '../../src/problem/contract.ts'

const page = 'https://app.example.com'
const api = 'https://api.example.com'

describe('a contract has the URLs that its match takes', () => {
  it.each<[Match | undefined, string, boolean]>([
    ['/api/', `${page}/api/users`, true],
    ['/api/', '/api/users?x=1#y', true],
    ['/api', '/api', true],
    ['/api', '/api/users', true],
    ['/api', '/apikeys', false],
    ['/api/', `${api}/api/users`, false],
    [`${api}/v1`, `${api}/v1/users`, true],
    [`${api}/v1`, `${api}/v10/users`, false],
    [api, `${api}/anything`, true],
    [api, `${api}:443/anything`, true],
    [api, `${api}.evil.example/`, false],
    [api, `${api}@evil.example/`, false],
    [api, 'http://api.example.com/', false],
    [api, '/users', false],
    ['/api/', '/api/../admin', false],
    [/^https:\/\/api\./, `${api}/v1`, true],
    [/api\.example\.com/, 'https://evil.example/?next=api.example.com', false],
    [/api\.example\.com/, 'https://evil.example/#api.example.com', false],
    [(url) => url.searchParams.has('v'), `${page}/users?v=2`, true],
    [(url) => url.searchParams.has('v'), `${page}/users`, false],
    [['/api/', /\/rpc$/], `${page}/rpc`, true],
    [['/api/', /\/rpc$/], `${page}/other`, false],
    [[], `${page}/api/`, false],
    [undefined, `${page}/users`, true],
    [undefined, '/users', true],
    [undefined, `${api}/users`, false],
    ['/api/', 'http://[', false],
    ['http://[', '/api/', false],
  ])('%s and %s: %s', (match, url, expected) => {
    expect(matches({ match }, url, page)).toBe(expected)
  })

  it('takes a URL object as well', () => {
    expect(matches({ match: api }, new URL(`${api}/v1`), page)).toBe(true)
  })

  it('gives a global or sticky pattern the same answer every time', () => {
    const match = /api/g
    expect([1, 2, 3].map(() => matches({ match }, `${api}/v1`, page))).toEqual([true, true, true])
  })

  it('is not thrown off by a function that throws', () => {
    const match = () => {
      throw new Error('mistake')
    }
    expect(matches({ match }, '/users', page)).toBe(false)
  })

  it('takes the origin of the page where none is given', () => {
    expect(matches({ match: '/api/' }, `${location.origin}/api/users`)).toBe(true)
    expect(matches({ match: '/api/' }, `${page}/api/users`)).toBe(false)
  })
})

describe('a URL has one contract', () => {
  const narrow = { match: '/api/v2/' }
  const wide = { match: '/api/' }
  const rest = {}

  it('is read by the first that takes it', () => {
    expect(contractFor([narrow, wide], '/api/v2/users', page)).toBe(narrow)
    expect(contractFor([wide, narrow], '/api/v2/users', page)).toBe(wide)
  })

  it('goes to the one without match when no other takes it, wherever it stands', () => {
    expect(contractFor([rest, wide], '/api/users', page)).toBe(wide)
    expect(contractFor([rest, wide], `${api}/users`, page)).toBe(rest)
    expect(contractFor([wide], `${api}/users`, page)).toBeUndefined()
  })

  it('is guessed without a URL only where there is nothing to choose', () => {
    expect(contractFor([wide, rest], undefined)).toBe(rest)
    expect(contractFor([wide], undefined)).toBe(wide)
    expect(contractFor([wide, narrow], undefined)).toBeUndefined()
    expect(contractFor([], undefined)).toBeUndefined()
  })
})
