import { describe, expect, it } from 'vitest'
import { problemWith } from './read.ts'
import { processorTime } from '../processor-time.ts'

describe('WWW-Authenticate', () => {
  it.each<[string, readonly object[]]>([
    ['Bearer', [{ scheme: 'bearer', params: {} }]],
    [
      'Bearer realm="example", error="invalid_token", error_description="The access token expired"',
      [
        {
          scheme: 'bearer',
          params: { realm: 'example', error: 'invalid_token', error_description: 'The access token expired' },
        },
      ],
    ],
    [
      'Bearer error="insufficient_scope", scope="a b"',
      [{ scheme: 'bearer', params: { error: 'insufficient_scope', scope: 'a b' } }],
    ],
    [
      'Bearer error="insufficient_user_authentication", acr_values="myACR"',
      [{ scheme: 'bearer', params: { error: 'insufficient_user_authentication', acr_values: 'myACR' } }],
    ],
    ['Bearer max_age="5"', [{ scheme: 'bearer', params: { max_age: '5' } }]],
    ['Bearer max_age=5', [{ scheme: 'bearer', params: { max_age: '5' } }]],
    [
      'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
      [
        { scheme: 'basic', params: { realm: 'simple' } },
        { scheme: 'newauth', params: { realm: 'apps', type: '1', title: 'Login to "apps"' } },
      ],
    ],
    [
      'NTLM, Basic realm="x"',
      [
        { scheme: 'ntlm', params: {} },
        { scheme: 'basic', params: { realm: 'x' } },
      ],
    ],
    [', , Bearer', [{ scheme: 'bearer', params: {} }]],
    ['bearer ERROR="invalid_token"', [{ scheme: 'bearer', params: { error: 'invalid_token' } }]],
    [
      'Negotiate YII=, Bearer',
      [
        { scheme: 'negotiate', params: { token68: 'YII=' } },
        { scheme: 'bearer', params: {} },
      ],
    ],
    ['Digest realm = "r" , nonce= "n"', [{ scheme: 'digest', params: { realm: 'r', nonce: 'n' } }]],
    ['Basic realm="a, b=c"', [{ scheme: 'basic', params: { realm: 'a, b=c' } }]],
    ['Basic realm="one", realm="two"', [{ scheme: 'basic', params: { realm: 'one' } }]],
    ['realm="nobody asked"', []],
    ['Bearer realm="open', [{ scheme: 'bearer', params: {} }]],
    ['', []],
    ['"', []],
  ])('%s', async (header, challenges) => {
    expect((await problemWith({ 'www-authenticate': header }, 401)).challenges).toEqual(challenges)
  })

  it('a parameter called __proto__ is a parameter', async () => {
    const [challenge] = (await problemWith({ 'www-authenticate': 'Bearer __proto__="x"' }, 401)).challenges
    expect(Object.getPrototypeOf(challenge?.params)).toBe(Object.prototype)
    expect(Object.keys(challenge?.params ?? {})).toEqual(['__proto__'])
  })

  it.each(['Bearer '.repeat(9000), 'Bearer a="\\'.repeat(4000), ' ,'.repeat(9000), `Bearer ${'a'.repeat(60_000)}`])(
    'a header made to be slow is not (%#)',
    async (header) => {
      const start = processorTime()
      await problemWith({ 'www-authenticate': header }, 401)
      expect(processorTime() - start).toBeLessThan(200)
    },
  )
})
