import { beforeEach, describe, expect, it, vi } from 'vitest'
import { parseBody } from '../../src/1-decode/body/parse-body.ts'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import { toProblem } from '../../src/1-decode/to-problem.ts'
import { anyBackend } from '../../src/contracts/any/index.ts'
import type { Dialect } from '../../src/problem/reading.ts'
import { bodyOf, readCorpus, responseOf, type Given } from './corpus.ts'

const corpus = readCorpus()
const dialects = [...anyBackend.dialects]

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['Date'] })
  return () => vi.useRealTimers()
})

describe('a backend in the wild is read by its shape', () => {
  it.each(corpus)('$name', async ({ given, expected }) => {
    const problem = await readProblem(responseOf(given), anyBackend)
    const { dialect: _dialect, data = problem?.data, fields = [], ...rest } = expected
    const { code, retryAfter, shouldRetry, likeStatus, requestId, title, detail } = problem ?? {}
    expect({ code, retryAfter, shouldRetry, likeStatus, requestId, title, detail }).toEqual({ ...nothing, ...rest })
    expect(problem).toMatchObject({ kind: 'http', contract: 'any', status: given.status, fields })
    expect(problem?.fields).toEqual(fields)
    expect(problem?.data).toEqual(data)
  })

  it.each(corpus)('$name: what was typed in, and where the program stands, does not travel on', async ({ given }) => {
    const problem = await readProblem(responseOf(given), anyBackend)
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|ada@example|file:\/\/|\/srv\/|<\w/)
  })
})

const nothing = {
  retryAfter: undefined,
  shouldRetry: undefined,
  likeStatus: undefined,
  requestId: undefined,
  title: undefined,
  detail: undefined,
}

describe('no dialect takes a body before its own', () => {
  it.each(corpus)('$name', ({ given, expected }) => {
    const reader = dialects.find((dialect) => read(dialect, given) !== undefined)
    expect(reader?.name ?? null).toBe(expected.dialect)
  })

  it('every dialect has bodies of its own', () => {
    const owners = new Set(corpus.map(({ expected }) => expected.dialect))
    expect(dialects.map(({ name }) => name).filter((name) => !owners.has(name))).toEqual([])
  })
})

describe('a success is read as a failure only in the shapes of those who send it so', () => {
  it.each(corpus.filter(({ given }) => given.status >= 400))('$name as a success', async ({ given, expected }) => {
    const answered = await readProblem(responseOf({ ...given, status: 200 }), anyBackend)
    const ofThem = ['graphQl', 'trpc'].includes(expected.dialect ?? '') && isJson(given)
    const denies = (given.json as { success?: unknown } | null | undefined)?.success === false
    expect(answered === null).toBe(!ofThem && !denies)
  })

  it.each<[string, unknown]>([
    ['a result', { data: { me: { name: 'Ada' } } }],
    ['no errors', { data: {}, errors: [] }],
    ['a report about errors', { errors: [{ message: 'Disk full', host: 'a' }], total: 1 }],
    ['a batch without failures', [{ result: { data: 1 } }, { result: { data: 2 } }]],
    ['a list', [1, 2]],
    ['a text', 'fine'],
    ['null', null],
  ])('%s is a success', async (_, json) => {
    const given = { status: 200, headers: { 'content-type': 'application/json' }, json }
    expect(await readProblem(responseOf(given), anyBackend)).toBeNull()
  })
})

describe('a success that says of itself that it is none is a failure', () => {
  it.each<[unknown, string]>([
    [{ success: false, code: 'OUT_OF_STOCK', message: 'x' }, 'OUT_OF_STOCK'],
    [{ success: false, error: { code: 'OUT_OF_STOCK', message: 'x' } }, 'OUT_OF_STOCK'],
    [{ success: false }, 'HTTP_200'],
  ])('%j: %s', async (json, code) => {
    const given = { status: 200, headers: { 'content-type': 'application/json' }, json }
    expect(await readProblem(responseOf(given), anyBackend)).toMatchObject({ kind: 'http', code, status: 200 })
  })

  it.each([{ success: true }, { success: 0 }, { success: 'false' }, { ok: false }])('%j is none', async (json) => {
    const given = { status: 200, headers: { 'content-type': 'application/json' }, json }
    expect(await readProblem(responseOf(given), anyBackend)).toBeNull()
  })
})

describe('the error of a client that has read the body already is read the same', () => {
  it.each(corpus.filter(({ given }) => given.status >= 400))('$name through axios', ({ given, expected }) => {
    const { status, headers } = given
    const data: unknown = parseBody(bodyOf(given)) ?? bodyOf(given)
    const error = Object.assign(new Error('x'), { isAxiosError: true, response: { status, headers, data } })
    const problem = toProblem(error, anyBackend)
    expect(problem).toMatchObject({ code: expected.code, status, fields: expected.fields ?? [] })
    expect([problem.likeStatus, problem.detail]).toEqual([expected.likeStatus, expected.detail])
  })

  it.each(corpus.filter(({ given }) => given.status >= 400))('$name through ofetch', ({ given, expected }) => {
    const data: unknown = parseBody(bodyOf(given)) ?? bodyOf(given)
    const error = Object.assign(new Error('x'), { name: 'FetchError', response: responseOf(given), data })
    const problem = toProblem(error, anyBackend)
    expect(problem).toMatchObject({ code: expected.code, status: given.status, fields: expected.fields ?? [] })
    expect([problem.likeStatus, problem.detail]).toEqual([expected.likeStatus, expected.detail])
  })
})

function read(dialect: Dialect, given: Given): unknown {
  const received = bodyOf(given)
  const http = { status: given.status, headers: new Headers(given.headers), received }
  return dialect(parseBody(received), http)
}

function isJson({ headers }: Given): boolean {
  return /\bjson\b/.test(headers['content-type'] ?? '')
}
