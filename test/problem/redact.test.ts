import { cpuUsage } from 'node:process'
import { describe, expect, it } from 'vitest'
import { namesSecret, redactData, redactText, redactUrl } from '../../src/problem/redact.ts'

const hidden = '[Filtered]'
const denied = names(`
  password passwordConfirmation new_password2 userPassword PASSWD pwd passphrase secret clientsecret token
  accessToken refresh_token XSRF-TOKEN authtoken Authorization Proxy-Authorization X-Api-Key apiKey APIKEY
  privateKey User-SID connect.sid JSESSIONID sessionId Set-Cookie cookies otp pin cvc nonce code_verifier
  X-Amz-Signature X-Amz-Credential user[password] input jwt
`)
const kept = names(`
  Content-Type X-Request-Id monkey author inside keyboard pinned passenger tokenizer page code status
  detail requestId mission signed authority compass assessment __proto__
`)

describe('a name that speaks of a secret is denied, whatever stands under it', () => {
  it.each(denied)('%s', (name) => {
    expect(namesSecret(name)).toBe(true)
    expect(redactData({ [name]: { deep: 'hunter2' } })).toEqual({ [name]: hidden })
    expect(redactData({ [name]: 123456 })).toEqual({ [name]: hidden })
  })

  it.each(kept)('but "%s" is kept', (name) => {
    expect(namesSecret(name)).toBe(false)
  })

  it('says whether there is one', () => {
    expect(redactData({ password: null, hasPassword: true, token: undefined })).toEqual({
      password: null,
      hasPassword: true,
      token: undefined,
    })
  })
})

describe('a secret is told by its form, wherever it stands', () => {
  it.each([
    ['Authorization: Bearer abc', `Authorization: ${hidden}`],
    ['GET /x\nauthorization: Basic dXNlcjpwYXNz\nAccept: */*', `GET /x\nauthorization: ${hidden}\nAccept: */*`],
    ['Cookie: theme=dark; connect.sid=s%3Aabc', `Cookie: ${hidden}`],
    ['sent Bearer abc.def-1 to it', `sent Bearer ${hidden} to it`],
    ['sent Basic dXNlcjpwYXNz to it', `sent Basic ${hidden} to it`],
    ['a basic assumption', 'a basic assumption'],
    ['got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back', `got ${hidden} back`],
    ['used sk_live_4eC39HqLyjWDarjtT1 for it', `used ${hidden} for it`],
    ['-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4\nMIIE\n-----END RSA PRIVATE KEY----- after', `${hidden} after`],
    ['before -----BEGIN PRIVATE KEY-----\nMIIE', `before ${hidden}`],
    ['see https://user:pw@h/ for it', `see https://${hidden}@h/ for it`],
    ['paid with 4111 1111 1111 1111 today', `paid with ${hidden} today`],
    ['paid with 4111-1111-1111-1111', `paid with ${hidden}`],
    ['at 1767225600000 in 4111111111111112 ways', 'at 1767225600000 in 4111111111111112 ways'],
    ['mail a@b.example', 'mail a@b.example'],
  ])('%j', (text, clean) => {
    expect(redactText(text)).toBe(clean)
    expect(redactData([{ detail: text }])).toEqual([{ detail: clean }])
  })

  it.each([
    ['{"password":"hunter2","page":2', `{"password":"${hidden}","page":2`],
    ['{"password": "hun\\"ter2", "page": 2', `{"password": "${hidden}", "page": 2`],
    ['{"password":"hunt', `{"password":"${hidden}"`],
    ['"{\\"token\\":\\"hunter2\\",\\"page\\":2}"', `"{\\"token\\":\\"${hidden}\\",\\"page\\":2}"`],
    ["{'password': 'hunter2', 'page': 2}", `{'password': '${hidden}', 'page': 2}`],
    ['password=hunter2&page=2', `password=${hidden}&page=2`],
    ['"detail": "the password=hunter2 is weak"', `"detail": "the password=${hidden} is weak"`],
    ['{"hasPassword":true,"password":null}', '{"hasPassword":true,"password":null}'],
    ['the key: it is lost', `the key: ${hidden} is lost`],
  ])('or by the name before it, in a text that cannot be parsed: %s', (text, clean) => {
    expect(redactText(text)).toBe(clean)
  })

  it('and is told in a number as well', () => {
    expect(redactData({ paid: 4111111111111111, at: 1767225600000 })).toEqual({ paid: hidden, at: 1767225600000 })
  })
})

describe('a URL keeps what tells where it leads', () => {
  it.each([
    ['https://h.example/a?access_token=x&page=2', `https://h.example/a?access_token=${hidden}&page=2`],
    ['https://user:pw@h.example/a', `https://${hidden}@h.example/a`],
    ['https://user:p@ss@h.example/a?page=2#access_token=x', `https://${hidden}@h.example/a?page=2`],
    ['/a?user%5Bpassword%5D=x&q=hello+world', `/a?user%5Bpassword%5D=${hidden}&q=hello+world`],
    ['/cb?code=4%2F0Ad&state=xyz&scope=a', `/cb?code=${hidden}&state=${hidden}&scope=a`],
    ['/a?next=https%3A%2F%2Fh.example%2F%3Ftoken%3Dabc', `/a?next=${hidden}`],
    ['/a?to=%E0%A4%A&page=2', '/a?to=%E0%A4%A&page=2'],
    ['/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', `/reset/${hidden}`],
    ['', ''],
  ])('%s', (url, clean) => {
    expect(redactUrl(url)).toBe(clean)
  })
})

describe('redaction is bounded and never throws', () => {
  it('cuts what is deep, cyclic or endless', () => {
    const cyclic: Record<string, unknown> = { a: 1 }
    cyclic['self'] = cyclic
    expect(redactData(cyclic)).toEqual({ a: 1, self: '[…]' })
    let deep: unknown = 'bottom'
    for (let depth = 0; depth < 10_000; depth++) deep = [deep]
    expect(JSON.stringify(redactData(deep)).length).toBeLessThan(100)
    expect(redactData(Array.from({ length: 50_000 }, () => 1))).toHaveLength(20_000)
  })

  it('survives JSON whatever it is given', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no')
        },
      },
    )
    const given = [1n, Number.NaN, Symbol('x'), () => 1, new Date(0), hostile, undefined, new Map([['a', 1]])]
    expect(() => JSON.stringify(redactData(given))).not.toThrow()
  })

  it('pollutes no prototype', () => {
    const clean = redactData(JSON.parse('{"__proto__":{"polluted":true}}')) as object
    expect(Object.keys(clean)).toEqual(['__proto__'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  // What one pass costs grows with the input; what backtracks grows with its square, and 4 times the input would cost 16.
  it.each([
    ['words', 'a'],
    ['digits', '4'],
    ['digits apart', '4 '],
    ['dots', 'a.'],
    ['spaces', ' '],
    ['slashes', '/'],
    ['users', '//a'],
    ['schemes', 'bearer '],
    ['basics', 'basic a '],
    ['tokens', 'eyJ'],
    ['tokens apart', 'eyJa.'],
    ['dashes', '-'],
    ['keys', '-----BEGIN A-----'],
    ['quotes', '"'],
    ['backslashes', '\\'],
    ['secrets', 'password='],
    ['open strings', 'password="'],
    ['names', 'key:'],
    ['cookies', 'cookie:'],
    ['lines', 'cookie:\n'],
    ['prefixes', 'sk_'],
  ])('is linear in %s', (_, unit) => {
    const small = unit.repeat(Math.ceil(65_536 / unit.length))
    const large = small.repeat(4)
    const once = fastest(() => redactText(small))
    expect(fastest(() => redactText(large))).toBeLessThan(once * 9 + 10)
  })
})

// The time of the processor, not of the clock: what else the machine does counts for nothing.
function fastest(work: () => void): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const start = cpuUsage()
    work()
    const { user, system } = cpuUsage(start)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

function names(text: string): string[] {
  return text.trim().split(/\s+/)
}
