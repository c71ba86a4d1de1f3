import { describe, expect, it } from 'vitest'
import { problemDetails } from '../../src/1-decode/dialects/problem-details.ts'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import type { Contract } from '../../src/problem/contract.ts'
import { answer, contract, problemIn, problemJson } from './read.ts'

const base = 'https://api.example.org/foo/bar/123'

describe('problem details are read as RFC 9457 has them', () => {
  it('keeps the extension members of a problem in data', async () => {
    const problem = await problemIn(
      {
        type: 'https://example.com/probs/out-of-credit',
        title: 'You do not have enough credit.',
        detail: 'Your current balance is 30, but that costs 50.',
        instance: '/account/12345/msgs/abc',
        balance: 30,
        accounts: ['/account/12345', '/account/67890'],
      },
      { status: 403, url: base },
    )
    expect(problem).toMatchObject({
      kind: 'http',
      code: 'HTTP_403',
      status: 403,
      type: 'https://example.com/probs/out-of-credit',
      title: 'You do not have enough credit.',
      detail: 'Your current balance is 30, but that costs 50.',
      instance: 'https://api.example.org/account/12345/msgs/abc',
    })
    expect(problem.data).toEqual({ balance: 30, accounts: ['/account/12345', '/account/67890'] })
  })

  it('takes about:blank and the phrase of the status where nothing is said', async () => {
    expect(await problemIn({}, { status: 404 })).toMatchObject({ type: 'about:blank', title: 'Not Found' })
  })

  it('treats members of the wrong JSON type as absent', async () => {
    const problem = await problemIn({ type: 42, title: ['x'], status: '400', detail: null, instance: {}, code: 7 })
    expect(problem).toMatchObject({ code: 'HTTP_400', status: 400, type: 'about:blank', title: 'Bad Request' })
    expect([problem.detail, problem.instance]).toEqual([undefined, undefined])
    expect(problem.data).toEqual({ code: 7 })
  })

  it('believes the status of HTTP and keeps the other one for the log', async () => {
    const problem = await problemIn({ title: 'x', status: 404 }, { status: 502 })
    expect([problem.status, problem.data]).toEqual([502, { status: 404 }])
    expect((await problemIn({ title: 'x', status: 502 }, { status: 502 })).data).toEqual({})
  })

  it.each([
    ['example-problem', base, 'https://api.example.org/foo/bar/example-problem'],
    ['example-problem', 'https://api.example.org/widget/456', 'https://api.example.org/widget/example-problem'],
    ['/types/123', base, 'https://api.example.org/types/123'],
    ['tag:example@example.org,2021-09-17:OutOfLuck', base, 'tag:example@example.org,2021-09-17:OutOfLuck'],
    ['javascript:alert(1)', base, 'javascript:alert(1)'],
    ['example-problem', undefined, 'example-problem'],
  ])('resolves the type %s against %s', async (type, url, resolved) => {
    expect((await problemIn({ type }, url === undefined ? {} : { url })).type).toBe(resolved)
  })

  it.each([
    [`${problemJson}; charset=utf-8`, 'about:blank'],
    ['Application/Problem+JSON', 'about:blank'],
    ['application/vnd.acme.problem+json', undefined],
    ['application/json', undefined],
    ['text/html', undefined],
    ['', undefined],
  ])('reads the body by its shape under %j', async (type, assumed) => {
    const problem = await problemIn({ title: 'Out of luck', code: 'OUT_OF_CREDIT' }, { type }, contract)
    expect(problem).toMatchObject({ code: 'OUT_OF_CREDIT', title: 'Out of luck', type: assumed })
  })

  it('leaves a body of another shape whole in data', async () => {
    const problem = await problemIn({ error: { reason: 'x' }, constructor: 1 }, { type: 'application/json' })
    expect(problem.data).toEqual({ error: { reason: 'x' }, constructor: 1 })
    expect(problem.type).toBeUndefined()
  })

  it('takes the request id and the wait from the body where the headers are silent', async () => {
    const body = { title: 'x', traceId: 'in-body', retry_after: 1.5 }
    expect(await problemIn(body)).toMatchObject({ requestId: 'in-body', retryAfter: 1500 })
    const headers = { 'x-request-id': 'in-header', 'retry-after': '2' }
    expect(await problemIn(body, { headers })).toMatchObject({ requestId: 'in-header', retryAfter: 2000 })
  })
})

describe('field problems', () => {
  it.each([
    ['#/age', ['age']],
    ['#/profile/color', ['profile', 'color']],
    ['#/a~1b/m~0n', ['a/b', 'm~n']],
    ['#/items/0/q%25ty', ['items', '0', 'q%ty']],
    ['/name', ['name']],
    ['/q%25ty', ['q%25ty']],
    ['#/~01', ['~1']],
    ['#/%', ['%']],
    ['#', []],
    ['items[0].qty', ['items', '0', 'qty']],
  ])('are found by the pointer %s', async (pointer, path) => {
    const { fields } = await problemIn({ errors: [{ detail: 'must be so', pointer, code: 'rule' }] }, { status: 422 })
    expect(fields).toEqual([{ path, rule: 'rule', message: 'must be so' }])
  })

  it.each([
    [{ field: 'items[0].qty', message: 'must be so' }, ['items', '0', 'qty']],
    [{ param: 'age', message: 'must be so' }, ['age']],
    [{ path: ['items', 0, 'qty'], message: 'must be so' }, ['items', '0', 'qty']],
  ])('are found where a backend says it in its own way: %j', async (item, path) => {
    const { fields } = await problemIn({ errors: [item] }, { status: 422 })
    expect(fields).toEqual([{ path, message: 'must be so' }])
  })

  it.each([
    [['body', 'items', 1, 'sku'], 'missing', ['items', '1', 'sku']],
    [['body', 'name'], 'string_type', ['name']],
    [['name'], 'missing', ['name']],
    [['body'], 'missing', []],
    [['body', '__root__'], 'value_error', []],
    [['query', 'q'], 'missing', []],
    [['path', 'id'], 'int_parsing', []],
    [['body', 1], 'json_invalid', []],
  ])('are found by the location %j of FastAPI', async (loc, type, path) => {
    for (const member of ['detail', 'errors']) {
      const body = { [member]: [{ loc, type, msg: 'Field required', input: { password: 'hunter2' } }] }
      const { fields, data } = await problemIn(body, { status: 422, type: 'application/json' })
      expect(fields).toEqual([{ path, rule: type, message: 'Field required' }])
      expect(data).toEqual({}) // what was typed in does not travel on
    }
  })

  it('are read from a dictionary, the empty name being the form', async () => {
    const { fields } = await problemIn({
      errors: { '': ['A body is required.'], '$.items[0].qty': ['a', 'b'], 'users.0.email': 'c' },
    })
    expect(fields).toEqual([
      { path: [], message: 'A body is required.' },
      { path: ['items', '0', 'qty'], message: 'a' },
      { path: ['items', '0', 'qty'], message: 'b' },
      { path: ['users', '0', 'email'], message: 'c' },
    ])
  })

  it('are all of a big form, and 100 of a list without end; of at most 32 steps and 500 characters', async () => {
    const errors = Array.from({ length: 300 }, () => ({ pointer: '/a'.repeat(99), detail: 'x'.repeat(600) }))
    expect((await problemIn({ errors: errors.slice(0, 255) })).fields).toHaveLength(255)
    const { fields } = await problemIn({ errors })
    expect(fields).toHaveLength(100)
    expect(fields.every(({ path, message }) => path.length <= 32 && (message?.length ?? 0) <= 500)).toBe(true)
  })

  it('and no dialect can bring more', async () => {
    const fields = Array.from({ length: 1000 }, () => ({
      path: Array.from({ length: 99 }, () => 'a'),
      message: 'x'.repeat(900),
    }))
    const problem = await problemIn({}, {}, { ...contract, dialects: [() => ({ fields })] })
    expect(problem.fields).toHaveLength(100)
    expect(problem.fields.every(({ path, message }) => path.length === 32 && message?.length === 500)).toBe(true)
  })

  it('that cannot be read stay in data', async () => {
    const problem = await problemIn({
      title: 'x',
      errors: ['odd', 3, null, {}, { message: 'z' }],
      detail: { reason: 'y' },
    })
    expect(problem.fields).toEqual([])
    expect(problem.data).toEqual({ errors: ['odd', 3, null, {}, { message: 'z' }], detail: { reason: 'y' } })
  })
})

describe('names that every object has are names like others', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'a code called %s is only a code',
    async (code) => {
      const problem = await problemIn(
        JSON.stringify({ code }),
        { status: 202, type: 'application/json' },
        contract,
      ).catch(() => null)
      expect(problem).toBeNull() // inherited members of the catalogue are no entries
      expect(await problemIn({ code }, {}, contract)).toMatchObject({ code })
    },
  )

  it.each([
    ['#/__proto__/x', ['__proto__', 'x']],
    ['__proto__.polluted', ['__proto__', 'polluted']],
    ['constructor.prototype.p', ['constructor', 'prototype', 'p']],
  ])('a field called %s is only a path', async (pointer, path) => {
    const dictionary = `{"errors":{${JSON.stringify(pointer)}:["x"]}}`
    expect((await problemIn({ errors: [{ pointer, detail: 'x' }] })).fields).toEqual([{ path, message: 'x' }])
    expect((await problemIn(dictionary)).fields).toEqual([{ path, message: 'x' }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('inherited members are not in the body', () => {
    const inherited = { code: 'X', title: 'x', errors: [{ pointer: '/a', detail: 'x' }], retry_after: 3 }
    const http = { status: 400, headers: new Headers() }
    expect(problemDetails(inherited, http)).toMatchObject({ code: 'X' })
    expect(problemDetails(Object.create(inherited), http)).toBeUndefined()
  })

  it('nor are inherited entries in the catalogue', async () => {
    const inherits: Contract = {
      ...contract,
      catalogue: Object.create({ OLD: { status: 202 } }) as Contract['catalogue'],
    }
    Object.assign(inherits.catalogue, contract.catalogue)
    const response = answer({ code: 'OLD' }, { status: 202, type: 'application/json' })
    expect(await readProblem(response, inherits)).toBeNull()
  })

  it('a prototype in the body is nobody’s prototype', async () => {
    const problem = await problemIn('{"title":"x","__proto__":{"retryable":true},"a":{"__proto__":{"deep":1},"b":2}}')
    expect(problem.data).toEqual({ a: { b: 2 } })
    expect(problem.data).not.toHaveProperty('retryable')
    expect(problem.data['a']).not.toHaveProperty('deep')
    expect(Object.assign({}, problem.data)).not.toHaveProperty('retryable')
  })
})

describe('identity', () => {
  const body = { type: 'https://a.b/c', title: 't', code: 'OUT_OF_CREDIT' }
  it.each<[Contract['identity'], string]>([
    ['code', 'OUT_OF_CREDIT'],
    ['type', 'https://a.b/c'],
    ['status', 'HTTP_400'],
    [(reading, status) => `${status} ${reading.title}`, '400 t'],
    [() => undefined, 'HTTP_400'],
    [() => '', 'HTTP_400'],
    [
      () => {
        throw new Error('of the contract')
      },
      'HTTP_400',
    ],
  ])('by %s', async (identity, code) => {
    expect(await problemIn(body, {}, { ...contract, identity })).toMatchObject({ code, contract: 'shop' })
  })

  it('about:blank is no code', async () => {
    expect((await problemIn({ title: 'x' }, {}, { ...contract, identity: 'type' })).code).toBe('HTTP_400')
  })

  it('a dialect that throws or answers nonsense leaves the body to the next one', async () => {
    const broken = () => {
      throw new Error('of the dialect')
    }
    const nonsense = (() => 3) as unknown as Contract['dialects'][number]
    const wrong = (() => ({
      code: 3,
      title: {},
      fields: 'x',
      data: 3,
      retryAfter: 'x',
    })) as unknown as Contract['dialects'][number]
    expect((await problemIn(body, {}, { ...contract, dialects: [broken, nonsense, ...contract.dialects] })).code).toBe(
      'OUT_OF_CREDIT',
    )
    const problem = await problemIn(body, {}, { ...contract, dialects: [wrong] })
    expect([problem.code, problem.title, problem.fields, problem.retryAfter]).toEqual([
      'HTTP_400',
      undefined,
      [],
      undefined,
    ])
  })
})
