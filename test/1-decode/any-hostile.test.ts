// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import { anyBackend, classValidatorName } from '../../src/contracts/any/index.ts'
import { bodyOf, readCorpus, responseOf } from './corpus.ts'
import { processorTime } from '../processor-time.ts'

const corpus = readCorpus()
const headers = { 'content-type': 'application/json' }
const json = fc.jsonValue({ maxDepth: 5 })

/** Every value of a specimen is replaced by another in turn: shapes that almost are one. */
function* mutations(node: unknown, by: unknown): Iterable<unknown> {
  yield by
  if (typeof node !== 'object' || node === null) return
  for (const [key, member] of Object.entries(node))
    for (const changed of mutations(member, by))
      yield Array.isArray(node) ? node.with(Number(key), changed) : { ...node, [key]: changed }
}

describe('no dialect throws, whatever the body', () => {
  const values = [null, true, -1, '', 'x', [], {}, [null], ['x'], { message: 'x' }]
  it.each(values.map((by) => [JSON.stringify(by), by] as const))('%s in any place of any specimen', (_, by) => {
    let readings = 0
    for (const { given } of corpus) {
      const http = { status: given.status, headers: new Headers(given.headers), received: bodyOf(given) }
      for (const body of mutations(given.json, by))
        for (const dialect of anyBackend.dialects) if (dialect(body, http) !== undefined) readings++
    }
    expect(readings).toBeGreaterThan(0)
  })

  it('bodies of all kinds, and specimens with members of all kinds', async () => {
    const shapes = corpus.map(({ given }) => given.json).filter((body) => typeof body === 'object' && body !== null)
    const merged = fc.tuple(fc.constantFrom(...shapes), fc.dictionary(fc.constantFrom(...names), json))
    const body = fc.oneof(
      json,
      merged.map(([shape, members]) => ({ ...shape, ...members })),
    )
    const property = fc.asyncProperty(
      body,
      fc.constantFrom(200, 207, 400, 401, 403, 422, 500),
      async (json, status) => {
        for (const dialect of anyBackend.dialects) dialect(json, { status, headers: new Headers(headers) })
        const problem = await readProblem(responseOf({ status, headers, json }), anyBackend)
        expect(status < 400 || problem?.status === status).toBe(true)
        expect(problem?.fields.length ?? 0).toBeLessThanOrEqual(256)
        expect(problem === null || problem.code.length > 0).toBe(true)
      },
    )
    await fc.assert(property, { numRuns: 400 })
  })
})

const names = ['error', 'errors', 'message', 'detail', 'code', 'statusCode', 'data', 'details', 'extensions', 'issues']

describe('reading is bounded', () => {
  const deep = (open: string, close: string) =>
    `{"statusCode":400,"message":${open.repeat(9000)}"x"${close.repeat(9000)}}`
  it.each([
    ['names that are no step', deep('{"":', '}')],
    ['names', deep('{"a":', '}')],
    ['lists', deep('[', ']')],
    ['children', deep('[{"children":', '}]')],
  ])('a tree 9000 deep, of %s', async (_, text) => {
    const problem = await readProblem(responseOf({ status: 400, headers, text }), anyBackend)
    expect(problem).toMatchObject({ code: 'HTTP_400', status: 400 })
    expect(problem?.fields.every(({ path }) => path.length <= 32)).toBe(true)
  })

  it.each([
    ['fields of a dictionary', { message: 'x', errors: Object.fromEntries(numbered((name) => [name, ['odd']])) }],
    ['fields of a list', { errors: numbered((name) => ({ field: name, message: 'odd' })) }],
    ['sentences', { statusCode: 400, message: numbered((name) => `${name} is odd`) }],
    ['branches', Object.fromEntries(numbered((name) => [name, ['odd']]))],
  ])('100 of 5000 %s', async (_, json) => {
    expect((await readProblem(responseOf({ status: 400, headers, json }), anyBackend))?.fields).toHaveLength(100)
  })

  it('the longest sentence is looked at in no time', () => {
    const begun = processorTime()
    for (const part of ['a.', 'property ', 'each value in ', "a's b ", 'All ', '$'])
      classValidatorName(part.repeat(100_000))
    expect(processorTime() - begun).toBeLessThan(500)
  })
})

function numbered<T>(make: (name: string) => T): T[] {
  return Array.from({ length: 5000 }, (_, index) => make(`f${index}`))
}
