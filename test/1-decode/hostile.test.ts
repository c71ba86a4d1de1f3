import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import { readThrown } from '../../src/1-decode/read-thrown.ts'
import { toProblem } from '../../src/1-decode/to-problem.ts'
import { isProblem, Problem } from '../../src/problem/problem.ts'
import { contract } from './read.ts'

const runs = { numRuns: 10_000, seed: 2026 }
const unsafe = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u
const markup = /^<(?:!doctype|html)/i

/** What every problem promises, whatever it was read from: all that breaks a promise. */
function faultsOf(problem: unknown): readonly unknown[] {
  if (!isProblem(problem)) return ['no problem']
  const { code, title, detail, type, instance, requestId, fields, challenges, retryAfter, rateLimit, data } = problem
  const params = challenges.flatMap((challenge) => [challenge.scheme, ...Object.values(challenge.params)])
  const ofFields = fields.flatMap(({ path, rule, message }) => [rule, message, ...path])
  const said = [code, title, detail, type, instance, requestId, ...params, ...ofFields]
  const again: unknown = structuredClone(JSON.parse(JSON.stringify(problem)))
  return [
    ...said.filter((word) => word !== undefined && (unsafe.test(word) || markup.test(word) || word.length > 500)),
    ...[retryAfter, rateLimit?.resetIn].filter((delay) => delay !== undefined && !(delay >= 0 && delay < 2 ** 31)),
    ...fields.filter(({ path }) => path.length > 32),
    ...(fields.length > 256 ? ['too many fields'] : []),
    ...(Object.getPrototypeOf(data) === Object.prototype ? [] : ['data with a prototype']),
    ...(isProblem(Problem.fromJSON(again as ReturnType<Problem['toJSON']>)) ? [] : ['does not come back from JSON']),
  ]
}

const nasty = fc.constantFrom(
  '\u202eevil\0',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '<!DOCTYPE html>',
  '\ud800',
  '#/%zz/~',
  '[[[[',
  'javascript:alert(1)',
  '',
  ' ',
  'x'.repeat(3000),
  '9'.repeat(400),
  '\u2028',
  'a\r\nb',
  'https://[',
  '-1',
  '1e999',
)
const text = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.string())
const value = fc.oneof({ maxDepth: 2 }, text, fc.jsonValue(), fc.double(), fc.constant(null))
const item = fc.record(
  { pointer: value, detail: value, loc: fc.oneof(fc.array(value), value), msg: value, type: value, code: value },
  { requiredKeys: [] },
)
const details = fc.record(
  {
    type: value,
    title: value,
    status: value,
    detail: fc.oneof(value, fc.array(item)),
    instance: value,
    code: value,
    request_id: value,
    retry_after: value,
    errors: fc.oneof(fc.array(item), fc.dictionary(text, fc.oneof(fc.array(value), value)), value),
  },
  { requiredKeys: [] },
)
const json = fc.oneof(details, fc.dictionary(text, value), value).map((body) => JSON.stringify(body) ?? '')
const body = fc.oneof(
  json,
  json.map((whole) => JSON.stringify(whole)),
  fc.tuple(json, fc.nat(60)).map(([whole, cut]) => whole.slice(0, cut)),
  fc.constantFrom('{"a":', '[', '{').map((opening) => opening.repeat(3000)),
  text,
  fc.uint8Array({ maxLength: 200 }),
)
const names = [
  'retry-after',
  'retry-after-ms',
  'retry-after-x',
  'ratelimit',
  'ratelimit-policy',
  'x-ratelimit-reset',
  'x-ratelimit-remaining',
  'x-ratelimit-limit-a',
  'anthropic-ratelimit-a-reset',
  'www-authenticate',
  'date',
  'age',
  'location',
  'x-request-id',
  'traceparent',
  'x-should-retry',
]
const hint = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '1',
    '-1',
    '0.5',
    '99999999999999999999',
    'Thu, 01 Jan 2026 00:00:30 GMT',
    '"a";r=0;t=5',
    '1;w=9',
    'limit=1, remaining=0, reset=9',
    '6m0s',
  ),
  fc.constantFrom(
    'Bearer a="b\\"',
    'Basic x',
    ',,,',
    '"',
    '2026-01-01T00:00:00Z',
    '//evil',
    'javascript:x',
    'true',
    '00-',
  ),
)
const types = fc.constantFrom(
  'application/problem+json',
  'application/json; charset=utf-16',
  'text/html',
  '',
  'application/json;charset=x',
)
const headers = fc.dictionary(fc.constantFrom(...names), hint, { maxKeys: 5 })

function headersOf(given: Readonly<Record<string, string>>, type: string): Headers {
  const made = new Headers({ 'content-type': type })
  for (const [name, said] of Object.entries(given)) {
    try {
      made.set(name, said)
    } catch {
      // no header can be that
    }
  }
  return made
}

describe('whatever comes, it becomes a problem that can be trusted', () => {
  it('10,000 hostile answers', async () => {
    const property = fc.asyncProperty(
      body,
      headers,
      types,
      fc.integer({ min: 400, max: 599 }),
      async (sent, given, type, status) => {
        const response = new Response(sent as BodyInit, { status, headers: headersOf(given, type) })
        const problem = await readProblem(response, contract, { method: 'GET', url: 'https://a.example/x' })
        expect([problem?.kind, problem?.status, ...faultsOf(problem)]).toEqual(['http', status])
      },
    )
    await fc.assert(property, runs)
  }, 120_000)

  it('10,000 hostile thrown values', async () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true,
      withObjectString: true,
      maxDepth: 3,
    })
    const status = fc.oneof(fc.integer({ min: 0, max: 999 }), anything)
    const response = fc.record(
      {
        status,
        headers: fc.oneof(headers, anything),
        data: fc.oneof(details, body, anything),
        url: anything,
        clone: fc.constant(() => 1),
      },
      { requiredKeys: [] },
    )
    const error = fc.record(
      {
        name: fc.oneof(
          fc.constantFrom('AxiosError', 'HTTPError', 'FetchError', 'AbortError', 'TypeError', 'SyntaxError'),
          anything,
        ),
        message: fc.oneof(fc.constantFrom('Failed to fetch', 'Unexpected end of JSON input'), anything),
        isAxiosError: fc.boolean(),
        code: fc.oneof(fc.constantFrom('ERR_NETWORK', 'ERR_BAD_RESPONSE', 'ECONNABORTED'), anything),
        response: fc.oneof(response, anything),
        request: fc.oneof(fc.record({ method: anything, url: anything }), anything),
        config: fc.oneof(fc.record({ method: anything, url: fc.oneof(text, anything), baseURL: anything }), anything),
        data: fc.oneof(details, anything),
        cause: anything,
      },
      { requiredKeys: [] },
    )
    const thrown = fc.oneof(
      error,
      anything,
      error.map((members) => Object.assign(new Error('x'), members)),
    )
    const property = fc.asyncProperty(thrown, async (value) => {
      expect([...faultsOf(toProblem(value, contract)), ...faultsOf(await readThrown(value))]).toEqual([])
    })
    await fc.assert(property, runs)
  }, 120_000)
})
