// @vitest-environment node
import { describe, expect, expectTypeOf, it } from 'vitest'
import { classify } from '../../src/2-classify/classify.ts'
import { decideRetry } from '../../src/3-decide/decide-retry.ts'
import {
  creatoria,
  creatoriaWith,
  type CreatoriaAction,
  type CreatoriaCode,
} from '../../src/contracts/creatoria/index.ts'
import type { ActionOf, CodeOf } from '../../src/problem/contract.ts'
import { Problem } from '../../src/problem/problem.ts'
import { createReport } from '../../src/problem/report.ts'
import { describeAgreement } from './agreement.ts'
import { nest, read } from './creatoria.answers.ts'
import json from './creatoria.facts.json' with { type: 'json' }
import { describeDocuments } from './documents.ts'
import type { Facts } from './fact.ts'
import { problemOf } from './wire.ts'

const facts = json as unknown as Facts
describeDocuments('creatoria', facts)
describeAgreement(creatoria, facts)

const decide = (problem: Problem, attempt = 1) =>
  decideRetry(problem, classify(problem, creatoria), { attempt, idempotent: true, random: () => 0 })

describe('the creatoria contract', () => {
  it('has unions that are those of its catalogue', () => {
    expectTypeOf<CodeOf<typeof creatoria>>().toEqualTypeOf<CreatoriaCode>()
    expectTypeOf<ActionOf<typeof creatoria>>().toEqualTypeOf<CreatoriaAction>()
  })

  it('takes no success for a problem', async () => {
    const successes = facts.facts.filter(({ answer }) => answer !== undefined && answer.status < 300 && !answer.frame)
    expect(successes.map(({ answer }) => answer?.status)).toEqual([200, 201, 202, 204])
    for (const { answer } of successes) expect(answer && (await problemOf(creatoria, answer))).toBeNull()
  })

  it.each([
    [400, 'Project context is required to update an agent.', 'PROJECT_CONTEXT_REQUIRED'],
    [400, 'A project context is required', 'HTTP_400'],
    [403, 'Project context is required', 'HTTP_403'],
    [400, ['Project context is required'], 'HTTP_400'],
  ])('goes by the status but for what begins in one way: %s %j', async (status, message, code) => {
    expect((await read(status, nest(status, message))).code).toBe(code)
  })

  it('goes by the status whatever else a body calls itself', async () => {
    for (const error of [
      { code: 'OTHER' },
      { code: 'HTTP_403' },
      { code: 'PROJECT_CONTEXT_REQUIRED' },
      'RATE_LIMIT_EXCEEDED',
    ])
      expect((await read(404, { error })).code).toBe('HTTP_404')
    for (const body of ['', '<h1>Bad Gateway</h1>', '{"half":', [], 'null'])
      expect((await read(502, body)).code).toBe('HTTP_502')
  })

  it('reads messages that are grouped by path', async () => {
    const { fields } = await read(400, nest(400, { name: ['must be a string'], 'model.id': ['is required'] }))
    expect(fields).toEqual([
      { path: ['name'], message: 'must be a string' },
      { path: ['model', 'id'], message: 'is required' },
    ])
  })

  it('reads fields and rules out of sentences where the app asks for it', async () => {
    const sentences = [
      'name must be a string',
      'model is required',
      'tools.0.name should not be empty',
      'name must be longer than or equal to 3 characters',
      'each value in tags must be shorter than or equal to 9 characters',
      'Something else is the matter',
    ]
    const own = creatoriaWith({ fieldNames: true })
    expect((await read(400, nest(400, sentences), own)).fields).toEqual([
      { path: ['name'], rule: 'type', message: sentences[0] },
      { path: ['model'], rule: 'required', message: sentences[1] },
      { path: ['tools', '0', 'name'], rule: 'required', message: sentences[2] },
      { path: ['name'], rule: 'minLength', message: sentences[3] },
      { path: ['tags'], rule: 'maxLength', message: sentences[4] },
      { path: [], message: sentences[5] },
    ])
    expect((await read(400, nest(400, sentences))).fields.every(({ path }) => path.length === 0)).toBe(true)
  })

  it('moves no session', () => {
    for (const entry of Object.values(creatoria.catalogue)) expect(entry.session).toBeUndefined()
  })

  it('never sends a 4xx but 429 again by itself, an idempotency key and a used-up limit or not', async () => {
    for (const status of [400, 401, 403, 404, 408, 409, 413, 421, 422, 425])
      for (const headers of [{}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }])
        expect(decide(await read(status, nest(status, 'No.'), creatoria, headers)).do, `${status}`).toBe('hand-over')
  })

  it('sends again what the network lost, and 5xx it does not list', async () => {
    const lost = new Problem({ kind: 'network', code: 'NETWORK', contract: 'creatoria' })
    for (const problem of [lost, await read(500, {}), await read(502, {}), await read(503, {})]) {
      expect([decide(problem, 1), decide(problem, 2)]).toEqual([
        { do: 'retry', delay: 1000 },
        { do: 'retry', delay: 2000 },
      ])
      expect(decide(problem, 3)).toEqual({ do: 'hand-over', because: 'attempts' })
    }
    expect(decide(await read(501, {})).do).toBe('hand-over')
  })

  it('reports what the document asks to be logged', async () => {
    const headers = { 'x-request-id': 'req_7' }
    const problem = await problemOf(creatoria, { status: 404, headers, body: nest(404, 'Gone.') }, { method: 'DELETE' })
    expect(problem && createReport(problem)).toMatchObject({
      method: 'DELETE',
      url: expect.stringMatching(/\/v1\/agents$/),
      status: 404,
      responseBody: nest(404, 'Gone.'),
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      requestId: 'req_7',
    })
  })
})
