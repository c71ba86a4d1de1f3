// @vitest-environment node
import { describe, expect, expectTypeOf, it } from 'vitest'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import { classify } from '../../src/2-classify/classify.ts'
import { decideRetry } from '../../src/3-decide/decide-retry.ts'
import { resq, type ResqAction, type ResqCode } from '../../src/contracts/resq/index.ts'
import type { ActionOf, CodeOf } from '../../src/problem/contract.ts'
import type { Problem } from '../../src/problem/problem.ts'
import { describeAgreement, said } from './agreement.ts'
import { describeDocuments } from './documents.ts'
import type { Facts } from './fact.ts'
import json from './resq.facts.json' with { type: 'json' }
import { problemOf } from './wire.ts'

const facts = json as unknown as Facts
describeDocuments('resq', facts)
describeAgreement(resq, facts)

const statuses = Object.keys(resq.catalogue).map((code) => Number(code.slice('HTTP_'.length)))

async function read(status: number, body: unknown, headers = {}): Promise<Problem> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const problem = await readProblem(new Response(text, { status, headers }), resq, { method: 'GET', url: '/missions' })
  if (problem === null) throw new Error('This answer was taken for a success.')
  return problem
}

function decide(problem: Problem, attempt = 1, random = 0) {
  return decideRetry(problem, classify(problem, resq), { attempt, refreshed: true, random: () => random })
}

// What flows from a problem, words and marks left out.
function flowOf(problem: Problem) {
  const { code, status, kind, retryAfter, rateLimit, likeStatus, shouldRetry } = problem
  return {
    code,
    status,
    kind,
    retryAfter,
    rateLimit,
    likeStatus,
    shouldRetry,
    remedy: classify(problem, resq),
    next: decide(problem),
  }
}

describe('the resq contract', () => {
  it('has unions that are those of its catalogue', () => {
    expectTypeOf<CodeOf<typeof resq>>().toEqualTypeOf<ResqCode>()
    expectTypeOf<ActionOf<typeof resq>>().toEqualTypeOf<ResqAction>()
  })

  it('takes no success for a problem', async () => {
    const successes = facts.facts.filter(({ answer }) => answer !== undefined && answer.status < 300)
    expect(successes.map(({ answer }) => answer?.status)).toEqual([200, 201, 202, 204])
    for (const { answer } of successes) expect(answer && (await problemOf(resq, answer))).toBeNull()
  })

  it.each(statuses)('changes nothing but the words when members are renamed or missing: %s', async (status) => {
    const usual = flowOf(
      await read(status, { error: 'No.', message: 'No.', details: [{ path: 'a', rule: 'required' }] }),
    )
    const bodies = [
      {},
      { err: 'No.' },
      { reason: 'No.', errors: [{ field: 'a', code: 'required' }] },
      { error: { code: 'OTHER', message: 'No.', retryAfter: 9 } },
      { code: 'HTTP_500', status: 500, statusCode: 429, retry_after: 60, retryAfter: 60, error: 'x' },
      { type: 'about:blank', success: false, likeStatus: 429 },
      ['No.'],
      '',
      'No.',
      '<h1>No.</h1>',
      '{"error":',
    ]
    for (const body of bodies) expect(flowOf(await read(status, body)), JSON.stringify(body)).toEqual(usual)
  })

  it('says what the server says, whatever the member is called, and its own words where it says nothing', async () => {
    for (const body of [
      { error: 'Insufficient scope: x' },
      { message: 'Insufficient scope: x' },
      'Insufficient scope: x',
    ])
      expect((await read(403, body)).detail).toBe('Insufficient scope: x')
    const silent = await read(403, {})
    expect([silent.title, silent.detail]).toEqual([undefined, undefined])
    expect(await said(resq, silent, 'en')).toContain('You don’t have access to this')
  })

  it('speaks of the authorized human for that one scope, and for a refusal only', async () => {
    const scopes = ['missions.approve', 'missions.approved', 'submissions.approve', 'missions.read']
    const variants = scopes.map(async (scope) => (await read(403, { error: `Insufficient scope: ${scope}` })).variant)
    expect(await Promise.all(variants)).toEqual(['approval', undefined, undefined, undefined])
    expect((await read(409, { error: 'missions.approve' })).variant).toBeUndefined()
  })

  it('never sends a 4xx again by itself but 408 and 429', async () => {
    const all = [400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 421, 422, 423, 425, 429]
    const again: number[] = []
    for (const status of all) {
      const problem = await read(status, {}, { 'retry-after': '1' })
      const decision = decideRetry(problem, classify(problem, resq), { attempt: 1, refreshed: true, idempotent: true })
      if (decision.do === 'retry') again.push(status)
    }
    expect(again).toEqual([408, 429])
  })

  it('waits twice as long each time, up to as much again at random, and about 30 s at most', async () => {
    const problem = await read(500, {})
    for (const [index, floor] of [250, 500, 1000, 2000].entries()) {
      expect(decide(problem, index + 1, 0)).toEqual({ do: 'retry', delay: floor })
      expect(decide(problem, index + 1, 1)).toEqual({ do: 'retry', delay: 2 * floor })
    }
    expect(decide(problem, 5)).toEqual({ do: 'hand-over', because: 'attempts' })
    expect(classify(problem, resq).rule.max).toBe(30_000)
    expect(decide(await read(501, {})).do).toBe('hand-over')
  })

  it('counts a 503 toward no gate, and every other gateway trouble as usual', async () => {
    expect(classify(await read(503, {}), resq).gate).toBe(false)
    expect(classify(await read(502, {}), resq).gate).toBeUndefined()
  })

  it('offers to file what the reference does not explain, and nothing that it does', async () => {
    const offersIt = async (status: number) => classify(await read(status, {}), resq).offer.includes('fileReport')
    expect(await Promise.all([418, 451, 500, 502, 507].map(offersIt))).toEqual([true, true, true, true, true])
    const explained = statuses.filter((status) => status !== 500)
    expect(await Promise.all(explained.map(offersIt))).toEqual(explained.map(() => false))
  })
})
