import { describe, expect, it, vi } from 'vitest'
import { readProblem, takeProblem } from '../../src/1-decode/read-problem.ts'
import { readThrown } from '../../src/1-decode/read-thrown.ts'
import { toProblem } from '../../src/1-decode/to-problem.ts'
import type { Contract } from '../../src/problem/contract.ts'
import { answer, contract } from './read.ts'

const json = 'application/json'
const unkind: Contract = {
  ...contract,
  successDialects: [
    (body) =>
      typeof body === 'object' && body !== null && 'success' in body && body.success === false
        ? { code: 'OUT_OF_CREDIT' }
        : undefined,
  ],
}

describe('a success carries a problem only where the contract says so', () => {
  it.each<[string, unknown, number, Contract | undefined]>([
    ['no contract', { code: 'WAITING' }, 202, undefined],
    ['a code that comes with another status', { code: 'OUT_OF_CREDIT' }, 202, contract],
    ['a status that this code does not have', { code: 'WAITING' }, 201, contract],
    ['a code nobody listed', { code: 'NEW' }, 202, contract],
    ['no code', { title: 'Fine' }, 202, contract],
    ['no JSON', '<html>', 202, contract],
    ['nothing', '', 202, contract],
    ['a success of the other kind', { success: true }, 200, unkind],
    ['a redirect that was not followed', null, 304, unkind],
  ])('%s: no problem', async (_, body, status, by) => {
    expect(await readProblem(answer(body, { status, type: json }), by)).toBeNull()
  })

  it('a listed code with its status', async () => {
    const response = answer(
      { code: 'WAITING', run: 7 },
      { status: 202, type: json, headers: { location: '/runs/7', 'retry-after': '3' } },
    )
    const problem = await readProblem(response, contract, { method: 'POST', url: 'https://a.example/runs?x=1' })
    expect(problem).toMatchObject({
      kind: 'http',
      code: 'WAITING',
      status: 202,
      retryAfter: 3000,
      location: 'https://a.example/runs/7',
    })
    expect(problem?.data).toEqual({ run: 7 })
    expect(await readProblem(answer({ code: 'ODD' }, { status: 201, type: json }), contract)).toMatchObject({
      code: 'ODD',
      status: 201,
    })
  })

  it('what a success dialect answers to', async () => {
    const problem = await readProblem(answer({ success: false }, { status: 200, type: json }), unkind)
    expect(problem).toMatchObject({ kind: 'http', code: 'OUT_OF_CREDIT', status: 200 })
  })

  it('the body of a success is never taken from the caller', async () => {
    for (const read of [readProblem, takeProblem]) {
      const other = answer({ fine: 1 }, { status: 202, type: json })
      expect(await read(other, contract)).toBeNull()
      expect(await other.json()).toEqual({ fine: 1 })
    }
  })

  it.each<[string, number, Record<string, string>]>([
    [json, 200, {}],
    ['text/event-stream', 202, {}],
    ['application/x-ndjson', 202, {}],
    ['application/json-seq', 202, {}],
    ['application/octet-stream', 202, {}],
    [json, 202, { 'content-length': '9999999' }],
  ])('%s with %i %j is not even touched', async (type, status, headers) => {
    const response = answer({ code: 'WAITING' }, { status, type, headers })
    const clone = vi.spyOn(response, 'clone')
    expect(await readProblem(response, contract)).toBeNull()
    expect([clone.mock.calls, response.bodyUsed]).toEqual([[], false])
  })

  it.each([
    ['javascript:alert(1)', undefined],
    ['//other.example/x', 'https://other.example/x'],
    ['runs/8', 'https://a.example/runs/8'],
    ['https://[', undefined],
  ])('the place %s of its outcome is resolved', async (location, resolved) => {
    const response = answer({ code: 'WAITING' }, { status: 202, type: json, headers: { location } })
    expect((await readProblem(response, contract, { method: 'POST', url: 'https://a.example/runs' }))?.location).toBe(
      resolved,
    )
  })

  it('an opaque response was asked for; the one of an error is a network failure', async () => {
    const opaque = { status: 0, type: 'opaque', headers: new Headers(), clone: () => opaque }
    expect(await readProblem(opaque as unknown as Response)).toBeNull()
    const failed = { kind: 'network', code: 'NETWORK', contract: 'shop' }
    expect(await readProblem(Response.error(), contract)).toMatchObject(failed)
    // Thrown, both say that nothing is to be had.
    expect(toProblem(Response.error(), contract)).toMatchObject(failed)
    expect(await readThrown(opaque, contract)).toMatchObject(failed)
  })
})

describe('the request', () => {
  it('is the one that was asked for', async () => {
    const problem = await readProblem(answer({}, { url: 'https://b.example/final' }), contract, {
      method: 'post',
      url: '/start?token=x',
    })
    expect(problem?.request).toEqual({ method: 'POST', url: '/start?token=x' })
    expect(problem?.message).not.toContain('token')
  })

  it('has no method that nobody told: a guess might be sent again', async () => {
    expect((await readProblem(answer({}, { url: 'https://b.example/final' })))?.request).toEqual({
      method: '',
      url: 'https://b.example/final',
    })
    expect((await readProblem(answer({})))?.request).toBeUndefined()
  })

  it.each<[Record<string, string>, string | undefined]>([
    [{ 'x-request-id': 'a', 'cf-ray': 'b' }, 'a'],
    [{ 'request-id': 'a' }, 'a'],
    [{ 'x-correlation-id': 'a' }, 'a'],
    [{ 'x-amzn-requestid': 'a' }, 'a'],
    [{ 'cf-ray': '8f-FRA' }, '8f-FRA'],
    [{ traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }, '4bf92f3577b34da6a3ce929d0e0e4736'],
    [{ traceparent: 'odd' }, undefined],
    [{ 'x-request-id': 'x'.repeat(5000) }, `${'x'.repeat(199)}…`],
  ])('has the id of %j', async (headers, id) => {
    expect((await readProblem(answer({}, { headers })))?.requestId).toBe(id)
  })
})
