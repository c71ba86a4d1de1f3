import { describe, expect, it } from 'vitest'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import { classify } from '../../src/2-classify/classify.ts'
import { contractFor } from '../../src/2-classify/contract-for.ts'
import { extendContract } from '../../src/2-classify/extend-contract.ts'
import { decideRetry } from '../../src/3-decide/decide-retry.ts'
import { anyBackend } from '../../src/contracts/any/index.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { ResolvedRemedy } from '../../src/problem/remedy.ts'
import { readCorpus, responseOf, type Given } from '../1-decode/corpus.ts'

const corpus = new Map(readCorpus().map((specimen) => [specimen.name, specimen]))
const json = { 'content-type': 'application/json' }

describe('an authentication challenge decides what happens to the session', () => {
  it.each<[string, Partial<Given>, Partial<ResolvedRemedy>]>([
    ['Bearer', { headers: { 'www-authenticate': 'Bearer' } }, { session: 'refresh', offer: ['login'] }],
    [
      'an expired token',
      { headers: { 'www-authenticate': 'Bearer realm="example", error="invalid_token"' } },
      { session: 'refresh', offer: ['login'] },
    ],
    [
      'a scope that is missing',
      { status: 403, headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="a b"' } },
      { session: undefined, offer: [] },
    ],
    [
      'a stronger sign-in',
      { headers: { 'www-authenticate': 'Bearer error="insufficient_user_authentication", acr_values="myACR"' } },
      { session: 'step-up' },
    ],
    [
      'a stronger sign-in, whatever the body says',
      {
        headers: { ...json, 'www-authenticate': 'Bearer error="insufficient_user_authentication", max_age="5"' },
        json: { statusCode: 401, message: 'Unauthorized' },
      },
      { session: 'step-up' },
    ],
    ['no challenge', { headers: json, json: { message: 'Unauthorized', statusCode: 401 } }, { session: 'refresh' }],
    [
      'a request that cannot be understood',
      { status: 400, headers: { 'www-authenticate': 'Bearer error="invalid_request"' } },
      { session: undefined },
    ],
    [
      'no challenge, no status, but GraphQL',
      { status: 200, headers: json, json: { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] } },
      { session: 'refresh', offer: ['login'] },
    ],
  ])('%s', async (_, given, remedy) => {
    const problem = await problemIn({
      status: 401,
      headers: {},
      text: given.json === undefined ? '' : undefined,
      ...given,
    })
    expect(classify(problem, anyBackend)).toMatchObject(remedy)
  })

  it('a refresh happens once, and a step-up is no reason for one', async () => {
    const expired = await specimen('challenge-expired')
    expect(decide(expired, 1)).toEqual({ do: 'refresh' })
    expect(decide(expired, 2)).toMatchObject({ do: 'hand-over' })
    expect(decide(await specimen('step-up'), 1)).toMatchObject({ do: 'hand-over' })
  })
})

describe('the status that a failure is like decides where its own misleads', () => {
  it.each([
    ['github-rate-limit', '429'],
    ['fastify-ban', '429'],
    ['github-forbidden', '403'],
    ['google-legacy-rate-limit', '429'],
    ['stripe-rate-limit', '429'],
    ['aws-throttling', '429'],
    ['aws-expired', '401'],
    ['postgrest-single', '404'],
    ['postgrest-unique', '409'],
    ['postgrest-jwt', '401'],
    ['graphql-partial', '500'],
    ['graphql-throttled', '429'],
    ['graphql-status-in-extensions', '409'],
    ['trpc-batch', '404'],
    ['nest-list', '400'],
    ['nothing', '503'],
  ])('%s is handled as %s', async (name, key) => {
    const stated = Object.fromEntries([400, 401, 403, 404, 406, 409, 429, 500, 503].map((status) => [status, {}]))
    const remedy = classify(await specimen(name), anyBackend, { app: { fallbacks: stated } })
    expect(remedy.why.key).toBe(key)
  })

  it('a rate limit that was told with 403 is waited for and not taken for a lack of rights', async () => {
    const problem = await specimen('fastify-ban')
    expect(problem.status).toBe(403)
    expect(decide(problem, 1)).toMatchObject({ do: 'hand-over', because: 'too-long' })
    expect(decide(problem, 1, 60_000)).toEqual({ do: 'retry', delay: 60_000 })
    const short = new Problem({ ...problem, retryAfter: 1000 })
    expect(decide(short, 1)).toMatchObject({ do: 'retry' })
    expect(decide(await specimen('github-forbidden'), 1)).toMatchObject({ because: 'not-retryable' })
  })

  it('field problems are shown at the fields, also those that came with 200', async () => {
    for (const name of [
      'nest-grouped',
      'laravel',
      'fastapi-validation',
      'django-rest',
      'aspnet-validation',
      'graphql-nest',
    ])
      expect([name, classify(await specimen(name), anyBackend).show]).toEqual([name, 'fields'])
  })

  it('what a body claims beyond a failure is not believed', async () => {
    for (const httpStatus of [200, 399, 600, 401.5, Number.MAX_SAFE_INTEGER]) {
      const given = {
        status: 207,
        headers: json,
        json: [{ error: { message: 'x', code: -1, data: { code: 'X', httpStatus } } }],
      }
      expect((await problemIn(given)).likeStatus).toBeUndefined()
    }
  })
})

describe('codes and fields with the names of every object are codes and fields', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s', async (name) => {
    for (const json of [
      { code: name, message: 'x' },
      { error: { type: 'a', code: name, message: 'x', param: null } },
    ]) {
      const problem = await problemIn({ status: 418, headers: {}, json })
      expect([problem.code, classify(problem, anyBackend).why]).toEqual([
        name,
        { rung: 'class', layer: 'kit', key: '4xx' },
      ])
    }
    const nested = await problemIn({ status: 400, headers: {}, text: `{"${name}":{"polluted":["x"]}}` })
    expect(nested.fields).toEqual([{ path: [name, 'polluted'], message: 'x' }])
    const listed = await problemIn({
      status: 422,
      headers: {},
      text: `{"message":"x","errors":{"${name}.polluted":["x"]}}`,
    })
    expect(listed.fields).toEqual([{ path: [name, 'polluted'], message: 'x' }])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('a prototype in a body changes nothing', async () => {
    const problem = await problemIn({
      status: 500,
      headers: {},
      text: '{"message":"x","__proto__":{"retryable":true}}',
    })
    expect(Object.assign({}, problem.data)).not.toHaveProperty('retryable')
  })
})

describe('the contract', () => {
  it('takes what no other contract claims', () => {
    const shop = extendContract(divination, { match: 'https://shop.example/' })
    expect(contractFor([shop, anyBackend], 'https://shop.example/a')?.name).toBe('divination')
    expect(contractFor([shop, anyBackend], 'https://other.example/a')?.name).toBe('any')
  })

  it('gets codes of the app’s own by extension', async () => {
    const own = extendContract(anyBackend, { add: { card_declined: { show: 'dialog', offer: ['dismiss'] } } })
    const problem = await readProblem(responseOf(corpus.get('stripe-declined')?.given ?? never()), own)
    expect(classify(problem ?? never(), own)).toMatchObject({
      show: 'dialog',
      why: { rung: 'code', layer: 'contract' },
    })
  })

  it('has generic words for everything: no text of a server reaches the screen', async () => {
    for (const { name } of corpus.values()) {
      const remedy = classify(await specimen(name), anyBackend)
      expect([name, remedy.text]).toEqual([name, 'catalogue'])
    }
  })
})

async function specimen(name: string): Promise<Problem> {
  return problemIn(corpus.get(name)?.given ?? never())
}

async function problemIn(given: Omit<Given, 'text'> & { readonly text?: string | undefined }): Promise<Problem> {
  const asked = { method: 'GET', url: 'https://api.example/x' }
  return (await readProblem(responseOf(given as Given), anyBackend, asked)) ?? never()
}

function decide(problem: Problem, attempt: number, patience?: number): ReturnType<typeof decideRetry> {
  return decideRetry(problem, classify(problem, anyBackend), { attempt, patience, random: () => 0 })
}

function never(): never {
  throw new Error('There is no such specimen, or it was taken for a success.')
}
