import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContract } from '../../src/2-classify/check-contract.ts'
import { classify } from '../../src/2-classify/classify.ts'
import { decideRetry } from '../../src/3-decide/decide-retry.ts'
import { createWords } from '../../src/5-present/words/words.ts'
import { createTable } from '../../src/5-present/words/table.ts'
import type { Contract } from '../../src/problem/contract.ts'
import type { Problem } from '../../src/problem/problem.ts'
import type { Fact, Facts, Outcome } from './fact.ts'
import { problemOf } from './wire.ts'

const tags = ['en', 'zh-CN', 'zh-TW'] as const

/** The contract and the facts of its documents agree, both ways; the answers go over the wire. */
export function describeAgreement(contract: Contract, { facts }: Facts): void {
  const { name } = contract
  const answered = facts.filter(({ answer }) => answer !== undefined)
  const titled = (list: readonly Fact[]) => list.map((fact) => [`line ${fact.line}: ${fact.says}`, fact] as const)

  describe(`the ${name} contract and the facts of its documents agree`, () => {
    it('on the codes, both ways', () => {
      const named = new Set(answered.map(({ then }) => then?.code).filter((code) => code !== undefined))
      expect([...named].toSorted()).toEqual(Object.keys(contract.catalogue).toSorted())
    })

    it.each(titled(answered.filter(({ then }) => then !== undefined)))('%s', async (_, fact) => {
      const problem = await received(contract, fact)
      expect(outcomeOf(problem, contract)).toMatchObject(fact.then ?? {})
      const entry = contract.catalogue[problem.code]
      expect([entry?.status].flat(), 'the catalogue names the status').toContain(problem.status)
      expect(classify(problem, contract).why).toEqual({ rung: 'code', layer: 'contract', key: problem.code })
    })

    it.each(titled(answered.filter(({ words }) => words !== undefined)))('in words: %s', async (_, fact) => {
      const problem = await received(contract, fact)
      for (const [index, tag] of tags.entries())
        expect(await said(contract, problem, tag), tag).toContain(fact.words?.[index])
    })

    it.each(titled(answered.filter(({ again }) => again !== undefined)))('in time: %s', async (_, fact) => {
      for (const [method, waits] of Object.entries(fact.again ?? {}))
        expect([method, ...(await waitsOf(contract, fact, method))]).toEqual([method, ...waits])
    })

    it('on what is tested elsewhere: each names a test that there is', () => {
      const folder = import.meta.dirname
      const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.test.ts'))
      const source = files.map((file) => readFileSync(join(folder, file), 'utf8')).join()
      const elsewhere = facts.filter(({ test }) => test !== undefined)
      expect(elsewhere.filter(({ test = '' }) => !source.includes(`'${test}`))).toEqual([])
      expect(facts.filter(({ then, words, again, test }) => !then && !words && !again && test === undefined)).toEqual(
        [],
      )
    })

    it('as plain data that defineContract accepts', () => {
      expect(() => checkContract(contract)).not.toThrow()
      expect(JSON.parse(JSON.stringify(contract.catalogue))).toEqual(contract.catalogue)
    })
  })
}

async function received(contract: Contract, { answer, says }: Fact, method = 'GET'): Promise<Problem> {
  const problem = answer && (await problemOf(contract, answer, { method }))
  if (!problem) throw new Error(`This was taken for a success: ${says}`)
  return problem
}

function outcomeOf(problem: Problem, contract: Contract): Outcome {
  const { show, offer: offers, run: runs, session = null, text, gate = null } = classify(problem, contract)
  const { code, detail, fields, data, retryAfter, variant } = problem
  return { code, detail, fields, data, retryAfter, variant, show, offers, runs, session, text, gate } as Outcome
}

/** Everything that the user reads about it: title, message and hint, as the catalogue has them. */
export async function said(contract: Contract, problem: Problem, tag: string): Promise<string> {
  const table = createTable()
  const module = await contract.messages?.[tag]?.()
  table.add(tag, `remedy.${contract.name}`, module?.default ?? {})
  const words = createWords([tag], () => [contract.name], table.find)
  return Object.values(words.problem(problem, { text: 'catalogue' })).join(' ')
}

/** The waits before it is sent again by itself, the random part left out. The session is refreshed already. */
async function waitsOf(contract: Contract, fact: Fact, method: string): Promise<readonly number[]> {
  const problem = await received(contract, fact, method)
  const waits: number[] = []
  const spend = () => waits.reduce((sum, wait) => sum + wait, 0)
  for (let attempt = 1; attempt < 20; attempt++) {
    const input = { attempt, refreshed: true, spent: spend(), random: () => 0 }
    const decision = decideRetry(problem, classify(problem, contract), input)
    if (decision.do !== 'retry') break
    waits.push(decision.delay)
  }
  return waits
}
