// @vitest-environment node
import { describe, expect, expectTypeOf, it } from 'vitest'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import { classify } from '../../src/2-classify/classify.ts'
import { matches } from '../../src/2-classify/match.ts'
import { decideRetry } from '../../src/3-decide/decide-retry.ts'
import { qoder, type QoderAction, type QoderCode } from '../../src/contracts/qoder/index.ts'
import type { ActionOf, CodeOf } from '../../src/problem/contract.ts'
import type { Problem } from '../../src/problem/problem.ts'
import { createReport } from '../../src/problem/report.ts'
import { describeAgreement, said } from './agreement.ts'
import { describeDocuments } from './documents.ts'
import type { Facts } from './fact.ts'
import json from './qoder.facts.json' with { type: 'json' }
import { problemOf } from './wire.ts'

const facts = json as unknown as Facts
describeDocuments('qoder', facts)
describeAgreement(qoder, facts)

function answer(error: object, status: number, headers = {}): Promise<Problem> {
  return read({ type: 'error', error }, status, headers)
}

async function read(body: unknown, status: number, headers = {}): Promise<Problem> {
  const problem = await readProblem(Response.json(body, { status, headers }), qoder, { method: 'GET', url: '/agents' })
  if (problem === null) throw new Error('This answer was taken for a success.')
  return problem
}

function decide(problem: Problem, options: { attempt?: number; spent?: number; idempotent?: true; random?: number }) {
  const { attempt = 1, random = 0, ...rest } = options
  return decideRetry(problem, classify(problem, qoder), { attempt, random: () => random, ...rest })
}

describe('the qoder contract', () => {
  it('has unions that are those of its catalogue', () => {
    expectTypeOf<CodeOf<typeof qoder>>().toEqualTypeOf<QoderCode>()
    expectTypeOf<ActionOf<typeof qoder>>().toEqualTypeOf<QoderAction>()
  })

  it.each([
    ['https://api.qoder.com/api/v1/cloud/agents', true],
    ['https://api.qoder.com/api/v1/cloud', true],
    ['https://api.qoder.com/api/v1/clouds', false],
    ['https://api.qoder.com/api/v2/cloud/agents', false],
    ['https://api.qoder.com.evil.example/api/v1/cloud/agents', false],
    ['/api/v1/cloud/agents', false],
  ])('matches the URLs of the API, and no others: %s', (url, own) => {
    expect(matches(qoder, url, 'https://app.example')).toBe(own)
  })

  it.each([400, 401, 404, 418, 500, 503])('goes by the error type, whatever the status is: %s', async (status) => {
    const problem = await answer({ type: 'permission_error', message: 'No.' }, status)
    expect(problem).toMatchObject({ code: 'permission_error', type: 'permission_error', status })
    expect(classify(problem, qoder).why).toMatchObject({ rung: 'code', key: 'permission_error' })
    expect(decide(problem, {}).do).toBe('hand-over')
  })

  it('reads an envelope that leaves its own type out', async () => {
    const problem = await read({ error: { type: 'not_found_error', message: 'Gone.' } }, 404)
    expect(problem).toMatchObject({ code: 'not_found_error', detail: 'Gone.' })
  })

  it.each([
    ['none', { type: 'error', error: { message: 'No.' } }],
    ['a number', { type: 'error', error: { type: 7, message: 'No.' } }],
    ['an empty one', { type: 'error', error: { type: '', message: 'No.' } }],
    ['no error', { type: 'error' }],
    ['a list', [{ type: 'error' }]],
    ['a text', 'authentication_error'],
  ])('leaves an envelope without an error type to the ladder: %s', async (_, body) => {
    const refused = await read(body, 401)
    expect(refused.code).toBe('HTTP_401')
    expect(classify(refused, qoder)).toMatchObject({ offer: ['updateToken'], why: { rung: 'status' } })
    expect(classify(await read(body, 502), qoder)).toMatchObject({ offer: ['retry'], why: { rung: 'class' } })
  })

  it.each(['toString', '__proto__', 'constructor', 'rate_limit_error'])(
    'takes a type it does not know for nothing it knows: %s',
    async (type) => {
      const problem = await answer({ type, message: 'No.' }, 429)
      expect(problem.code).toBe(type)
      expect(classify(problem, qoder).why).toMatchObject({ rung: 'class', key: '4xx' })
    },
  )

  it('keeps the message for the report', async () => {
    const problem = await answer({ type: 'api_error', message: 'db-7 timed out' }, 500)
    const { said: words, responseBody } = createReport(problem)
    expect(words.detail).toBe('db-7 timed out')
    expect(responseBody).toEqual({ type: 'error', error: { type: 'api_error', message: 'db-7 timed out' } })
  })

  it('reads a param that is no text as absent', async () => {
    const problem = await answer({ type: 'invalid_request_error', message: 'No.', param: { name: 1 } }, 400)
    expect(problem.fields).toEqual([])
  })

  it('ends no session, and moves none', () => {
    for (const entry of Object.values(qoder.catalogue)) expect(entry.session).toBeUndefined()
  })

  it('never sends a 4xx again by itself, whatever is in it', async () => {
    const waits = [{}, { 'retry-after': '1' }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }]
    for (const status of [400, 401, 403, 404, 408, 409, 413, 421, 423, 425, 429, 499])
      for (const headers of waits)
        for (const error of [{ message: 'No.' }, { type: 'conflict_error' }, { type: 'new_error' }])
          expect(decide(await answer(error, status, headers), { idempotent: true }).do, `${status}`).toBe('hand-over')
  })

  it('sends every 5xx but 501 again, three times at most', async () => {
    for (const status of [500, 502, 503, 504, 529]) {
      const problem = await answer({ type: 'api_error', message: 'Down.' }, status)
      expect([1, 2, 3].map((attempt) => decide(problem, { attempt }))).toEqual(
        [1000, 2000, 4000].map((delay) => ({ do: 'retry', delay })),
      )
      expect(decide(problem, { attempt: 4 })).toEqual({ do: 'hand-over', because: 'attempts' })
    }
    const missing = await answer({ type: 'feature_not_available' }, 501)
    expect(decide(missing, {})).toEqual({ do: 'hand-over', because: 'not-retryable' })
    expect(decide(await answer({}, 501), {})).toEqual({ do: 'hand-over', because: 'not-retryable' })
  })

  it('finds the time for all three within the usual patience, however the dice fall', async () => {
    const problem = await answer({ type: 'api_error', message: 'Down.' }, 500)
    let spent = 0
    for (const attempt of [1, 2, 3]) {
      const decision = decide(problem, { attempt, spent, random: 1 })
      expect(decision.do).toBe('retry')
      spent += decision.do === 'retry' ? decision.delay : 0
    }
    expect(spent).toBeGreaterThan(7000)
  })

  it('hands both names of a feature to the action, and says nothing of names that did not come', async () => {
    const named = { feature: 'agent_memory', available_from: 'memory-2026-01' }
    expect((await answer({ type: 'feature_not_available', ...named }, 501)).data).toEqual(named)
    for (const half of [{}, { feature: 'x' }, { available_from: 'y' }, { feature: 1, available_from: [] }]) {
      const problem = await answer({ type: 'feature_not_available', message: 'outdated', ...half }, 501)
      expect(problem.variant).toBe('unnamed')
      for (const tag of ['en', 'zh-CN', 'zh-TW']) expect(await said(qoder, problem, tag)).not.toMatch(/“”|「」|\{\{/)
    }
  })

  it('fits its words for a conflict to all causes where the body does not tell which', async () => {
    const problem = await answer({ type: 'conflict_error', message: 'Conflict.' }, 409)
    expect(problem.variant).toBeUndefined()
    for (const [tag, causes] of [
      ['en', [/sent before/, /session/, /name/, /send it again/]],
      ['zh-CN', [/提交过/, /会话/, /名称/, /重新提交/]],
      ['zh-TW', [/送出過/, /工作階段/, /名稱/, /重新送出/]],
    ] as const)
      for (const cause of causes) expect(await said(qoder, problem, tag)).toMatch(cause)
  })

  it('is read by client.fetch where the app has moved it', async () => {
    const body = { type: 'error', error: { type: 'api_error', message: 'Down.' }, request_id: 'req_7' }
    expect(await problemOf(qoder, { status: 500, body })).toMatchObject({ contract: 'qoder', requestId: 'req_7' })
  })
})
