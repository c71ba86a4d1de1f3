import { describe, expect, it } from 'vitest'
import type { Contract } from '../../src/problem/contract.ts'
import { Problem } from '../../src/problem/problem.ts'
import { ours, theirs, wordsOf } from './samples.ts'

const clash: Contract<'shop', 'CLASH'> = {
  name: 'shop',
  dialects: [],
  identity: 'code',
  catalogue: { CLASH: { status: 409 } },
  messages: { en: () => Promise.resolve({ default: { CLASH: clashWords } }) },
}

const clashWords = {
  title: 'That doesn’t fit',
  message: 'Look at it again.',
  hint: 'Names are unique.',
  when: { name: { title: 'That name is taken', message: 'Choose another than {{name}}.' } },
}

function clashing(variant?: string): Problem {
  return new Problem({ kind: 'http', code: 'CLASH', contract: 'shop', status: 409, variant, data: { name: 'Ada' } })
}

describe('the words of cases that share a code', () => {
  it('are those of the case that the dialect found', async () => {
    const words = await wordsOf(undefined, { contracts: [clash] })
    expect(words.problem(clashing('name'), ours)).toEqual({
      title: 'That name is taken',
      message: 'Choose another than Ada.',
    })
  })

  it.each([undefined, 'other', '__proto__', 'constructor', ''])(
    'are those of the code for a case nobody wrote words for: %s',
    async (variant) => {
      const words = await wordsOf(undefined, { contracts: [clash] })
      expect(words.problem(clashing(variant), ours)).toEqual({
        title: clashWords.title,
        message: clashWords.message,
        hint: clashWords.hint,
      })
    },
  )

  it('keep their title where the message is the server’s', async () => {
    const words = await wordsOf(undefined, { contracts: [clash] })
    const told = new Problem({ ...clashing('name'), detail: 'Ada exists.' })
    expect(words.problem(told, theirs)).toEqual({ title: 'That name is taken', message: 'Ada exists.' })
  })

  it('outlive JSON', async () => {
    const words = await wordsOf(undefined, { contracts: [clash] })
    const back = Problem.fromJSON(JSON.parse(JSON.stringify(clashing('name'))))
    expect(words.problem(back, ours).title).toBe('That name is taken')
  })
})
