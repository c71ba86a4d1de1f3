import { CancelledError } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { isProgrammingError } from '../../src/1-decode/programming-error.ts'
import { readThrown } from '../../src/1-decode/read-thrown.ts'
import { toProblem } from '../../src/1-decode/to-problem.ts'
import { isProblem, Problem } from '../../src/problem/problem.ts'
import { contract } from './read.ts'

function named(name: string, message = '', more: object = {}): Error {
  return Object.assign(new Error(message), { name, ...more })
}

describe('the errors of the platform are known by their whole message or their name', () => {
  it.each([
    ['Failed to fetch', 'network'],
    ['Failed to fetch (api.example.com)', 'network'],
    ['network error', 'network'],
    ['NetworkError when attempting to fetch resource.', 'network'],
    ['Error in input stream', 'network'],
    ['Load failed', 'network'],
    ['Load failed (api.example.com)', 'network'],
    ['The Internet connection appears to be offline.', 'network'],
    ['The Internet connection appears to be offline', 'network'],
    ['The network connection was lost.', 'network'],
    ['The request timed out.', 'timeout'],
    ['Network request failed', 'network'],
    ['fetch failed', 'network'],
    ['terminated', 'network'],
    ['error sending request for url (https://a.example/): connection refused', 'network'],
    ['Failed to fetch dynamically imported module: https://a.example/x.js', 'unknown'],
    ['Failed to fetch the user', 'unknown'],
    ['The picture: Load failed', 'unknown'],
    ['failed to fetch', 'unknown'],
    ["Failed to execute 'fetch' on 'Window': Invalid value", 'unknown'],
    ["Cannot read properties of undefined (reading 'terminated')", 'unknown'],
    ['x is not a function', 'unknown'],
  ])('TypeError: %s → %s', (message, kind) => {
    expect(toProblem(new TypeError(message)).kind).toBe(kind)
    expect(toProblem(new Error(message)).kind, 'another error with that message').toBe('unknown')
  })

  it.each([
    [new DOMException('The user aborted a request.', 'AbortError'), 'aborted', 'ABORTED'],
    [new DOMException('signal timed out', 'TimeoutError'), 'timeout', 'TIMEOUT'],
    [new DOMException('x', 'NetworkError'), 'network', 'NETWORK'],
    [AbortSignal.abort().reason, 'aborted', 'ABORTED'],
    [named('AbortError'), 'aborted', 'ABORTED'],
    [named('NetworkError', 'Request failed due to a network error: GET /', { isKyError: true }), 'network', 'NETWORK'],
    [named('Error', 'connect', { code: 'ECONNREFUSED' }), 'network', 'NETWORK'],
    [named('Error', 'connect', { code: 'ETIMEDOUT' }), 'timeout', 'TIMEOUT'],
    [
      new TypeError('fetch failed', { cause: named('Error', '', { code: 'UND_ERR_HEADERS_TIMEOUT' }) }),
      'timeout',
      'TIMEOUT',
    ],
    [
      new Error('a', { cause: new Error('b', { cause: named('Error', '', { code: 'ECONNRESET' }) }) }),
      'network',
      'NETWORK',
    ],
    [named('Error', '', { code: 'ENOENT' }), 'unknown', 'UNKNOWN'],
    [new CancelledError({ silent: true }), 'aborted', 'ABORTED'],
    [new Error('CancelledError'), 'unknown', 'UNKNOWN'],
  ])('%s → %s', (thrown, kind, code) => {
    expect(toProblem(thrown)).toMatchObject({ kind, code, contract: 'none', cause: thrown })
  })

  it.each([
    ['Unexpected end of JSON input', true],
    ['Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON', true],
    ['Unexpected token < in JSON at position 0', true],
    ["Expected ',' or '}' after property value in JSON at position 12 (line 1 column 13)", true],
    ['Unexpected non-whitespace character after JSON at position 4', true],
    ['JSON.parse: unexpected character at line 1 column 1 of the JSON data', true],
    ['JSON Parse error: Unexpected identifier "html"', true],
    ['The string did not match the expected pattern.', true],
    ['Invalid regular expression: /(/: Unterminated group', false],
    ['Unexpected token )', false],
  ])('SyntaxError: %s → unreadable %s', (message, unreadable) => {
    expect(toProblem(new SyntaxError(message)).kind).toBe(unreadable ? 'unreadable' : 'unknown')
  })

  it('what this engine says of bad JSON is known', async () => {
    for (const text of ['', '<', '{', '{"a"', '[1,', '"\n"', '{"a":1}x', 'undefined', '"\\x"', '-', '1.', '1e']) {
      const thrown = await new Response(text).json().catch((error: unknown) => error)
      expect(toProblem(thrown), text).toMatchObject({ kind: 'unreadable', code: 'UNREADABLE' })
    }
  })
})

describe('a programming error is told from a failure of the world', () => {
  it.each([
    [new TypeError('x is not a function'), true],
    [new ReferenceError('x is not defined'), true],
    [new RangeError('Maximum call stack size exceeded'), true],
    [new SyntaxError('Invalid regular expression'), true],
    [new Error('wrapped', { cause: new TypeError('x is not a function') }), true],
    [new TypeError('Failed to fetch'), false],
    [new SyntaxError('Unexpected end of JSON input'), false],
    [new Error('x'), false],
    ['TypeError', false],
    [undefined, false],
  ])('%s → %s', (thrown, expected) => {
    expect(isProgrammingError(toProblem(thrown))).toBe(expected)
  })
})

describe('the shapes of clients', () => {
  const request = { method: 'PUT', url: 'https://a.example/x' }

  it('ky 2 has read the body already', async () => {
    const response = new Response('{"code":"OUT_OF_CREDIT"}', { status: 403 })
    await response.text()
    const thrown = named('HTTPError', '', {
      response,
      request,
      options: { json: { a: 1 } },
      data: { code: 'OUT_OF_CREDIT' },
    })
    for (const problem of [toProblem(thrown, contract), await readThrown(thrown, contract)])
      expect(problem).toMatchObject({ code: 'OUT_OF_CREDIT', status: 403, request })
  })

  it('any error that holds the response is read', async () => {
    const thrown = Object.assign(new Error('api'), {
      response: Response.json({ code: 'OUT_OF_CREDIT' }, { status: 403 }),
    })
    expect(await readThrown(thrown, contract)).toMatchObject({ code: 'OUT_OF_CREDIT', cause: thrown })
  })

  it.each([
    ['ERR_CANCELED', 'canceled', 'aborted'],
    ['ECONNABORTED', 'timeout of 50ms exceeded', 'timeout'],
    ['ECONNABORTED', 'Request aborted', 'aborted'],
    ['ETIMEDOUT', 'x', 'timeout'],
    ['ERR_NETWORK', 'Network Error', 'network'],
    ['ECONNREFUSED', 'x', 'network'],
    ['ERR_BAD_OPTION', 'x', 'unknown'],
  ])('axios with %s (%s) → %s', (code, message, kind) => {
    const config = { method: 'put', url: '/x', baseURL: 'https://a.example/' }
    expect(toProblem(named('AxiosError', message, { isAxiosError: true, code, config }))).toMatchObject({
      kind,
      request,
    })
  })

  it('the headers of axios may be a plain object with anything in it', () => {
    const headers = {
      'Retry-After': 3,
      'x-request-id': 'r',
      'set-cookie': ['a', 'b'],
      'bad name': 'x',
      bad: 'a\nb',
      odd: null,
      __proto__: null,
    }
    const thrown = named('AxiosError', '', { isAxiosError: true, response: { status: 429, headers, data: '' } })
    expect(toProblem(thrown)).toMatchObject({ code: 'HTTP_429', retryAfter: 3000, requestId: 'r' })
  })

  it('a thrown Response is read, and stays readable', async () => {
    const thrown = Response.json({ code: 'OUT_OF_CREDIT' }, { status: 403, headers: { 'x-request-id': 'r' } })
    expect(toProblem(thrown, contract)).toMatchObject({ code: 'HTTP_403', status: 403, requestId: 'r' })
    expect(await readThrown(thrown, contract)).toMatchObject({ code: 'OUT_OF_CREDIT', cause: thrown })
    expect(await thrown.json()).toEqual({ code: 'OUT_OF_CREDIT' })
  })

  it('a thrown redirect or success is no failure of the server', async () => {
    for (const status of [302, 204]) {
      const thrown = new Response(null, { status })
      for (const problem of [toProblem(thrown), await readThrown(thrown)])
        expect(problem).toMatchObject({ kind: 'unknown', code: 'UNKNOWN', status })
    }
  })
})

describe('a problem comes back itself', () => {
  it('thrown, and wrapped', async () => {
    const problem = new Problem({ kind: 'http', code: 'X' })
    for (const thrown of [problem, new Error('wrapped', { cause: problem })]) {
      expect(toProblem(thrown, contract)).toBe(problem)
      expect(await readThrown(thrown, contract)).toBe(problem)
    }
  })
})

function hostile(): readonly [string, unknown][] {
  const cyclic = new Error('a')
  cyclic.cause = new Error('b', { cause: cyclic })
  const itself: Record<string, unknown> = {}
  for (const key of ['cause', 'response', 'data', 'config', 'headers', 'a', 'b']) itself[key] = itself
  const refuse = () => {
    throw new Error('trap')
  }
  const traps = { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse }
  const mirror: unknown = new Proxy(() => mirror, { get: () => mirror, apply: () => mirror })
  const deep = Array.from({ length: 5000 }).reduce<Error>(
    (cause) => new Error('deep', { cause }),
    new TypeError('Failed to fetch'),
  )
  return [
    ['undefined', undefined],
    ['null', null],
    ['a text', 'Failed to fetch'],
    ['a number', Number.NaN],
    ['a bigint', 10n],
    ['a symbol', Symbol('x')],
    ['a function', () => 1],
    ['a frozen object', Object.freeze({ message: 'x' })],
    ['no prototype', Object.create(null)],
    ['cyclic causes', cyclic],
    ['everything is itself', itself],
    ['a long chain of causes', deep],
    ['a Proxy that throws', new Proxy({}, traps)],
    ['a Proxy that throws as cause', new Error('x', { cause: new Proxy({}, traps) })],
    ['a Proxy that answers everything', mirror],
    ['a revoked Proxy', revoked()],
    [
      'axios with a Proxy',
      { isAxiosError: true, response: { status: 500, headers: new Proxy({}, traps), data: new Proxy({}, traps) } },
    ],
    [
      'axios with a cycle',
      { isAxiosError: true, response: { status: 500, headers: itself, data: itself }, config: itself },
    ],
    ['a response of lies', { status: 500, headers: { get: refuse }, clone: refuse, url: 7 }],
    [
      'a response in a response',
      { response: { status: 400, headers: new Headers(), clone: () => itself, bodyUsed: false } },
    ],
    ['a status that is no number', { isAxiosError: true, response: { status: '500' } }],
    ['NaN for a status', { isAxiosError: true, response: { status: Number.NaN } }],
  ]
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('anything can be thrown', () => {
  it.each(hostile())('%s', async (_, thrown) => {
    for (const problem of [toProblem(thrown, contract), await readThrown(thrown, contract)]) {
      expect(isProblem(problem)).toBe(true)
      expect(() => JSON.stringify(problem)).not.toThrow()
      expect(typeof isProgrammingError(problem)).toBe('boolean')
    }
  })

  it('the causes of ten levels are looked at, not more', () => {
    const wrap = (levels: number) =>
      Array.from({ length: levels }).reduce<Error>(
        (cause) => new Error('x', { cause }),
        new TypeError('Failed to fetch'),
      )
    expect(toProblem(wrap(9)).kind).toBe('network')
    expect(toProblem(wrap(50)).kind).toBe('unknown')
  })
})
