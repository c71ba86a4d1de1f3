import { describe, expect, it } from 'vitest'
import { classify } from '../../src/2-classify/classify.ts'
import { permissionOf } from '../../src/3-decide/retryable.ts'
import { setsCooldown } from '../../src/4-act/cooldowns.ts'
import { createTable } from '../../src/5-present/words/table.ts'
import { createWords } from '../../src/5-present/words/words.ts'
import en from '../../src/locales/en.ts'
import { effectiveStatus } from '../../src/problem/effective-status.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { ProblemInit } from '../../src/problem/problem-data.ts'

function problem(parts: Partial<ProblemInit>): Problem {
  return new Problem({ kind: 'http', code: 'X', ...parts })
}

describe('the status that a problem is like', () => {
  it.each<[Partial<ProblemInit>, number | undefined]>([
    [{ status: 404 }, 404],
    [{}, undefined],
    [{ status: 200, likeStatus: 401 }, 401],
    [{ likeStatus: 500 }, 500],
    [{ status: 403 }, 403],
    [{ status: 403, retryAfter: 0 }, 429],
    [{ status: 403, rateLimit: { remaining: 0 } }, 429],
    [{ status: 403, rateLimit: { remaining: 1 } }, 403],
    [{ status: 403, likeStatus: 403, rateLimit: { remaining: 0 } }, 403],
    [{ status: 404, rateLimit: { remaining: 0 } }, 404],
  ])('%j is like %s', (parts, like) => expect(effectiveStatus(problem(parts))).toBe(like))

  it('decides remedy, retry, cooldown and words', () => {
    const limited = problem({ status: 400, likeStatus: 429 })
    const words = createWords(['en'], () => [], table().find)
    expect(classify(limited, undefined, { app: { fallbacks: { 429: { show: 'banner' } } } }).show).toBe('banner')
    expect([permissionOf(limited), permissionOf(problem({ status: 400 }))]).toEqual(['idempotent', 'no'])
    expect([setsCooldown(limited), setsCooldown(problem({ status: 400 }))]).toEqual([true, false])
    expect(words.problem(limited, { text: 'catalogue' }).title).toBe(en.statuses[429].title)
    expect(words.problem(problem({ status: 200, likeStatus: 401 }), { text: 'catalogue' }).title).toBe(
      en.statuses[401].title,
    )
  })

  it('survives as data', () => {
    const data: unknown = JSON.parse(JSON.stringify(problem({ status: 200, likeStatus: 401 })))
    expect(Problem.fromJSON(data as ReturnType<Problem['toJSON']>)).toMatchObject({ status: 200, likeStatus: 401 })
  })
})

function table(): ReturnType<typeof createTable> {
  const words = createTable()
  words.add('en', 'remedy', en)
  return words
}
