import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { classify } from '../../src/2-classify/classify.ts'
import { checkContract } from '../../src/2-classify/check-contract.ts'
import { defineContract } from '../../src/2-classify/define-contract.ts'
import { decideRetry } from '../../src/3-decide/decide-retry.ts'
import { catalogue } from '../../src/contracts/divination/catalogue.ts'
import { divination, type DivinationAction, type DivinationCode } from '../../src/contracts/divination/index.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { CodeOf } from '../../src/problem/contract.ts'
import { languages } from '../helpers/languages.ts'
import { facts, type Fact } from './divination.facts.ts'

const document = join(import.meta.dirname, '../../../shared/reference/api-docs/004_519d418e47f44342.txt')

function remedyOf({ code, status }: Pick<Fact, 'code' | 'status'>, method = 'POST') {
  const problem = new Problem({ kind: 'http', code, status, contract: 'divination', request: { method, url: '/api' } })
  const remedy = classify(problem, divination)
  return { problem, remedy, decision: decideRetry(problem, remedy, { attempt: 1, random: () => 0 }) }
}

describe('the divination contract and the facts of its document agree', () => {
  it('on 52 codes, both ways', () => {
    expect(facts).toHaveLength(52)
    expect(Object.keys(divination.catalogue).toSorted()).toEqual(facts.map(({ code }) => code).toSorted())
  })

  it.each(facts)('on $code: it $does', (fact) => {
    const { remedy } = remedyOf(fact)
    expect(divination.catalogue[fact.code as DivinationCode].status).toBe(fact.status)
    expect(remedy.why).toEqual({ rung: 'code', layer: 'contract', key: fact.code })
    expect({
      surface: remedy.show,
      offers: remedy.offer,
      runs: remedy.run,
      session: remedy.session ?? null,
      field: remedy.field ?? null,
    }).toEqual({
      surface: fact.surface,
      offers: fact.offers,
      runs: fact.runs,
      session: fact.session,
      field: fact.field,
    })
  })

  it.each(facts)('on what $code does by itself: $again', (fact) => {
    const { remedy } = remedyOf(fact)
    const again = {
      'by the rules': { retry: undefined, stream: undefined },
      never: { retry: false, stream: undefined },
      'once, from the start': { retry: { retries: 1, first: 0 }, stream: 'from-start' },
      'once, with room made': { retry: { retries: 1, first: 500 }, stream: 'make-room' },
    }[fact.again]
    expect({ retry: remedy.retry, stream: remedy.stream }).toEqual(again)
  })

  it('on the types: the unions are those of the catalogue', () => {
    expectTypeOf<CodeOf<typeof divination>>().toEqualTypeOf<DivinationCode>()
    expectTypeOf<keyof typeof catalogue>().toEqualTypeOf<DivinationCode>()
  })

  it('on the actions: the union names all that are used, and no other', () => {
    const actions: Record<DivinationAction, true> = {
      recharge: true,
      refreshHistory: true,
      refreshNotifications: true,
      startNewSession: true,
      restartCasting: true,
      switchToTextInput: true,
      bootstrapProfile: true,
      bootstrapInviteCode: true,
    }
    const builtIn = ['retry', 'dismiss', 'login', 'logout', 'reload', 'refetch', 'copyReport']
    const used = new Set(
      facts.flatMap(({ offers, runs }) => [...offers, ...runs]).filter((name) => !builtIn.includes(name)),
    )
    expect([...used].toSorted()).toEqual(Object.keys(actions).toSorted())
  })
})

describe('the divination contract', () => {
  it('is one that defineContract accepts, and plain data but for its functions', () => {
    expect(() => checkContract(divination)).not.toThrow()
    expect(defineContract({ ...divination }).catalogue).toEqual(JSON.parse(JSON.stringify(catalogue)))
  })

  it('moves the session for three codes, and for no status alone', () => {
    const movers = facts.filter((fact) => remedyOf(fact).remedy.session !== undefined).map(({ code }) => code)
    expect(movers).toEqual(['AUTH_REFRESH_TOKEN_INVALID', 'AUTH_REFRESH_TOKEN_MISSING', 'AUTH_UNAUTHORIZED'])
    expect(remedyOf({ code: 'HTTP_401', status: 401 }).remedy.session).toBeUndefined()
  })

  it('asks for a refresh first where being signed in may only have run out', () => {
    expect(remedyOf({ code: 'AUTH_UNAUTHORIZED', status: 401 }).decision).toEqual({ do: 'refresh' })
  })

  it('has a button only for a mutation, where a query is sent again by itself first', () => {
    const troubles = facts.filter(({ status, again }) => status >= 500 && again === 'by the rules')
    expect(troubles.length).toBeGreaterThan(5)
    for (const fact of troubles) {
      expect(remedyOf(fact, 'POST').decision).toEqual({ do: 'hand-over', because: 'not-idempotent' })
      expect(remedyOf(fact, 'GET').decision).toEqual({ do: 'retry', delay: 1000 })
      expect(remedyOf(fact).remedy.offer).toContain('retry')
    }
  })

  it('never sends a limit or a wrong input again by itself', () => {
    const refused = facts.filter(({ status, again }) => status < 500 && !again.startsWith('once'))
    for (const fact of refused)
      expect(remedyOf(fact, 'GET').decision.do, fact.code).toBe(fact.session === 'refresh' ? 'refresh' : 'hand-over')
  })

  it('offers no retry where waiting, paying or changing something is what helps', () => {
    const codes = [
      'AUTH_TOO_MANY_REQUESTS',
      'AGENT_SESSION_RUN_LIMIT_EXCEEDED',
      'POINTS_INSUFFICIENT_BALANCE',
      'TOOL_REJECTED',
    ]
    for (const fact of facts.filter(({ code }) => codes.includes(code)))
      expect(remedyOf(fact).remedy.offer).not.toContain('retry')
  })

  it('reports what only a developer can mend as unexpected, and an approval not at all', () => {
    const reported = (wanted: string) =>
      facts.filter((fact) => remedyOf(fact).remedy.report === wanted).map(({ code }) => code)
    expect(reported('never')).toEqual(['TOOL_PENDING_APPROVAL'])
    expect(reported('unexpected')).toContain('INTERNAL_ERROR')
    expect(reported('expected')).toContain('AUTH_REFRESH_TOKEN_MISSING')
    expect(reported('expected')).toContain('POINTS_INSUFFICIENT_BALANCE')
  })

  it('has words in every language of the library, fetched when they are asked for', () => {
    expect(Object.keys(divination.messages ?? {}).toSorted()).toEqual(languages.toSorted())
  })
})

// The document lies beside the project where the project is made, and nowhere else. There one more law holds.
const published = existsSync(document) ? [{ rows: rowsOf(readFileSync(document, 'utf8')) }] : []
if (published.length === 0)
  stdout.write('left out: the divination document is not here, so the facts were not checked against it\n')

it.each(published)(
  'the facts and the document itself agree on codes, statuses and what the front end does',
  ({ rows }) => {
    const known = facts.map(({ code, status, row }) => ({ code, status, row }))
    expect(rows, 'where a row differs, read it again and mend what the facts say it does').toEqual(known)
  },
)

function rowsOf(text: string): { code: string; status: number; row: string }[] {
  const table = /^\| `(?<code>\w+)` \| (?<status>\d{3}) \| (?<rest>.+) \|$/gm
  return [...text.matchAll(table)].map(({ groups: { code = '', status = '', rest = '' } = {} }) => ({
    code,
    status: Number(status),
    row: createHash('sha256')
      .update([status, ...rest.split(' | ')].join('|'))
      .digest('hex')
      .slice(0, 12),
  }))
}
